import type { Place } from "./place.ts";
import type { Resource } from "./resource.ts";
import { type Known, mapValue, orDefault, type Unknown, type Value } from "./value.ts";

type Extension = Resource<"extension">;

/** Which of the two maps of settings. */
export type SettingsMap = "settings" | "protectedSettings";

const maps: readonly SettingsMap[] = ["settings", "protectedSettings"];

/** One setting as it is written. */
export interface WrittenSetting {
  readonly key: string;
  readonly value: Known<string> | Unknown;
  readonly within: SettingsMap;
  /** Where the key stands. */
  readonly at: Place;
}

/** The settings that can be seen, plain ones first. */
export function writtenSettings(extension: Extension): readonly WrittenSetting[] {
  return maps.flatMap((within) => {
    const map = extension.attributes[within];
    if (map.state !== "known") return [];
    return [...map.value].flatMap(([key, value]): WrittenSetting[] =>
      value.state === "absent" ? [] : [{ key, value, within, at: value.key ?? value.at }],
    );
  });
}

/**
 * A setting under the first of its names that is written, plain or protected. An empty text counts as absent: templates
 * send one for what they do not use.
 */
export function settingOf(extension: Extension, ...names: readonly string[]): Value<string> {
  for (const name of names) {
    const written = maps.map((within) => entryIn(extension, within, name)).filter((value) => value !== undefined);
    const [first, second] = written;
    if (first && second && textOf(first) !== textOf(second)) return unknownAt(first, `${name} is written twice`);
    if (first && textOf(first) !== "") return first;
  }
  return unseen(extension) ?? misspelt(extension, names) ?? absent(extension);
}

/**
 * Whether a switch is on. The command line and the chart take only text whose lower case is `true` as true and everything
 * else as false; a text that is neither was meant otherwise, so that what follows from it is left open.
 */
export function switchOf(extension: Extension, ...names: readonly string[]): Value<boolean> {
  const setting = settingOf(extension, ...names);
  const written = setting.state === "known" ? ` "${setting.value}"` : "";
  return mapValue(setting, booleanOf, `the value${written} of ${names[0]} is neither True nor False`);
}

/** Whether a workload is switched on; nothing starts that is not. */
export function workloadOf(extension: Extension, workload: "training" | "inference"): Value<boolean> {
  const written = switchOf(extension, workload === "training" ? "enableTraining" : "enableInference");
  if (written.state !== "absent" || written.fallback.kind !== "none") return written;
  return { state: "known", value: false, at: written.at, trail: [] };
}

const serviceTypes = ["loadBalancer", "nodePort", "clusterIP"];

/** How the inference router is reached: `loadBalancer`, `nodePort` or `clusterIP`, by its own key or a former one. */
export function routerServiceType(extension: Extension): Value<string> {
  const written = settingOf(extension, "inferenceRouterServiceType");
  if (written.state !== "absent") {
    const typeOf = (text: string) => serviceTypes.find((type) => type.toLowerCase() === text.toLowerCase());
    return mapValue(written, typeOf, "inferenceRouterServiceType is none of the types there are");
  }
  const nodePort = switchOf(extension, "privateEndpointNodeport", "scoringFe.serviceType.nodePort");
  if (nodePort.state === "unknown" || isOn(nodePort)) return mapValue(nodePort, () => "nodePort", "");
  const internal = formerInternalBalancer(extension);
  if (internal.state === "unknown" || isOn(internal)) return mapValue(internal, () => "loadBalancer", "");
  return written;
}

/** The provider of an internal load balancer, by its own key or as a former one implies it. */
export function internalBalancerProvider(extension: Extension): Value<string> {
  const written = settingOf(extension, "internalLoadBalancerProvider");
  if (written.state !== "absent") return written;
  const former = formerInternalBalancer(extension);
  return former.state === "unknown" || isOn(former) ? mapValue(former, () => "azure", "") : written;
}

function formerInternalBalancer(extension: Extension): Value<boolean> {
  return switchOf(extension, "privateEndpointILB", "scoringFe.serviceType.internalLoadBalancer");
}

/** The ways to hand a certificate over: a secret in the cluster, or a certificate with its key. */
const certificateKeys = [
  [["sslSecret", "scoringFe.sslSecret"]],
  [["sslCertPemFile"], ["sslKeyPemFile", "ssKeyPMFile", "sslCertKeyFile", "slKeyPemFile"]],
  [["scoringFe.sslCert"], ["scoringFe.sslKey"]],
] as const;

/** The certificate for HTTPS: the value that decides that there is one. Half a pair is none. */
export function certificateOf(extension: Extension): Value<string> {
  let open: Value<string> | undefined;
  for (const keys of certificateKeys) {
    const parts = keys.map((names) => settingOf(extension, ...names));
    if (parts.some((part) => part.state === "absent")) continue;
    const undecided = parts.find((part) => part.state === "unknown");
    if (!undecided) return parts[0]!;
    open ??= undecided;
  }
  return open ?? absent(extension);
}

/** The former names of the router's high availability. */
export const highAvailabilityKeys = [
  "inferenceRouterHA",
  "inferenceLoadBalancerHA",
  "inferenceLoadbalancerHA",
] as const;

/**
 * Whether the router runs three replicas. Where nothing is written, Terraform and ARM leave it to the chart, whose default
 * is given; the command line decides by the number of nodes it finds.
 */
export function routerHighAvailability(extension: Extension, chartDefault: string | undefined): Value<boolean> {
  const written = switchOf(extension, ...highAvailabilityKeys);
  if (written.state !== "absent") return written;
  const byDefault = chartDefault === undefined ? undefined : booleanOf(chartDefault);
  if (extension.source === "command" || byDefault === undefined) {
    const why = "the Azure CLI decides by the number of nodes whether the router is highly available";
    return { state: "unknown", why, at: written.at, trail: [] };
  }
  return { state: "known", value: byDefault, at: written.at, trail: [], defaultOf: "the AzureML extension" };
}

/** True or false as a switch spells it, in any case; undefined for any other text. */
export function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return word === "true" ? true : word === "false" ? false : undefined;
}

function isOn(value: Value<boolean>): boolean {
  return value.state === "known" && value.value;
}

function entryIn(extension: Extension, within: SettingsMap, key: string): Known<string> | Unknown | undefined {
  const map = extension.attributes[within];
  const entry = map.state === "known" ? map.value.get(key) : undefined;
  return entry === undefined || entry.state === "absent" ? undefined : entry;
}

function textOf(value: Known<string> | Unknown): string | undefined {
  return value.state === "known" ? value.value : undefined;
}

/** Why a setting that is not seen may be in force all the same. */
function unseen(extension: Extension): Unknown | undefined {
  const { attributes } = extension;
  for (const within of maps) {
    const map = orDefault(attributes[within]);
    if (map.state === "unknown") return map;
  }
  const more = attributes.unseenSettings;
  if (more.state === "known") return { state: "unknown", why: more.value, at: attributes.settings.at, trail: [] };
  if (more.state === "unknown") return more;
  const update = orDefault(attributes.update);
  if (update.state === "known" && !update.value) return undefined;
  const why = "what an update does not name keeps its former value";
  return { state: "unknown", why, at: attributes.settings.at, trail: [] };
}

/** A key that differs from a name in case alone does nothing, but says what was meant. */
function misspelt(extension: Extension, names: readonly string[]): Unknown | undefined {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const found = writtenSettings(extension).find(
    ({ key, value }) => wanted.has(key.toLowerCase()) && !names.includes(key) && textOf(value) !== "",
  );
  return found && unknownAt(found.value, `${found.key} is not spelt as ${names[0]} is`);
}

function unknownAt(value: Known<string> | Unknown, why: string): Unknown {
  return { state: "unknown", why, at: value.at, trail: value.trail };
}

function absent(extension: Extension): Value<never> {
  return { state: "absent", at: extension.attributes.settings.at, fallback: { kind: "none" } };
}
