import { describe, expect, test } from "vitest";
import { extensionSetting, formerSetting } from "../../data/extension-settings.ts";
import {
  certificateOf,
  highAvailabilityKeys,
  internalBalancerProvider,
  routerHighAvailability,
  routerServiceType,
  settingOf,
  switchOf,
  workloadOf,
  writtenSettings,
} from "../../src/model/extension-settings.ts";
import type { Declaration, Resource } from "../../src/model/resource.ts";
import { settingsMapName, settingText } from "../../src/model/setting-text.ts";
import type { Value } from "../../src/model/value.ts";
import { declare, only, type Plain, unknown } from "../mapping/trees.ts";

const open = unknown("nobody knows");

function extensionOf(declaration: Declaration): Resource<"extension"> {
  return only(declaration, "extension") as Resource<"extension">;
}

interface Written {
  readonly settings?: Plain;
  readonly secured?: Plain;
}

function inTerraform({ settings, secured }: Written) {
  const body = {
    extension_type: "Microsoft.AzureML.Kubernetes",
    configuration_settings: settings,
    configuration_protected_settings: secured,
  };
  return extensionOf(declare("azurerm_kubernetes_cluster_extension", body));
}

function inCommand(settings: Plain, verb: "create" | "update" = "create", more: Record<string, Plain> = {}) {
  const body = { "extension-type": "Microsoft.AzureML.Kubernetes", settings, ...more };
  return extensionOf(declare(`k8s-extension ${verb}`, body, { source: "command" }));
}

/** What a value is, in short: the value itself, `-` where it is absent, `?` where it is unknown. */
function short(value: Value<unknown>): unknown {
  return value.state === "known" ? value.value : value.state === "absent" ? "-" : "?";
}

describe("a setting", () => {
  test.each<[string, Written, string[], unknown]>([
    ["is read from the plain settings", { settings: { a: "1" } }, ["a"], "1"],
    ["is read from the protected settings", { settings: {}, secured: { a: "1" } }, ["a"], "1"],
    ["has its first name that is written", { settings: { former: "1", current: "2" } }, ["current", "former"], "2"],
    ["has a former name where that is written", { settings: { former: "1" } }, ["current", "former"], "1"],
    ["is absent where all settings are seen", { settings: { b: "1" } }, ["a"], "-"],
    ["is absent where nothing is written", {}, ["a"], "-"],
    ["is absent where its text is empty", { settings: { a: "" } }, ["a"], "-"],
    ["is unknown where its value is", { settings: { a: open } }, ["a"], "?"],
    ["is unknown where the plain settings are", { settings: open, secured: {} }, ["a"], "?"],
    ["is unknown where the protected settings are", { settings: {}, secured: open }, ["a"], "?"],
    ["is known beside unknown protected settings", { settings: { a: "1" }, secured: open }, ["a"], "1"],
    ["is unknown where it is written twice with two values", { settings: { a: "1" }, secured: { a: "2" } }, ["a"], "?"],
    ["is known where both values are the same", { settings: { a: "1" }, secured: { a: "1" } }, ["a"], "1"],
    ["is unknown where only the case of its key differs", { settings: { A: "1" } }, ["a"], "?"],
  ])("%s", (_, written, names, expected) => {
    expect(short(settingOf(inTerraform(written), ...names))).toBe(expected);
  });

  test("that an update does not name is unknown", () => {
    expect(short(settingOf(inCommand({ b: "1" }, "update"), "a"))).toBe("?");
    expect(short(settingOf(inCommand({ b: "1" }, "create"), "a"))).toBe("-");
  });

  test("is unknown where a command may have more settings than can be seen", () => {
    const extension = inCommand({ b: "1" }, "create", { "settings-incomplete": "$SETTINGS is not known" });
    expect(settingOf(extension, "a")).toMatchObject({ state: "unknown", why: "$SETTINGS is not known" });
  });

  test("that is absent is missed in the settings map", () => {
    const extension = inTerraform({ settings: { b: "1" } });
    expect(settingOf(extension, "a").at).toEqual(extension.attributes.settings.at);
  });
});

test("written settings are listed with the map they stand in", () => {
  const extension = inTerraform({ settings: { a: "1", b: null }, secured: { c: open } });
  expect(writtenSettings(extension).map(({ key, within }) => `${within}.${key}`)).toEqual([
    "settings.a",
    "protectedSettings.c",
  ]);
});

test.each([
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["Ture", "?"],
  ["1", "?"],
  [" true", "?"],
  ["", "-"],
  [true, true],
])("a switch that reads %j is %j", (text, expected) => {
  expect(short(switchOf(inTerraform({ settings: { a: text } }), "a"))).toBe(expected);
});

test.each<[Written, boolean | string]>([
  [{ settings: { enableInference: "True" } }, true],
  [{ settings: { enableTraining: "True" } }, false],
  [{}, false],
  [{ settings: { enableInference: "Ture" } }, "?"],
  [{ settings: open }, "?"],
])("with %j inference is on: %j", (written, expected) => {
  expect(short(workloadOf(inTerraform(written), "inference"))).toBe(expected);
});

test("what an update leaves out may be on", () => {
  expect(short(workloadOf(inCommand({ installPromOp: "False" }, "update"), "inference"))).toBe("?");
});

test.each<[Written["settings"], unknown, unknown]>([
  [{ inferenceRouterServiceType: "LoadBalancer" }, "loadBalancer", "-"],
  [{ inferenceRouterServiceType: "clusterip" }, "clusterIP", "-"],
  [{ inferenceRouterServiceType: "External" }, "?", "-"],
  [{ inferenceRouterServiceType: "" }, "-", "-"],
  [{ privateEndpointNodeport: "True" }, "nodePort", "-"],
  [{ privateEndpointNodeport: "False" }, "-", "-"],
  [{ privateEndpointILB: "True" }, "loadBalancer", "azure"],
  [{ privateEndpointILB: open }, "?", "?"],
  [{ "scoringFe.serviceType.nodePort": "true" }, "nodePort", "-"],
  [{ "scoringFe.serviceType.internalLoadBalancer": "true" }, "loadBalancer", "azure"],
  [{ inferenceRouterServiceType: "loadBalancer", internalLoadBalancerProvider: "azure" }, "loadBalancer", "azure"],
  [{}, "-", "-"],
])("with %j the router is of type %j and its internal provider %j", (settings, type, provider) => {
  const extension = inTerraform({ settings });
  expect(short(routerServiceType(extension))).toBe(type);
  expect(short(internalBalancerProvider(extension))).toBe(provider);
});

test.each<[Written, unknown]>([
  [{ settings: { sslSecret: "tls" } }, "tls"],
  [{ settings: { "scoringFe.sslSecret": "tls" } }, "tls"],
  [{ settings: {}, secured: { sslCertPemFile: "c", sslKeyPemFile: "k" } }, "c"],
  [{ settings: { sslCertPemFile: "c", sslKeyPemFile: "k" } }, "c"],
  [{ settings: {}, secured: { "scoringFe.sslCert": "c", "scoringFe.sslKey": "k" } }, "c"],
  [{ settings: {}, secured: { sslCertPemFile: "c" } }, "-"],
  [{ settings: {}, secured: { sslCertPemFile: open } }, "-"],
  [{ settings: {}, secured: { sslCertPemFile: open, sslKeyPemFile: "k" } }, "?"],
  [{ settings: { sslSecret: open }, secured: { sslCertPemFile: "c", sslKeyPemFile: "k" } }, "c"],
  [{ settings: { sslCname: "host" } }, "-"],
  [{ settings: {}, secured: open }, "?"],
])("with %j the certificate is %j", (written, expected) => {
  expect(short(certificateOf(inTerraform(written)))).toBe(expected);
});

describe("high availability of the router", () => {
  const chartDefault = extensionSetting("inferenceRouterHA")?.default;

  test.each(highAvailabilityKeys)("is read from %s", (key) => {
    expect(short(routerHighAvailability(inTerraform({ settings: { [key]: "False" } }), chartDefault))).toBe(false);
  });

  test("that is not written is the chart's default in Terraform, and says so", () => {
    const value = routerHighAvailability(inTerraform({ settings: {} }), chartDefault);
    expect(value).toMatchObject({ state: "known", value: true, defaultOf: "the AzureML extension" });
  });

  test("that is not written in a command is up to the command line", () => {
    expect(short(routerHighAvailability(inCommand({}), chartDefault))).toBe("?");
  });

  test("of which no default is known stays open", () => {
    expect(short(routerHighAvailability(inTerraform({ settings: {} }), undefined))).toBe("?");
  });
});

describe("every former key of the facts", () => {
  test.each(["ssKeyPMFile", "sslCertKeyFile", "slKeyPemFile"])("%s counts as the key of the certificate", (key) => {
    expect(formerSetting(key)?.replacements).toEqual({ sslKeyPemFile: null });
    const extension = inTerraform({ settings: {}, secured: { sslCertPemFile: "c", [key]: "k" } });
    expect(short(certificateOf(extension))).toBe("c");
  });

  test.each(highAvailabilityKeys.slice(1))("%s stands for inferenceRouterHA", (key) => {
    expect(formerSetting(key)?.replacements).toEqual({ inferenceRouterHA: null });
  });
});

describe("the text that sets a setting", () => {
  const extensions = {
    azurerm: inTerraform({}),
    command: inCommand({}),
    azapi: extensionOf(
      declare(
        "Microsoft.KubernetesConfiguration/extensions",
        { properties: { extensionType: "Microsoft.AzureML.Kubernetes" } },
        { source: "azapi" },
      ),
    ),
    arm: extensionOf(
      declare(
        "Microsoft.KubernetesConfiguration/extensions",
        { properties: { extensionType: "Microsoft.AzureML.Kubernetes" } },
        { source: "arm" },
      ),
    ),
  };

  test.each([
    ["azurerm", "sslCname", 'sslCname = "host"', "configuration_settings"],
    ["azurerm", "scoringFe.sslKey", '"scoringFe.sslKey" = "host"', "configuration_settings"],
    ["azapi", "sslCname", 'sslCname = "host"', "configurationSettings"],
    ["arm", "sslCname", '"sslCname": "host"', "configurationSettings"],
    ["command", "sslCname", "sslCname=host", "--config"],
  ] as const)("in %s, %s is %s in %s", (source, key, text, map) => {
    expect(settingText(extensions[source], key, "host")).toBe(text);
    expect(settingsMapName(extensions[source], "settings")).toBe(map);
  });
});
