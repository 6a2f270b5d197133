import { describe, expect, test } from "vitest";
import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import { ProblemList } from "../../../src/parsers/terraform/problem-list.ts";
import { findRoots } from "../../../src/parsers/terraform/roots/find-roots.ts";
import { Sources } from "../../../src/parsers/terraform/roots/sources.ts";

const main = 'variable "a" {}\n';
const sets = "a = 1\n";
const setsOther = "other = 1\n";

function find(files: Readonly<Record<string, string>>, paths?: readonly string[]): ReturnType<typeof findRoots> {
  const memory = new MemoryFiles(files);
  return findRoots(new Sources(new Texts(memory), new ProblemList()), paths ?? memory.paths());
}

/** Each root with its environments and their files: `infra: dev(a.tfvars) prod(b.tfvars)`. */
function shown(files: Readonly<Record<string, string>>, paths?: readonly string[]): string[] {
  return find(files, paths).plans.map(({ path, environments }) => {
    const named = environments.map((environment) => `${environment.name}(${environment.files.join(" ")})`);
    return `${path || "."}: ${named.join(" ")}`;
  });
}

describe("environments of a root", () => {
  const table: readonly [string, Record<string, string>, string[]][] = [
    ["none: default", { "main.tf": main }, [".: default()"]],
    [
      "none: the last component of the path with a tier word",
      { "live/prod/ml/main.tf": main },
      ["live/prod/ml: prod()"],
    ],
    ["none: live above others is no tier word", { "live/network/main.tf": main }, ["live/network: default()"]],
    [
      "automatic files apply in Terraform's order",
      {
        "main.tf": main,
        "z.auto.tfvars": sets,
        "a.auto.tfvars.json": '{"a":1}',
        "terraform.tfvars.json": '{"a":1}',
        "terraform.tfvars": sets,
      },
      [".: default(terraform.tfvars terraform.tfvars.json a.auto.tfvars.json z.auto.tfvars)"],
    ],
    [
      "files in the root's own directory",
      { "main.tf": main, "dev.tfvars": sets, "prod.tfvars.json": '{"a":2}', "terraform.tfvars": sets },
      [".: dev(terraform.tfvars dev.tfvars) prod(terraform.tfvars prod.tfvars.json)"],
    ],
    [
      "files in a container in the root",
      { "main.tf": main, "environments/dev.tfvars": sets, "environments/prod.tfvars": sets },
      [".: dev(environments/dev.tfvars) prod(environments/prod.tfvars)"],
    ],
    [
      "a file of comments beside one that sets something",
      { "main.tf": main, "environments/dev.tfvars": sets, "environments/prod.tfvars": "# all by default\n" },
      [".: dev(environments/dev.tfvars) prod(environments/prod.tfvars)"],
    ],
    [
      "a file of comments in a folder beside one that sets something",
      { "main.tf": main, "environments/dev/ml.tfvars": sets, "environments/prod/ml.tfvars": "" },
      [".: dev(environments/dev/ml.tfvars) prod(environments/prod/ml.tfvars)"],
    ],
    [
      "files of comments alone are none",
      { "main.tf": main, "environments/dev.tfvars": "", "environments/prod.tfvars": "# nothing\n" },
      [".: default()"],
    ],
    [
      "files in a container beside the root",
      { "infra/main.tf": main, "envs/dev.tfvars": sets, "envs/prod.tfvars": sets },
      ["infra: dev(envs/dev.tfvars) prod(envs/prod.tfvars)"],
    ],
    [
      "a folder of a container is one environment",
      {
        "main.tf": main,
        "vars/acc/terraform.tfvars": sets,
        "vars/acc/a.tfvars": sets,
        "vars/prod/terraform.tfvars": sets,
      },
      [".: acc(vars/acc/a.tfvars vars/acc/terraform.tfvars) prod(vars/prod/terraform.tfvars)"],
    ],
    [
      "a folder of the root is one environment",
      { "main.tf": main, "test/a.tfvars": sets, "live/a.tfvars": sets },
      [".: live(live/a.tfvars) test(test/a.tfvars)"],
    ],
    [
      "folders of equal names are told apart",
      { "main.tf": main, "env/eu/prod/a.tfvars": sets, "env/us/prod/a.tfvars": sets },
      [".: eu/prod(env/eu/prod/a.tfvars) us/prod(env/us/prod/a.tfvars)"],
    ],
    [
      "a folder of files that each name a tier holds one environment per file",
      { "main.tf": main, "env/eu/dev.tfvars": sets, "env/eu/prod.tfvars": sets },
      [".: dev(env/eu/dev.tfvars) prod(env/eu/prod.tfvars)"],
    ],
    [
      "a file and a folder of the same name are one environment",
      { "main.tf": main, "env/prod.tfvars": sets, "env/prod/secrets.tfvars": sets },
      [".: prod(env/prod.tfvars env/prod/secrets.tfvars)"],
    ],
    [
      "a file that sets nothing the root declares is none",
      { "main.tf": main, "env/prod.tfvars": setsOther, "env/dev.tfvars": sets },
      [".: dev(env/dev.tfvars)"],
    ],
    [
      "an example that was asked for is one",
      { "main.tf": main, "prod.tfvars.example": sets },
      [".: prod(prod.tfvars.example)"],
    ],
    [
      "the example of the file that always applies names none",
      { "main.tf": main, "terraform.tfvars.example": sets },
      [".: default(terraform.tfvars.example)"],
    ],
    [
      "the example of a file that is there does not count",
      { "main.tf": main, "terraform.tfvars": sets, "terraform.tfvars.example": sets },
      [".: default(terraform.tfvars)"],
    ],
    [
      "a folder with configuration of its own is a root of its own",
      { "main.tf": main, "env/prod/main.tf": main, "env/prod/terraform.tfvars": sets },
      [".: default()", "env/prod: prod(env/prod/terraform.tfvars)"],
    ],
    [
      "a container belongs to the root that holds it before those beside it",
      { "infra/main.tf": main, "infra/ml/main.tf": main, "infra/env/prod.tfvars": sets },
      ["infra: prod(infra/env/prod.tfvars)", "infra/ml: default()"],
    ],
  ];

  test.each(table)("%s", (_, files, expected) => expect(shown(files)).toEqual(expected));
});

test("a variable file's example counts only where it was asked for", () => {
  const files = { "main.tf": main, "env/prod.tfvars.example": sets };
  expect(shown(files, ["main.tf"])).toEqual([".: default()"]);
});

test("containers are found although they are not among the paths", () => {
  const files = { "infra/main.tf": main, "infra/env/dev.tfvars": sets, "config/prod.tfvars": sets };
  expect(shown(files, ["infra/main.tf"])).toEqual(["infra: prod(config/prod.tfvars) dev(infra/env/dev.tfvars)"]);
});

describe("which directories are roots", () => {
  const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;
  const table: readonly [string, Record<string, string>, string[]][] = [
    ["a module that is called is none", { "main.tf": call("./m"), "m/main.tf": main }, ["."]],
    ["a module that nobody calls is one", { "modules/m/main.tf": main }, ["modules/m"]],
    [
      "a called module with variable files is one",
      { "main.tf": call("./m"), "m/main.tf": main, "m/x.tfvars": sets },
      [".", "m"],
    ],
    [
      "a module that an example calls is none",
      { "main.tf": main, "examples/a/main.tf": call("../..") },
      ["examples/a"],
    ],
    [
      "of modules that call each other the first is one",
      { "a/main.tf": call("../b"), "b/main.tf": call("../a") },
      ["a"],
    ],
    ["a module that calls itself is one", { "a/main.tf": call("./") }, ["a"]],
    [
      "JSON and OpenTofu files make one",
      { "a/main.tf.json": "{}", "b/main.tofu": "", "c/x.tofu.json": "{}" },
      ["a", "b", "c"],
    ],
    ["variable files alone make none", { "a/prod.tfvars": sets }, []],
  ];

  test.each(table)("%s", (_, files, expected) =>
    expect(find(files).plans.map(({ path }) => path || ".")).toEqual(expected),
  );
});

test("variable files that fit no root are named", () => {
  const files = {
    "main.tf": main,
    "env/prod.tfvars": setsOther,
    "elsewhere/deep/down/a.tfvars": setsOther,
    "dev.tfvars": sets,
  };
  expect(find(files).unused).toEqual(["elsewhere/deep/down/a.tfvars", "env/prod.tfvars"]);
});

test("a variable file deep below a root that declares what it sets is passed by its path", () => {
  const files = { "main.tf": main, "examples/deep/down/a.tfvars": sets, "dev.tfvars": sets };
  expect(find(files).unused).toEqual([]);
});
