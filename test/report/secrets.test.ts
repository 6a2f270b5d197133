import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { projectDocument } from "../../src/cli/model/model-document.ts";
import type { Report } from "../../src/engine/report.ts";
import { lint } from "../../src/lint.ts";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { parseProject } from "../../src/parsers/project.ts";
import { formatAzure } from "../../src/report/azure.ts";
import { formatConcise } from "../../src/report/concise.ts";
import { formatGithub } from "../../src/report/github.ts";
import { formatGitlab } from "../../src/report/gitlab.ts";
import { formatJson } from "../../src/report/json.ts";
import { formatJunit } from "../../src/report/junit.ts";
import { formatMarkdown } from "../../src/report/markdown.ts";
import { formatPretty } from "../../src/report/pretty.ts";
import { formatSarif } from "../../src/report/sarif/sarif.ts";
import { asciiMarks, plainStyle } from "../../src/report/text/style.ts";

/** Every secret is a word of this shape, so that none can be overlooked. */
const secret = /Hidden\w*/g;

const azureTemplate = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "adminPassword": { "type": "securestring", "defaultValue": "HiddenA" }, "token": { "type": "string", "defaultValue": "HiddenB" } },
  "resources": [
    { "type": "Microsoft.MachineLearningServices/workspaces/computes", "apiVersion": "2024-10-01", "name": "ml/gpu", "location": "westeurope", "properties": { "computeType": "AmlCompute", "properties": { "vmSize": "STANDARD_NC6", "enableNodePublicIp": true, "userAccountCredentials": { "adminUserName": "me", "adminUserPassword": "HiddenC" }, "scaleSettings": { "minNodeCount": 3, "maxNodeCount": 2 } } } },
    { "type": "Microsoft.KubernetesConfiguration/extensions", "apiVersion": "2023-05-01", "name": "ml", "scope": "[resourceId('Microsoft.ContainerService/managedClusters', 'a')]", "properties": { "extensionType": "Microsoft.AzureML.Kubernetes", "configurationSettings": { "enableInference": "Maybe", "unknownThing": "1" }, "configurationProtectedSettings": { "sslKeyPemFile": "key.pem", "scoringFe.sslKey": "HiddenD", "other": "HiddenE" } } }
  ]
}
`;

const files: Readonly<Record<string, string>> = {
  "main.tf": `
variable "public" { type = bool }
resource "azurerm_machine_learning_compute_cluster" "c" {
  name = "c"
  ssh { admin_username = "me", admin_password = "HiddenF" }
  tags = { token = "HiddenG", cost = "1", connection_string = "AccountName=a;AccountKey=HiddenHHH;x=y" }
  vm_size = "STANDARD_NC6"
  node_public_ip_enabled = var.public
  scale_settings { min_node_count = 3, max_node_count = 2 }
}
resource "azurerm_kubernetes_cluster_extension" "e" {
  name = "e"
  cluster_id = azurerm_kubernetes_cluster.k.id
  extension_type = "Microsoft.AzureML.Kubernetes"
  configuration_settings = { enableInference = "Maybe", unknownThing = "1", relayserver_connectionString = "HiddenI" }
  configuration_protected_settings = { sslKeyPemFile = "k.pem", "scoringFe.sslKey" = "HiddenJ", other = "HiddenK" }
}
resource "azurerm_machine_learning_datastore_blobstorage" "d" {
  name = "d"
  account_key = "HiddenL"
}
`,
  "environments/prod.tfvars": 'public = true # password = "HiddenM"\nmisspelt_password = "HiddenN"\n',
  "main.json": azureTemplate,
  "deploy.sh": [
    "az k8s-extension create --name ml --extension-type Microsoft.AzureML.Kubernetes --cluster-name a --resource-group r --cluster-type managedClusters --scope cluster --config enableInference=Maybe unknownThing=1 --config-protected scoringFe.sslKey=HiddenO sslKeyPemFile=k.pem",
    "PASSWORD=HiddenP az ml compute create --type amlcompute --name gpu --size STANDARD_NC6 --min-instances 3 --max-instances 2 --admin-username me --admin-password HiddenQ --workspace-name ml --resource-group r",
    "",
  ].join("\n"),
  "datastore.yml": [
    "$schema: https://azuremlschemas.azureedge.net/latest/azureBlob.schema.json",
    "{ name: data, type: azure_blob, account_name: a, container_name: c, credentials: { account_key: HiddenR } }",
    "",
  ].join("\n"),
  "compute.yml": [
    "$schema: https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json",
    "name: gpu",
    "type: amlcompute",
    "size: STANDARD_NC6 # password: HiddenS",
    "ssh_settings: { admin_username: me, admin_password: HiddenT }",
    "min_instances: 3",
    "max_instances: 2",
    "",
  ].join("\n"),
};

const memory = new MemoryFiles(files);
const input = {
  files: memory,
  paths: memory.paths(),
  configuration: { preset: "all" as const },
  environments: [],
  today: "2026-06-01",
  rules,
  version: "1.2.3",
};
const options = {
  style: plainStyle(asciiMarks),
  width: 100,
  codeWidth: 10_000,
  undecided: true,
  showSuppressed: true,
  page: () => undefined,
  scope: { paths: [], files: 1, environments: [] },
};

const formats: Readonly<Record<string, (report: Report) => string>> = {
  pretty: (report) => formatPretty(report, options),
  concise: formatConcise,
  json: (report) => formatJson(report, options),
  sarif: (report) => formatSarif(report, options),
  github: formatGithub,
  azure: formatAzure,
  gitlab: formatGitlab,
  junit: formatJunit,
  markdown: formatMarkdown,
};

const expected = [..."ABCDEFIJKLNOPQRST"].map((letter) => `Hidden${letter}`).join(" ");

describe("secrets beside what a finding is about", () => {
  test.each(Object.keys(formats))("are not in %s", async (name) => {
    const report = await lint(input);
    expect(formats[name]!(report).match(secret)).toBeNull();
  });

  test("stand in files with findings, on their lines", async () => {
    const report = await lint(input);
    const shown = report.findings.map(({ at }) => files[at.file]!.split("\n")[at.start.line - 1]!);
    const touched = new Set(shown.flatMap((line) => line.match(secret) ?? []));
    expect([...touched].sort().join(" ")).toBe(expected);
  });

  test("are not in what inspect prints", async () => {
    const project = await parseProject({ texts: new Texts(memory), paths: memory.paths(), environments: [] }, {});
    expect(JSON.stringify(projectDocument(project, project.resources)).match(secret)).toBeNull();
  });
});
