import { describe, expect, test } from "vitest";
import { environmentsIn, type Files, trailOf, variables } from "./reading.ts";

const workflow = ".github/workflows/deploy.yml";

function jobs(text: string): string {
  return `on: push\njobs:\n${text}`;
}

/** A job of a workflow that runs one command in the folder infra. */
function job(id: string, environment: string, command: string): string {
  const named = environment === "" ? "" : `    environment: ${environment}\n`;
  return `  ${id}:\n${named}    steps:\n      - run: terraform -chdir=infra ${command}\n`;
}

const root = { "infra/main.tf": variables };

describe("environments that pipelines make", () => {
  const table: readonly [string, Files, string[]][] = [
    [
      "one for each job that names one",
      { ...root, [workflow]: jobs(job("a", "dev", "plan -var sku=a") + job("b", "prod", "plan -var sku=b")) },
      ["infra dev: sku=a", "infra prod: sku=b"],
    ],
    [
      "named by a variable that says so",
      {
        ...root,
        [workflow]: jobs(job("a", "", "plan -var environment=dev") + job("b", "", "plan -var environment=prod")),
      },
      ["infra dev: environment=dev", "infra prod: environment=prod"],
    ],
    [
      "named by the path",
      { ...root, "deploy-prod.sh": "terraform -chdir=infra plan -var sku=a" },
      ["infra prod: sku=a"],
    ],
    [
      "no name: the only environment of the root",
      { ...root, [workflow]: jobs(job("a", "", "plan -var sku=a")) },
      ["infra default: sku=a"],
    ],
    [
      "the variables of a plan and of an apply come together",
      {
        ...root,
        [workflow]: jobs(job("a", "prod", "plan -var sku=a -var nodes=2") + job("b", "prod", "apply -var sku=a")),
      },
      ["infra prod: nodes=2 sku=a"],
    ],
    [
      "different values for one environment are unknown",
      { ...root, [workflow]: jobs(job("a", "prod", "plan -var sku=a") + job("b", "prod", "apply -var sku=b")) },
      ["infra prod: sku=?"],
    ],
    [
      "what only the run tells is unknown, not its default",
      { ...root, [workflow]: jobs(job("a", "prod", "plan -var sku=$SKU -var nodes=3")) },
      ["infra prod: nodes=3 sku=?"],
    ],
    [
      "nothing known makes no environment",
      { ...root, [workflow]: jobs(job("a", "prod", "plan -var sku=$SKU")) },
      ["infra default:"],
    ],
    [
      "options that only the run tells make no environment",
      { ...root, [workflow]: jobs(job("a", "prod", "plan -var sku=a $MORE")) },
      ["infra default:"],
    ],
    [
      "variables that the root does not declare are none of it",
      { ...root, [workflow]: jobs(job("a", "prod", "plan -var other=a")) },
      ["infra default:"],
    ],
    [
      "a file that is passed by its path",
      {
        ...root,
        "shared/big.tfvars": 'sku = "a"\n',
        [workflow]: jobs(job("a", "prod", "plan -var-file=../shared/big.tfvars")),
      },
      ["infra prod: sku=a"],
    ],
    [
      "a file that is not there may say anything",
      { ...root, [workflow]: jobs(job("a", "prod", "plan -var-file=secret.tfvars -var sku=a")) },
      ["infra default:"],
    ],
    [
      "a root whose path names an environment keeps it",
      {
        "live/prod/main.tf": variables,
        [workflow]: jobs(
          "  a:\n    environment: production\n    steps:\n      - run: terraform -chdir=live/prod plan -var sku=a\n",
        ),
      },
      ["live/prod prod: sku=a"],
    ],
    [
      "a root that cannot be told from another",
      { ...root, "scripts/infra/main.tf": variables, "scripts/prod.sh": "terraform -chdir=infra plan -var sku=a" },
      ["infra default:", "scripts/infra default:"],
    ],
  ];
  test.each(table)("%s", async (_, files, expected) => {
    expect(await environmentsIn(files)).toEqual(expected);
  });
});

describe("environments of variable files that pipelines complete", () => {
  const files = {
    ...root,
    "infra/environments/dev.tfvars": 'sku = "a"\n',
    "infra/environments/prod.tfvars": 'sku = "b"\n',
  };
  const table: readonly [string, string, string[]][] = [
    [
      "the file that is passed",
      job("a", "production", "plan -var-file=environments/prod.tfvars -var nodes=3"),
      ["infra dev: sku=a", "infra prod: nodes=3 sku=b"],
    ],
    [
      "-var after the file",
      job("a", "", "plan -var-file=environments/prod.tfvars -var sku=c"),
      ["infra dev: sku=a", "infra prod: sku=c"],
    ],
    [
      "-var before the file",
      job("a", "", "plan -var sku=c -var-file=environments/prod.tfvars"),
      ["infra dev: sku=a", "infra prod: sku=b"],
    ],
    [
      "TF_VAR below the files",
      "  a:\n    env: { TF_VAR_sku: c, TF_VAR_nodes: 4 }\n    steps:\n      - run: terraform -chdir=infra plan -var-file=environments/prod.tfvars\n",
      ["infra dev: sku=a", "infra prod: nodes=4 sku=b"],
    ],
    [
      "a path that only the run tells means every file that it fits",
      job("a", "", "plan -var-file=environments/${{ inputs.env }}.tfvars -var nodes=3"),
      ["infra dev: nodes=3 sku=a", "infra prod: nodes=3 sku=b"],
    ],
    [
      "-var before a path that only the run tells may be overridden",
      job("a", "", "plan -var nodes=3 -var-file=environments/${{ inputs.env }}.tfvars"),
      ["infra dev: nodes=? sku=a", "infra prod: nodes=? sku=b"],
    ],
    [
      "an environment of the same name, without its file",
      job("a", "Prod", "plan -var nodes=3"),
      ["infra dev: sku=a", "infra prod: nodes=3 sku=b"],
    ],
    [
      "an environment of the same tier",
      job("a", "production", "plan -var nodes=3"),
      ["infra dev: sku=a", "infra prod: nodes=3 sku=b"],
    ],
    ["no name, no file: nobody's", job("a", "", "plan -var nodes=3"), ["infra dev: sku=a", "infra prod: sku=b"]],
    [
      "an environment of its own",
      job("a", "acceptance", "plan -var sku=c") + job("b", "dev", "plan -var nodes=3"),
      ["infra dev: nodes=3 sku=a", "infra prod: sku=b", "infra acceptance: sku=c"],
    ],
  ];
  test.each(table)("%s", async (_, text, expected) => {
    expect(await environmentsIn({ ...files, [workflow]: jobs(text) })).toEqual(expected);
  });
});

describe("values that pipelines give", () => {
  const table: readonly [string, string, string[]][] = [
    ["text as it is", "-var 'sku=a b'", ["infra prod: sku=a b"]],
    ["a number out of its text", "-var nodes=3", ["infra prod: nodes=3"]],
    ["a map in Terraform's language", `-var 'tags={ a = "b", "c" = "d" }'`, ["infra prod: tags={a=b,c=d}"]],
    ["text without a type stays text", "-var 'free=[1]'", ["infra prod: free=[1]"]],
    ["nothing", "-var sku=", ["infra prod: sku="]],
    ["what fits no map", "-var tags=[1", ["infra prod: tags=?"]],
  ];
  test.each(table)("%s", async (_, options, expected) => {
    expect(await environmentsIn({ ...root, [workflow]: jobs(job("a", "prod", `plan ${options}`)) })).toEqual(expected);
  });
});

describe("the trail of a value that a pipeline gives", () => {
  test("ends at the option", async () => {
    const files = { ...root, [workflow]: jobs(job("a", "prod", "plan -var sku=large")) };
    expect(await trailOf(files, "prod", "sku")).toEqual([`set in ${workflow} @ ${workflow}:6:51`]);
  });

  test("goes on to the variable of the pipeline", async () => {
    const files = {
      ...root,
      "azure-pipelines.yml":
        "variables:\n  sku: large\nsteps:\n  - script: terraform plan -var environment=prod -var sku=$(sku)\n    workingDirectory: infra\n",
    };
    expect(await trailOf(files, "prod", "sku")).toEqual([
      "given with -var @ azure-pipelines.yml:4:59",
      "set in azure-pipelines.yml @ azure-pipelines.yml:2:8",
    ]);
  });

  test("goes on to the matrix", async () => {
    const head = "    strategy:\n      matrix:\n        sku: [large]\n";
    const run =
      "    steps:\n      - run: terraform -chdir=infra plan -var environment=prod -var sku=${{ matrix.sku }}\n";
    const files = { ...root, [workflow]: jobs(`  a:\n${head}${run}`) };
    expect(await trailOf(files, "prod", "sku")).toEqual([
      `given with -var @ ${workflow}:8:73`,
      `\${{ matrix.sku }}, set in ${workflow} @ ${workflow}:6:15`,
    ]);
  });

  test("leads to the environment of the process", async () => {
    const files = { ...root, [workflow]: `on: push\nenv:\n  TF_VAR_sku: large\n${jobs(job("a", "prod", "plan"))}` };
    expect(await trailOf(files, "prod", "sku")).toEqual([`set in ${workflow} @ ${workflow}:3:15`]);
  });
});
