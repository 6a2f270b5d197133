import { describe, expect, test } from "vitest";
import { find, parse, plain, shown, trailOf, treeAt } from "./parse.ts";

describe("a variable of a root", () => {
  const files = {
    "main.tf": `variable "location" {
  type = string
}

variable "secret" {
  type      = string
  sensitive = true
  nullable  = false
  default   = "s"
}
`,
    "environments/dev.tfvars": 'location = "westeurope"\n',
    "environments/prod.tfvars": 'secret = "t"\n',
  };

  test("says what it is and whether its environment sets it", async () => {
    const result = await parse(files);
    const location = { name: "location", required: true, sensitive: false, nullable: true };
    expect(plain(find(result, "var.location", "dev").body)).toEqual({
      ...location,
      assigned: true,
      value: "westeurope",
    });
    expect(plain(find(result, "var.location", "prod").body)).toEqual({
      ...location,
      assigned: false,
      value: "? var.location has no value",
    });
    const secret = { name: "secret", required: false, sensitive: true, nullable: false };
    expect(plain(find(result, "var.secret", "prod").body)).toEqual({ ...secret, assigned: true, value: "t" });
    expect(treeAt(find(result, "var.secret", "prod"), "value")!.sensitive).toBe(true);
  });

  test("stands at the header of its block", async () => {
    const declaration = find(await parse(files), "var.secret", "dev");
    expect([shown(declaration.header), shown(treeAt(declaration, "required")!.at)]).toEqual([
      "main.tf:5:1",
      "main.tf:5:1",
    ]);
  });
});

describe("the value of a variable that does not fit", () => {
  const failureOf = async (declaration: string, assignment: string) => {
    const result = await parse({ "main.tf": `variable "v" {\n${declaration}\n}\n`, "prod.tfvars": assignment });
    return treeAt(find(result, "var.v"), "failure");
  };
  const validation = (condition: string) =>
    `  type = string\n  validation {\n    condition = ${condition}\n    error_message = "Not \${var.v}."\n  }`;

  test.each([
    ["of another type", "  type = number", 'v = "many"', "the value of var.v does not fit its type"],
    ["in a collection", "  type = list(number)", 'v = [1, "x"]', "the value of var.v does not fit its type"],
    ["without an attribute", "  type = object({ a = string })", "v = {}", "the value of var.v does not fit its type"],
    ["against its validation", validation('var.v == "a"'), 'v = "b"', "Not b."],
    [
      "with a reference",
      "  type = any",
      "v = local.x",
      "it refers to another value, and only literal ones may stand here",
    ],
    ["of a type that does not exist", "  type = strin", "v = 1", "there is no type named strin"],
  ])("%s", async (_, declaration, assignment, message) => {
    expect(plain(await failureOf(declaration, assignment))).toContain(message);
  });

  test.each([
    ["of the type", "  type = number", 'v = "5"'],
    ["that passes its validation", validation('var.v == "a"'), 'v = "a"'],
    ["that is null", "  type = string", "v = null"],
    ["whose validation cannot be decided", validation("timestamp() == var.v"), 'v = "a"'],
  ])("is none when it is %s", async (_, declaration, assignment) => {
    expect(await failureOf(declaration, assignment)).toBeUndefined();
  });

  test("is reported where it is set", async () => {
    expect(trailOf(await failureOf("  type = number", 'v = "many"'))).toEqual([
      "prod.tfvars:1:5",
      "prod.tfvars:1:5 set in prod.tfvars",
    ]);
    expect(trailOf(await failureOf(validation("false"), 'v = "many"'))).toEqual([
      "prod.tfvars:1:5",
      "prod.tfvars:1:5 set in prod.tfvars",
    ]);
  });

  test("is reported at the default where that is what does not fit", async () => {
    const tree = treeAt(
      find(await parse({ "main.tf": 'variable "v" {\n  type = number\n  default = "x"\n}\n' }), "var.v"),
      "failure",
    );
    expect(trailOf(tree)).toEqual(["main.tf:3:13", "main.tf:3:13 default of var.v"]);
  });
});

describe("an assignment in a variable file", () => {
  test("says whether a root declares it, and what is declared", async () => {
    const result = await parse({
      "main.tf": 'variable "size" {}\n',
      "dev.tfvars": 'size = "s"\nsiez = 1\n',
    });
    expect(plain(find(result, "dev.tfvars:size").body)).toEqual({ name: "size", declared: true, known: ["size"] });
    expect(plain(find(result, "dev.tfvars:siez").body)).toEqual({ name: "siez", declared: false, known: ["size"] });
    expect(shown(treeAt(find(result, "dev.tfvars:siez"), "name")!.at)).toBe("dev.tfvars:2:1");
  });

  test("is declared when one of the roots that read the file declares it", async () => {
    const result = await parse({
      "a/main.tf": 'variable "x" {}\n',
      "b/main.tf": 'variable "x" {}\nvariable "y" {}\n',
      "env/prod.tfvars": "x = 1\ny = 1\nz = 1\n",
    });
    const declared = ["x", "y", "z"].map((name) => plain(treeAt(find(result, `env/prod.tfvars:${name}`), "declared")));
    expect(declared).toEqual([true, true, false]);
  });

  test("is there once for each environment that reads the file", async () => {
    const result = await parse({
      "main.tf": 'variable "x" {}\n',
      "terraform.tfvars": "x = 1\n",
      "dev.tfvars": "x = 2\n",
      "prod.tfvars": "x = 3\n",
    });
    const environments = result.declarations
      .filter(({ identity }) => identity.address === "terraform.tfvars:x")
      .map(({ environment }) => environment.name);
    expect(environments).toEqual(["dev", "prod"]);
  });
});

test("a variable file that fits no root is declared with its path", async () => {
  const result = await parse({ "main.tf": "", "env/prod.tfvars": "x = 1\n" });
  const declaration = find(result, "env/prod.tfvars");
  expect([declaration.type, plain(declaration.body)]).toEqual(["variable-file", { path: "env/prod.tfvars" }]);
});
