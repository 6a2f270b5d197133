import { extensionSetting } from "../../../data/extension-settings.ts";
import {
  booleanOf,
  certificateOf,
  highAvailabilityKeys,
  internalBalancerProvider,
  routerHighAvailability,
  routerServiceType,
  settingOf,
  switchOf,
  workloadOf,
} from "../../model/extension-settings.ts";
import type { Resource } from "../../model/resource.ts";
import type { Value } from "../../model/value.ts";
import { controlsOf } from "../control.ts";
import { allowed, enabled, list, presence, reference, word, wordOrNone } from "../show.ts";

type Extension = Resource<"extension">;

const quiet = { quiet: true } as const;

/** Findings name a setting as a part of the map that holds it. */
function keys(...names: readonly string[]): { readonly also: readonly string[] } {
  return { also: names.flatMap((name) => [`settings.${name}`, `protectedSettings.${name}`]) };
}

const certificateKeys = ["sslSecret", "sslCertPemFile", "sslKeyPemFile", "scoringFe.sslCert", "scoringFe.sslKey"];

export const extension = controlsOf("extension", "AzureML extension", (row) => [
  row.attribute("cluster", "Kubernetes cluster", reference),
  row.attribute("scope", "Scope", word),
  row.value("training", "Training", (one) => workloadOf(one, "training"), enabled, keys("enableTraining")),
  row.value("inference", "Inference", (one) => workloadOf(one, "inference"), enabled, keys("enableInference")),
  row.value("insecureConnections", "Insecure connections", insecureConnections, allowed, {
    ...keys("allowInsecureConnections"),
    appliesTo: serves,
  }),
  row.value("certificate", "TLS certificate", certificateOf, presence, {
    ...keys(...certificateKeys),
    appliesTo: serves,
  }),
  row.value("sslCname", "TLS name", (one) => settingOf(one, "sslCname", "scoringFe.sslCname"), word, {
    ...keys("sslCname"),
    quiet: true,
  }),
  row.value("router", "Router", routerServiceType, word, {
    ...keys("inferenceRouterServiceType"),
    appliesTo: serves,
  }),
  row.value("internalBalancer", "Internal load balancer", internalBalancerProvider, wordOrNone, {
    ...keys("internalLoadBalancerProvider"),
    appliesTo: serves,
  }),
  row.value("routerHighAvailability", "Router high availability", highAvailability, enabled, {
    ...keys(...highAvailabilityKeys),
    appliesTo: serves,
  }),
  row.attribute("version", "Version", { ...word, none: "newest" }),
  row.attribute("autoUpgrade", "Automatic minor upgrades", enabled),
  row.attribute("releaseTrain", "Release train", word, quiet),
  row.attribute("replacedSettings", "Settings written twice", list, quiet),
]);

/** What concerns the inference router makes no sense where inference is certainly off. */
function serves(one: Extension): boolean {
  const inference = workloadOf(one, "inference");
  return inference.state !== "known" || inference.value;
}

function insecureConnections(one: Extension): Value<boolean> {
  const written = switchOf(one, "allowInsecureConnections");
  const text = extensionSetting("allowInsecureConnections")?.default;
  const value = text === undefined ? undefined : booleanOf(text);
  if (written.state !== "absent" || written.fallback.kind !== "none" || value === undefined) return written;
  return { ...written, fallback: { kind: "value", value, of: "the AzureML extension" } };
}

function highAvailability(one: Extension): Value<boolean> {
  return routerHighAvailability(one, extensionSetting("inferenceRouterHA")?.default);
}
