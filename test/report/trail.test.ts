import { expect, test } from "vitest";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { reasonsOf } from "../../src/report/trail.ts";

const texts = new Texts(
  new MemoryFiles({
    "modules/compute/main.tf": "public_ip = !var.public\n",
    "main.tf": "public = local.open\nopen = var.open\n",
    "prod.tfvars": "open = true\n",
    "deploy.sh": "SKU=Basic\n",
  }),
);

function place(file: string, piece: string) {
  const text = texts.get(file)!;
  const at = text.text.indexOf(piece);
  return text.place(at, at + piece.length);
}

const attribute = place("modules/compute/main.tf", "!var.public");
const use = { at: place("modules/compute/main.tf", "var.public"), text: "var.public" };
const local = { at: place("main.tf", "local.open"), text: "local.open" };
const variable = { at: place("main.tf", "var.open"), text: "var.open" };

test.each([
  ["nothing to say", [], []],
  ["a name within the finding alone", [use], []],
  [
    "a variable that is set",
    [use, { at: place("prod.tfvars", "true"), text: "set in prod.tfvars" }],
    ["var.public is set in prod.tfvars:1:8"],
  ],
  [
    "a variable that has a default",
    [use, { at: place("main.tf", "var.open"), text: "default of var.public" }],
    ["var.public has its default in main.tf:2:8"],
  ],
  [
    "a way through a module and a local",
    [use, local, variable, { at: place("prod.tfvars", "true"), text: "set in prod.tfvars" }],
    [
      "var.public is local.open in main.tf:1:10",
      "local.open is var.open in main.tf:2:8",
      "var.open is set in prod.tfvars:1:8",
    ],
  ],
  [
    "a variable of a shell",
    [{ at: place("deploy.sh", "Basic"), text: "$SKU, set in deploy.sh" }],
    ["$SKU is set in deploy.sh:1:5"],
  ],
  [
    "the ways to two values that decide together",
    [
      use,
      { at: place("prod.tfvars", "true"), text: "set in prod.tfvars" },
      local,
      { at: place("main.tf", "var.open"), text: "default of var.other" },
    ],
    [
      "var.public is set in prod.tfvars:1:8",
      "local.open in main.tf:1:10 decides, too",
      "var.other has its default in main.tf:2:8",
    ],
  ],
  [
    "a value without a name",
    [{ at: place("prod.tfvars", "true"), text: "set in prod.tfvars" }],
    ["it is set in prod.tfvars:1:8"],
  ],
])("%s", (_name, trail, words) => {
  expect(reasonsOf(attribute, trail).map((reason) => reason.words)).toEqual(words);
});
