import { vmSize } from "../../data/vm-sizes.ts";
import type { Duration } from "../model/duration.ts";
import type { Items, RawQuantity, Settings } from "../model/kinds.ts";
import { linkTarget } from "../model/link-target.ts";
import { knownText, type Reference, type Text } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import type { Value } from "../model/value.ts";
import { withoutLongExpressions } from "./address.ts";
import type { Said, Show } from "./reading.ts";

/** A switch, in two words of its own. */
export function either(yes: string, no: string): Show<boolean> {
  return { say: (on) => (on ? yes : no) };
}

export const enabled = either("Enabled", "Disabled");
export const allowed = either("Allowed", "Not allowed");
export const yesOrNo = either("Yes", "No");

/** A word of Azure's, which auditors know and can look up. */
export const word: Show<string> = { say: (text) => text };

/** The same, where nothing written means that there is nothing. */
export const wordOrNone: Show<string> = { ...word, none: "none" };

/** Words of Azure's, each with those that its portal shows instead; others stay as they are. */
function inWords(words: Readonly<Record<string, string>>, none?: string): Show<string> {
  return { say: (text) => words[text] ?? text, ...(none !== undefined && { none }) };
}

export const identityType = inWords(
  {
    None: "none",
    SystemAssigned: "System-assigned",
    UserAssigned: "User-assigned",
    "SystemAssigned,UserAssigned": "System-assigned and user-assigned",
  },
  "none",
);

export const isolation = inWords(
  { AllowInternetOutbound: "Allow internet outbound", AllowOnlyApprovedOutbound: "Allow only approved outbound" },
  "none",
);

export const storageAccess = inWords({ AccessKey: "Account key", UserDelegationSAS: "User delegation SAS" });

export const quantity: Show<RawQuantity> = { say: String, none: "not set" };

/** A number of what the label names. */
export const number: Show<number> = { say: String };

/** A number with its unit. */
export function amount(one: string, many = `${one}s`): Show<number> {
  return { say: (number) => `${number} ${number === 1 ? one : many}` };
}

export const duration: Show<Duration> = {
  say: ({ text, minutes }) => (minutes === undefined ? text : minutesInWords(minutes)),
};

/** "TLS1_2" as "TLS 1.2". */
export const tlsVersion: Show<string> = {
  say: (text) => text.replace(/^TLS(\d)_(\d)$/, "TLS $1.$2"),
};

/** A VM size with what it offers. */
export const size: Show<string> = {
  say: (name) => {
    const known = vmSize(name);
    if (!known) return name;
    const gpus = known.gpus ? `, ${amountOf(known.gpus, "GPU")}` : "";
    return `${known.name} (${amountOf(known.vcpus, "vCPU")}${gpus})`;
  },
};

/** Several words in a row; each may be unknown. */
export const list: Show<Items<string>> = {
  say: (items) => listed(items.map((item) => (item.state === "known" ? shownItem(item) : undefined))),
  none: "none",
};

export const settings: Show<Settings> = {
  say: (map) =>
    listed(
      [...map].map(([key, value]) =>
        value.state === "known" ? `${key}=${value.sensitive ? "…" : value.value}` : undefined,
      ),
    ),
  none: "none",
};

export const traffic: Show<ReadonlyMap<string, Value<number>>> = {
  say: (shares) =>
    listed([...shares].map(([name, share]) => (share.state === "known" ? `${name} ${share.value} %` : undefined))),
  none: "none",
};

/** Another resource, by its address where it was read, else by its name. */
export const reference: Show<Reference> = {
  say: (target, { resource, links, attribute = "" }) => {
    const found = linkTarget(attribute, target, resource, links);
    if (found) return addressFrom(resource, found.identity.address);
    if (target.by === "address") return addressFrom(resource, target.target.address);
    const name = target.by === "name" ? target.name : target.id.names.at(-1);
    return name === undefined ? { text: "", unknown: "its name is not known" } : textSaid(name);
  },
  none: "none",
};

/** An address as the module of a resource would write it: without what leads to the module. */
export function addressFrom({ identity }: Resource, address: string): string {
  const [own = ""] = /^(?:module\.[^.[]+(?:\[[^\]]*\])?\.)*/.exec(identity.address) ?? [];
  const way = own === "" && identity.module !== "" ? `${identity.module}.` : own;
  return withoutLongExpressions(way !== "" && address.startsWith(way) ? address.slice(way.length) : address);
}

/** The words for a list that may be longer. */
export function andPerhapsMore(names: string): string {
  return names === "" ? "" : `${names} and perhaps more`;
}

/** Whether there is such a thing at all; which one is nobody's business here. */
export const presence: Show<unknown> = { say: () => "Set", none: "not set" };

/** "4" or "2 to 5". */
export function range(least: number, most: number): string {
  return least === most ? String(least) : `${least} to ${most}`;
}

/** "1 node", "3 nodes". */
export function amountOf(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}

function listed(items: readonly (string | undefined)[]): Said {
  const known = items.filter((item) => item !== undefined);
  const open = items.length - known.length;
  if (open === 0) return known.length === 0 ? "none" : known.join(", ");
  const more = `${open} more`;
  const text = known.length === 0 ? "" : `${known.join(", ")} and ${more}`;
  return { text, unknown: `${open === 1 ? "one item is" : `${open} items are`} not known` };
}

function shownItem(item: { readonly value: string; readonly sensitive?: true }): string {
  return item.sensitive ? "…" : item.value;
}

function textSaid(text: Text): Said {
  const known = knownText(text);
  if (known !== undefined) return known;
  const shown = text.map((piece) => (typeof piece === "string" ? piece : "…")).join("");
  return { text: shown === "…" ? "" : shown, unknown: "its name is not wholly known" };
}

function minutesInWords(minutes: number): string {
  if (minutes > 0 && minutes < 1) return amountOf(Math.round(minutes * 60), "second");
  return amountOf(minutes, "minute");
}
