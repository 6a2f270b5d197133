import { describe, expect, test } from "vitest";
import { bodyOf, declarationsOf, entryAt, onlyDeclaration, readFiles, textAt } from "./reading.ts";

const github = ".github/workflows/deploy.yml";
const azure = "azure-pipelines.yml";

function names(text: string, file: string): unknown[] {
  return declarationsOf(text, file).map(
    (declaration) => `${declaration.environment.name}: ${bodyOf(declaration).name}`,
  );
}

describe("a GitHub workflow", () => {
  test("scripts, environments and variables", () => {
    const text = `on: push
env:
  PREFIX: ml
jobs:
  dev:
    environment: dev
    env:
      NAME: \${{ env.PREFIX }}-dev
    steps:
      - run: az ml compute create -n $NAME
      - run: |
          echo hello
          az ml compute create \\
            -n "\${{ env.NAME }}-b"
  prod:
    environment:
      name: production
    steps:
      - uses: azure/cli@v2
        with:
          inlineScript: >-
            az ml compute create
            -n folded
      - shell: pwsh
        run: |
          $n = "power"
          az ml compute create \`
            -n $n
      - run: az ml compute create -n \${{ inputs.name }}
`;
    expect(names(text, github)).toEqual([
      "dev: ml-dev",
      "dev: ml-dev-b",
      "production: folded",
      "production: power",
      "production: ? ${{inputs.name}} is not set in .github/workflows/deploy.yml",
    ]);
  });

  test("an environment that an expression names is not known", () => {
    const text =
      "on: push\njobs:\n  a:\n    environment: ${{ inputs.env }}\n    steps:\n      - run: az ml compute create -n a\n";
    expect(names(text, github)).toEqual(["default: a"]);
  });

  test("a composite action", () => {
    const text =
      "name: x\nruns:\n  using: composite\n  steps:\n    - run: az ml compute create -n a\n      shell: bash\n";
    expect(names(text, "action.yml")).toEqual(["default: a"]);
  });

  test("steps do not share the variables of their shells", () => {
    const text =
      "on: push\njobs:\n  a:\n    steps:\n      - run: N=a; az ml compute create -n x\n      - run: az ml compute create -n $N\n";
    expect(names(text, github)).toEqual(["default: x", `default: ? $N is not set in ${github}`]);
  });

  test("a condition makes a command uncertain", () => {
    const text =
      "on: push\njobs:\n  a:\n    steps:\n      - if: github.ref == 'x'\n        run: az ml compute create -n x\n";
    expect(onlyDeclaration(text, github).existence).toEqual({
      certain: false,
      why: "it runs on a condition of the pipeline",
    });
  });
});

describe("an Azure pipeline", () => {
  test("scripts, stages, environments and variables", () => {
    const text = `trigger: [main]
variables:
  prefix: ml
  full.name: $(prefix)-x
stages:
  - stage: dev
    jobs:
      - job: a
        steps:
          - bash: az ml compute create -n $(full.name)
          - task: AzureCLI@2
            inputs:
              scriptType: pscore
              inlineScript: |
                az ml compute create \`
                  -n $(prefix)
  - stage: Release
    jobs:
      - deployment: b
        environment: prod.cluster
        variables:
          - name: prefix
            value: other
          - group: secrets
        strategy:
          runOnce:
            deploy:
              steps:
                - script: az ml compute create -n $FULL_NAME
                - script: az ml compute create -n \${{ variables.prefix }}
                - script: az ml compute create -n $(secret)
                - script: az ml compute create -n \${{ parameters.name }}
`;
    expect(names(text, azure)).toEqual([
      "dev: ml-x",
      "dev: ml",
      "prod: other-x",
      "prod: other",
      "prod: ? $(secret) is not set in azure-pipelines.yml",
      "prod: ? ${{parameters.name}} is not set in azure-pipelines.yml",
    ]);
  });

  test("a template with insertions", () => {
    const text = `parameters:
  - name: x
steps:
  - \${{ if eq(parameters.x, 'a') }}:
      - script: az ml compute create -n a
  - script: az ml compute create -n b
`;
    const declarations = declarationsOf(text, "pipelines/steps.yml");
    expect(declarations.map(({ existence }) => existence.certain)).toEqual([false, true]);
  });

  test("the trail of a variable leads to where the pipeline sets it", () => {
    const text = "steps:\n  - script: az ml compute create -n $(name)\nvariables:\n  name: abc\n";
    const { value } = entryAt(onlyDeclaration(text, azure), "name");
    expect(value.trail.map((step) => [step.text, textAt({ [azure]: text }, step.at)])).toEqual([
      ["set in azure-pipelines.yml", "abc"],
    ]);
  });

  test("variables that refer to each other end", () => {
    const text = "steps:\n  - script: az ml compute create -n $(a)\nvariables:\n  a: $(b)$(b)\n  b: $(a)$(a)\n";
    expect(names(text, azure)[0]).toMatch(/^default: \? /);
  });
});

test.each([
  ["literal", "|", "        az ml compute create \\\n          --name abc\n"],
  ["stripped", "|-", "        az ml compute create \\\n        --name abc\n"],
  ["folded", ">", "        az ml compute create\n        --name abc\n"],
  ["plain", "az ml compute create", "        --name abc\n"],
  ["single-quoted", "'az ml compute create", "        --name abc'\n"],
  ["double-quoted", '"az ml compute create', '        --name \\"abc\\""\n'],
])("places are those of the YAML file: %s", (_, head, rest) => {
  const text = `on: push\njobs:\n  a:\n    steps:\n    - run: ${head}\n${rest}`;
  const { value } = entryAt(onlyDeclaration(text, github), "name");
  expect(textAt({ [github]: text }, value.at)).toBe("abc");
});

test.each([
  ["a shell", "bash", "-n '${{ env.NAME }}-b'", "ml-b"],
  ["a shell, with quotes inside", "bash", "-n '${{ format('{0}', env.NAME) }}'", /^\? .* is not set in/],
  ["PowerShell", "pwsh", "-n '${{ env.NAME }}-b'", "ml-b"],
  ["a shell, before other words", "bash", "--size 'a$b' -n 'x${{ env.NAME }}'", "xml"],
])("single quotes hide no template from the pipeline: %s", (_, shell, options, name) => {
  const text = `on: push\njobs:\n  a:\n    env: { NAME: ml }\n    steps:\n    - shell: ${shell}\n      run: |\n        az ml compute create ${options}\n`;
  const [found] = names(text, github) as string[];
  expect(found?.replace("default: ", "")).toEqual(typeof name === "string" ? name : expect.stringMatching(name));
});

test("single quotes hide no macro of Azure Pipelines", () => {
  const text = "variables: { name: ml }\nsteps:\n- script: az ml compute create -n '$(name)-b' --size '$( date )'\n";
  expect(names(text, azure)).toEqual(["default: ml-b"]);
});

test("other YAML with such keys is no pipeline", () => {
  expect(declarationsOf("script: az ml compute create -n a\nname: x\n", "values.yml")).toEqual([]);
});

test("a broken pipeline is a note, not a crash", () => {
  const { problems, declarations } = readFiles({ [azure]: "steps:\n - script: az ml compute create\n  bad: [\n" });
  expect(declarations).toEqual([]);
  expect(problems.map(({ rule, language }) => [rule, language])).toEqual([["project/syntax-error", "commands"]]);
});

test("only the environments asked for are read, and what belongs to none", () => {
  const job = (name: string) =>
    `  ${name}:\n    environment: ${name}\n    steps:\n      - run: az ml compute create -n ${name}\n`;
  const text = `on: push\njobs:\n${job("dev")}${job("prod")}  other:\n    steps:\n      - run: az ml compute create -n other\n`;
  const { declarations } = readFiles({ [github]: text }, ["prod"]);
  expect(declarations.map((declaration) => bodyOf(declaration).name)).toEqual(["prod", "other"]);
});
