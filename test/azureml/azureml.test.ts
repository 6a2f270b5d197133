import { describe, expect, test } from "vitest";
import { bodyOf, declarationsOf, onlyDeclaration, readFiles } from "../commands/reading.ts";

const schema = (name: string) => `$schema: https://azuremlschemas.azureedge.net/latest/${name}.schema.json\nname: x\n`;

describe("what a file describes, by its schema", () => {
  test.each([
    ["amlCompute", "compute/amlcompute"],
    ["computeInstance", "compute/computeinstance"],
    ["kubernetesCompute", "compute/kubernetes"],
    ["workspace", "workspace"],
    ["registry", "registry"],
    ["managedOnlineEndpoint", "onlineEndpoint"],
    ["kubernetesOnlineEndpoint", "onlineEndpoint"],
    ["managedOnlineDeployment", "onlineDeployment/managed"],
    ["kubernetesOnlineDeployment", "onlineDeployment/kubernetes"],
    ["batchEndpoint", "batchEndpoint"],
    ["modelBatchDeployment", "batchDeployment"],
    ["azureBlob", "datastore/azure_blob"],
    ["commandJob", "job"],
    ["pipelineJob", "job"],
    ["commandComponent", "component"],
  ])("%s is %s", (name, type) => {
    expect(onlyDeclaration(schema(name), "a.yml")).toMatchObject({ source: "azureml", type });
  });
});

describe("what a file describes, by its content", () => {
  test.each([
    ["type: amlcompute\nname: a\nmin_instances: 0\n", "compute/amlcompute"],
    ["type: AmlCompute\nname: a\n", "compute/amlcompute"],
    ["type: computeinstance\nname: a\n", "compute/computeinstance"],
    ["type: kubernetes\nname: a\nresource_id: /x\n", "compute/kubernetes"],
    ["name: a\nlocation: b\nhbi_workspace: true\n", "workspace"],
    ["name: a\nauth_mode: key\n", "onlineEndpoint"],
    ["name: a\nendpoint_name: b\ninstance_type: c\n", "onlineDeployment/managed"],
    ["name: a\nendpoint_name: b\ninstance_type: c\ntype: kubernetes\n", "onlineDeployment/kubernetes"],
    ["name: a\nendpoint_name: b\nmini_batch_size: 1\n", "batchDeployment"],
    ["name: a\ntype: azure_blob\naccount_name: b\n", "datastore/azure_blob"],
    ["command: python x.py\nenvironment: azureml:e\ncompute: azureml:c\n", "job"],
    ["command: x\nenvironment:\n  image: y\nresources:\n  instance_type: z\n", "job"],
  ])("%j is %s", (text, type) => {
    expect(onlyDeclaration(text, "a.yml").type).toBe(type);
  });
});

describe("other files are not ours", () => {
  test.each([
    ["a pool of something else", "name: a\nmin_instances: 1\ntype: pool\n"],
    ["Kubernetes", "apiVersion: v1\nkind: Service\nname: a\nauth_mode: key\n"],
    ["a schema of somebody else", "$schema: https://example.org/latest/workspace.schema.json\nmin_instances: 1\n"],
    ["an environment", schema("environment")],
    ["text", "instance_type\n"],
  ])("%s", (_, text) => {
    expect(declarationsOf(text, "a.yml")).toEqual([]);
  });
});

test("the steps of a pipeline job are jobs when they say on what they run", () => {
  const text = `${schema("pipelineJob")}jobs:
  train:
    command: x
    compute: azureml:gpu
    resources:
      instance_type: big
  score:
    command: y
`;
  expect(declarationsOf(text, "a.yml").map(({ type, identity }) => [type, identity.address])).toEqual([
    ["job", "job x"],
    ["job", "job train"],
  ]);
});

describe("a file that a command names", () => {
  const file = `${schema("amlCompute")}type: amlcompute\nsize: small\nmin_instances: 1\n`;

  test("is declared once, in the context of the command, with its options in place", () => {
    const { declarations } = readFiles({
      "prod/deploy.sh": "az ml compute create -f compute.yml -n y --max-instances 4 -w ws -g rg --set tags.a=b",
      "prod/compute.yml": file,
    });
    expect(declarations).toHaveLength(1);
    const [declaration] = declarations;
    expect(declaration).toMatchObject({ source: "azureml", type: "compute/amlcompute", environment: { name: "prod" } });
    expect(bodyOf(declaration!)).toMatchObject({
      name: "y",
      size: "small",
      min_instances: 1,
      max_instances: "4",
      "workspace-name": "ws",
      "resource-group": "rg",
      tags: { a: "b" },
    });
    expect(declaration!.body.entries.get("max_instances")!.value.at.file).toBe("prod/deploy.sh");
    expect(declaration!.body.entries.get("size")!.value.at.file).toBe("prod/compute.yml");
  });

  test("is one block however many commands make something of it, unless their options say something about it", () => {
    const { declarations } = readFiles({
      "a.sh": "az ml compute create -f compute.yml -n $A -w one\naz ml compute create -f compute.yml -n $B -w two",
      "b.sh": "az ml compute create -f compute.yml -n $C --min-instances 0",
      "compute.yml": file,
    });
    expect(declarations.map(({ identity }) => [identity.address, identity.block])).toEqual([
      ["compute/amlcompute", "compute/amlcompute"],
      ["compute/amlcompute (2)", "compute/amlcompute"],
      ["compute/amlcompute (3)", "compute/amlcompute (3)"],
    ]);
  });

  test("takes part in what a pipeline's stages say", () => {
    const stage = (name: string) =>
      `  - stage: ${name}\n    jobs:\n      - job: a\n        steps:\n          - script: az ml compute create -f compute.yml -n ${name}\n`;
    const { declarations } = readFiles({
      "azure-pipelines.yml": `stages:\n${stage("dev")}${stage("prod")}`,
      "compute.yml": file,
    });
    expect(declarations.map((found) => [found.environment.name, bodyOf(found).name, found.identity.address])).toEqual([
      ["dev", "dev", "compute/amlcompute dev"],
      ["prod", "prod", "compute/amlcompute prod"],
    ]);
  });

  test("in documentation stays as it is", () => {
    const { declarations } = readFiles({
      "README.md": "```bash\naz ml compute create -f compute.yml -n y\n```\n",
      "compute.yml": file,
    });
    expect(declarations.map((found) => [found.type, bodyOf(found).name, found.existence.certain])).toEqual([
      ["compute/amlcompute", "x", true],
    ]);
  });

  test("keeps what is wrong with the command", () => {
    const { declarations } = readFiles({ "a.sh": "az ml compute create -f compute.yml --szie s", "compute.yml": file });
    expect(bodyOf(declarations[0]!).malformed).toEqual([
      { problem: "unknown-flag", word: "--szie", replacement: "--size" },
    ]);
  });

  test("and that is not there leaves the rest undecided", () => {
    const body = bodyOf(onlyDeclaration("az ml compute create -f compute.yml -n y"));
    expect(body).toMatchObject({ name: "y", size: "? compute.yml is not here to read" });
  });

  test("and that does not concern us leaves the command alone", () => {
    const { declarations } = readFiles({ "a.sh": "az ml data create -f data.yml", "data.yml": "name: a\npath: b\n" });
    expect(declarations.map(({ type }) => type)).toEqual(["ml data create"]);
  });
});
