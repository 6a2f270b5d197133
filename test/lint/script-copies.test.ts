import { expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";

const script = "az k8s-extension create --name {0} --extension-type Microsoft.AzureML.Kubernetes";

const template = {
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  resources: [
    {
      type: "Microsoft.Resources/deploymentScripts",
      apiVersion: "2023-08-01",
      name: "[format('install-{0}', copyIndex())]",
      copy: { name: "clusters", count: 2 },
      kind: "AzureCLI",
      properties: {
        scriptContent: `[format('${script} --cluster-type managedClusters --cluster-name aks{1} -g {2} --scope cluster --config enableTraining=False', 'ml', copyIndex(), resourceGroup().name)]`,
      },
    },
  ],
};

test("the copies of a deployment script make one finding that names them", async () => {
  const { findings } = await lintFiles({ "main.json": JSON.stringify(template, undefined, 2) });
  const messages = findings.filter(({ rule }) => rule === "extension/no-workload").map(({ message }) => message);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain("The same holds for k8s-extension create ml (2).");
});
