import { describe, expect, test } from "vitest";
import { bodyOf, declarationsOf, entryAt, onlyDeclaration, plain, textAt } from "./reading.ts";

const files = (text: string) => ({ "deploy.sh": text });

describe("an option stands under its canonical name", () => {
  test.each<[string, string, Record<string, unknown>]>([
    ["long", "az ml compute create --name a", { name: "a" }],
    ["short", "az ml compute create -n a -g b -w c", { name: "a", "resource-group": "b", "workspace-name": "c" }],
    ["with a sign", "az ml compute create --name=a", { name: "a" }],
    ["short, glued", "az ml compute create -na", { name: "a" }],
    ["short, with a sign", "az ml compute create -n=a", { name: "a" }],
    ["abbreviated", "az ml compute create --resource rg", { "resource-group": "rg" }],
    [
      "an alias",
      "az k8s-extension create --extension-type microsoft.azureml.kubernetes --auto-upgrade false",
      {
        "auto-upgrade-minor-version": "false",
      },
    ],
    ["alone", "az ml compute create --no-wait -n a", { "no-wait": true, name: "a" }],
    ["three states", "az ml workspace create --provision-network-now false -n a", { "provision-network-now": "false" }],
    ["several values", "az ml compute create --tags a=b c=d -n a", { tags: ["a=b", "c=d"] }],
    ["identities by commas", "az ml compute attach -i /a,/b", { "user-assigned-identities": ["/a", "/b"] }],
    [
      "identities of variables",
      'A=/a\naz ml compute attach -i "$A,$B,/c$D"',
      { "user-assigned-identities": ["/a", "? $B is not set in deploy.sh", "? $D is not set in deploy.sh"] },
    ],
    ["one identity", "az ml compute attach -i /a", { "user-assigned-identities": ["/a"] }],
    ["the last of two", "az ml compute create -n a -n b", { name: "b" }],
    ["a negative number", "az ml compute create --min-instances -1", { "min-instances": "-1" }],
    ["global", "az ml compute create -n a -o tsv --query x", { output: "tsv", query: "x" }],
    ["of a command without a reference", "az ml something new --what-ever a --flag", { "what-ever": "a", flag: true }],
  ])("%s", (_, text, expected) => {
    expect(bodyOf(onlyDeclaration(text))).toMatchObject(expected);
  });
});

test("the places of identities are their parts of the word", () => {
  const text = "az ml compute attach -i /a,/b";
  const { value } = entryAt(onlyDeclaration(text), "user-assigned-identities");
  const items = value.form === "list" ? value.items : [];
  expect(items.map((item) => textAt(files(text), item.at))).toEqual(["/a", "/b"]);
});

describe("commands that are read", () => {
  test.each<[string, string[]]>([
    ["az ml job create -f x.yml", ["ml job create"]],
    ["sudo az ml compute create", ["ml compute create"]],
    ["timeout 60 az ml compute create", ["ml compute create"]],
    ["/usr/bin/az ml compute create", ["ml compute create"]],
    ["AZ=az\n$AZ aks create -n a -g b", ["aks create"]],
    ["az ml computetarget attach aks -n a -i /x", ["ml computetarget attach aks"]],
    ["az aks create -n a -g b", ["aks create"]],
    ["az provider register --namespace Microsoft.X", ["provider register"]],
    ["az storage account create -n a\naz ml compute create", ["ml compute create"]],
    ["echo az ml compute create", []],
    ['echo "az ml compute create"', []],
    ["# az ml compute create", []],
    ["az $GROUP create", []],
  ])("%s", (text, types) => {
    expect(declarationsOf(text).map((declaration) => declaration.type)).toEqual(types);
  });
});

const extension =
  "az k8s-extension create --extension-type Microsoft.AzureML.Kubernetes -n a -c b -t managedClusters -g c";

describe("a command that cannot be what was meant", () => {
  test.each<[string, string, unknown[], string[]]>([
    [
      "an en-dash apart",
      "az provider register – namespace Microsoft.X",
      [{ problem: "not-a-dash", word: "–", replacement: "--namespace" }],
      ["– namespace"],
    ],
    [
      "an en-dash in front",
      "az provider register –namespace Microsoft.X",
      [{ problem: "not-a-dash", word: "–namespace", replacement: "--namespace" }],
      ["–namespace"],
    ],
    [
      "an em-dash for a short flag",
      "az provider register —n Microsoft.X",
      [{ problem: "not-a-dash", word: "—n", replacement: "-n" }],
      ["—n"],
    ],
    ["a lone dash", `${extension} – x`, [{ problem: "not-a-dash", word: "–" }], ["–"]],
    [
      "a misspelt flag",
      "az ml compute create --min-instance 1 --max-instnces 2",
      [{ problem: "unknown-flag", word: "--max-instnces", replacement: "--max-instances" }],
      ["--max-instnces"],
    ],
    [
      "an unknown flag",
      `${extension} --something-else x`,
      [{ problem: "unknown-flag", word: "--something-else" }],
      ["--something-else"],
    ],
    ["an unknown short flag", `${extension} -q x`, [{ problem: "unknown-flag", word: "-q" }], ["-q"]],
    [
      "a flag glued to a value",
      "az ml compute create --resource-group/foo",
      [{ problem: "glued-flag", word: "--resource-group", replacement: "--resource-group /foo" }],
      ["--resource-group/foo"],
    ],
    [
      "a flag glued to a placeholder",
      "az ml compute create --resource-group<rg>",
      [{ problem: "glued-flag", word: "--resource-group" }],
      ["--resource-group<rg>"],
    ],
    [
      "a value glued to a flag",
      `${extension} --config-protected sslKeyPemFile=<key>--scope cluster`,
      [{ problem: "glued-flag", word: "--scope", replacement: " --scope" }],
      ["--scope"],
    ],
    [
      "one dash too few",
      "az ml compute create -name a",
      [{ problem: "single-dash", word: "-name", replacement: "--name" }],
      ["-name"],
    ],
    [
      "required flags",
      "az k8s-extension create --extension-type Microsoft.AzureML.Kubernetes -g a -c b",
      [
        { problem: "missing-flag", word: "--cluster-type" },
        { problem: "missing-flag", word: "--name" },
      ],
      ["az", "az"],
    ],
    [
      "no pair",
      `${extension} --config enableTraining True`,
      [
        { problem: "not-a-setting", word: "enableTraining" },
        { problem: "not-a-setting", word: "True" },
      ],
      ["enableTraining", "True"],
    ],
  ])("%s", (_, text, expected, places) => {
    const declaration = onlyDeclaration(text);
    const malformed = entryAt(declaration, "malformed").value;
    expect(plain(malformed)).toEqual(expected);
    const items = malformed.form === "list" ? malformed.items : [];
    expect(items.map((item) => textAt(files(text), item.at))).toEqual(places);
  });
});

describe("a command that may well be right", () => {
  test.each([
    [`${extension} --config enableTraining=True --no-wait --only-show-errors`],
    [`${extension} --config "$SETTINGS" --config-protected \${PROTECTED[@]}`],
    ["az k8s-extension create --extension-type Microsoft.AzureML.Kubernetes $MORE"],
    ["az ml job create --brand-new-option x"],
    ["az aks create -n a --preview-thing"],
    ["az ml compute create -f compute.yml"],
    ["az ml compute create --name a--b"],
    ["az provider register -n Microsoft.X --wait"],
  ])("%s", (text) => {
    expect(onlyDeclaration(text).body.entries.has("malformed")).toBe(false);
  });
});

test("a flag that was meant counts as written", () => {
  const body = bodyOf(onlyDeclaration("az provider register – namespace Microsoft.X"));
  expect(body.namespace).toBe("Microsoft.X");
});

test("equal commands of a file have addresses of their own", () => {
  const declarations = declarationsOf("az ml compute create -n a\naz ml compute create -n a\naz ml compute create");
  expect(declarations.map(({ identity }) => identity.address)).toEqual([
    "ml compute create a",
    "ml compute create a (2)",
    "ml compute create",
  ]);
});

describe("whether a command runs", () => {
  test.each<[string, string, boolean]>([
    ["always", "az ml compute create", true],
    ["in a branch", "if x; then az ml compute create; fi", false],
    ["in a loop", "for i in 1 2; do az ml compute create; done", false],
    ["after a test", "[ -n x ] && az ml compute create", false],
    ["after something that fails", "az x || az ml compute create", false],
    ["after something that works", "az x && az ml compute create", true],
    ["in a function that is called", "f() { az ml compute create; }\nf", true],
    ["in a function that is not", "f() { az ml compute create; }", false],
    ["in a function with both words that is called", "function f() { az ml compute create; }\nf", true],
    ["in a function with both words that is not", "function f() { az ml compute create; }", false],
    ["in a condition", "if az ml compute create; then x; fi", true],
  ])("%s", (_, text, certain) => {
    expect(onlyDeclaration(text).existence.certain).toBe(certain);
  });
});

describe("the environment", () => {
  test.each([
    ["deploy.sh", "default"],
    ["environments/prod/deploy.sh", "prod"],
    ["scripts/deploy-dev.sh", "deploy-dev"],
    ["prod/dev/deploy.sh", "dev"],
  ])("of %s is %s", (path, name) => {
    expect(onlyDeclaration("az ml compute create", path).environment.name).toBe(name);
  });
});
