import { describe, expect, test } from "vitest";
import { lintStack, mutated, resourcesIn, rulesIn, stackIn } from "./stack.ts";

const stack = stackIn("examples/hardened/bicep");

test.each(["recommended", "strict"] as const)(
  "the hardened template yields nothing with the preset %s",
  async (preset) => {
    const report = await lintStack(stack, preset);
    expect(report.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  },
);

test("of the hardened template only the region waits for the resource group", async () => {
  const report = await lintStack(stack, "strict");
  expect(report.undecided.map(({ rule, why }) => `${rule}: ${why}`)).toEqual([
    "compute/region-mismatch: the resource group's location is known only during the deployment",
  ]);
});

test("the hardened template holds what a production platform has", async () => {
  expect(await resourcesIn(stack, "prod")).toMatchObject({
    workspace: 1,
    "compute.cluster": 2,
    "outbound-rule": 2,
    "storage.account": 1,
    "storage.blob-service": 1,
    "key-vault": 1,
    key: 1,
    registry: 1,
    insights: 1,
    "diagnostic-setting": 1,
    identity: 2,
    "role.assignment": 7,
    "private-endpoint": 5,
    "dns-zone-group": 5,
    "dns-zone": 6,
    "kubernetes.cluster": 1,
    "kubernetes.pool": 2,
    "trusted-access": 1,
    extension: 1,
    attachment: 1,
    "instance-type": 2,
    "endpoint.online": 2,
    deployment: 2,
  });
});

/** One change each, and the rules that notice. */
const mutations: readonly (readonly [file: string, from: string, to: string, ...rules: string[]])[] = [
  [
    "main.json",
    '"publicNetworkAccess": "Disabled",\n        "managedNetwork"',
    '"managedNetwork"',
    "workspace/public-access",
  ],
  [
    "main.json",
    '"AllowOnlyApprovedOutbound"',
    '"AllowInternetOutbound"',
    "workspace/open-outbound",
    "workspace/outbound-rule-ignored",
  ],
  ["main.json", '"imageBuildCompute": "cpu",', "", "workspace/no-image-build-compute"],
  ["main.json", '"systemDatastoresAuthMode": "Identity",', "", "workspace/storage-keys-disabled"],
  ["main.json", '"v1LegacyMode": false', '"v1LegacyMode": true', "workspace/legacy-v1-mode"],
  ["main.json", '"enableNodePublicIp": false', '"enableNodePublicIp": true', "compute/public-ip"],
  ["main.json", '"AmlCompute",\n        "disableLocalAuth": true', '"AmlCompute"', "compute/local-auth"],
  ["main.json", '"minNodeCount": 0', '"minNodeCount": 1', "compute/idle-nodes"],
  ["main.prod.parameters.json", '"Standard_NC24ads_A100_v4"', '"Standard_NC24s_v3"', "compute/retired-vm-size"],
  ["main.prod.parameters.json", '"maxNodes": 8', '"maxNodes": 0', "compute/min-above-max"],
  ["main.json", '"defaultValue": "Standard_ZRS"', '"defaultValue": "Standard_LRS"', "storage/local-redundancy"],
  ["main.json", '"minimumTlsVersion": "TLS1_2"', '"minimumTlsVersion": "TLS1_0"', "storage/old-tls"],
  ["main.json", '"allowBlobPublicAccess": false', '"allowBlobPublicAccess": true', "storage/public-blobs"],
  ["main.json", '"enabled": true,\n          "days": 30', '"enabled": false', "storage/no-soft-delete"],
  [
    "main.json",
    '"enablePurgeProtection": true,',
    "",
    "key-vault/no-purge-protection",
    "workspace/key-vault-not-purge-protected",
  ],
  ["main.json", '"enableRbacAuthorization": true', '"enableRbacAuthorization": false', "key-vault/access-policies"],
  ["main.json", '"adminUserEnabled": false', '"adminUserEnabled": true', "registry/admin-user"],
  ["main.json", '"DisableLocalAuth": true', '"DisableLocalAuth": false', "insights/local-auth"],
  ["main.json", '"amlworkspace"', '"workspace"', "workspace/wrong-endpoint-subresource"],
  ["main.json", '"enablePrivateCluster": true', '"enablePrivateCluster": false', "kubernetes/public-api-server"],
  ["main.json", '"networkPolicy": "cilium",', "", "kubernetes/no-network-policy"],
  ["main.json", '"sslCname": "[parameters(\'serving\').domain]",', "", "extension/ssl-cname-missing"],
  ["main.json", '"internalLoadBalancerProvider": "azure",', "", "extension/public-load-balancer"],
  ["main.prod.parameters.json", '"highlyAvailable": true', '"highlyAvailable": false', "extension/router-not-ha"],
  [
    "main.prod.parameters.json",
    '"nodes": 4',
    '"nodes": 0',
    "extension/router-ha-too-few-nodes",
    "kubernetes/too-few-nodes",
  ],
  ["main.json", '"defaultInstanceType": "small"', '"defaultInstanceType": "tiny"', "attach/undefined-instance-type"],
  ["main.json", '"AADToken"', '"Key"', "endpoint/key-auth"],
  ["main.prod.parameters.json", '"instances": 3', '"instances": 1', "endpoint/single-instance"],
];

describe("one change to the hardened template", () => {
  test.each(mutations)("%s: %j to %j", async (file, from, to, ...rules) => {
    const report = await lintStack(mutated(stack, { file, from, to }), "strict");
    expect(rulesIn(report)).toEqual(rules.sort());
  });
});
