import { describe, expect, test } from "vitest";
import { extensionSetting, formerSetting, hasKnownRoot, nearestSetting } from "../../data/extension-settings.ts";

describe("a setting of the extension", () => {
  test.each([
    ["enableTraining", { type: "boolean", default: "False", workloads: ["training"] }],
    ["inferenceRouterServiceType", { type: "enum", allowed: ["loadBalancer", "nodePort", "clusterIP"] }],
    ["nodeSelector.pool", { name: "nodeSelector.<label>" }],
    ["sslKeyPemFile", { layer: "user-cli-only", protected: true }],
    ["cluster_name", { layer: "cli-computed" }],
    ["logAnalyticsWS", { status: "undocumented-legacy" }],
  ])("%s is known", (key, expected) => {
    expect(extensionSetting(key)).toMatchObject(expected);
  });

  test("is known in its own spelling only, as Helm reads it", () => {
    expect(extensionSetting("enabletraining")).toBeUndefined();
    expect(nearestSetting("enabletraining")).toBe("enableTraining");
  });

  test("has no default where the facts only describe one", () => {
    expect(extensionSetting("domain")?.default).toBeUndefined();
  });
});

test.each([
  ["privateEndpointNodeport", { replacements: { inferenceRouterServiceType: "nodePort" }, onlyWhenTrue: true }],
  [
    "privateEndpointILB",
    {
      replacements: { inferenceRouterServiceType: "loadBalancer", internalLoadBalancerProvider: "azure" },
      onlyWhenTrue: true,
    },
  ],
  ["inferenceLoadbalancerHA", { replacements: { inferenceRouterHA: null } }],
  ["ssKeyPMFile", { replacements: { sslKeyPemFile: null } }],
  ["inferenceRouterHA", undefined],
])("the former key %s has its replacement", (key, expected) => {
  expect(formerSetting(key)).toEqual(expected);
});

test.each([
  ["nginxIngress.controllerConfig.keep-alive", true],
  ["scoringFe.anything", true],
  ["madeUp.key", false],
  ["nodeselector", false],
  [".dotted", false],
])("%s has a root that the chart knows: %s", (key, expected) => {
  expect(hasKnownRoot(key)).toBe(expected);
});
