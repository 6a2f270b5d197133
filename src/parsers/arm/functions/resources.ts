import type { Piece } from "../../../model/tree.ts";
import { idValue, type Location, later, scopeId } from "../evaluate/location.ts";
import { nameCount, nameSegments, providerPath } from "../evaluate/resource-id.ts";
import { asSegment, piecesOf } from "../evaluate/text.ts";
import { asSensitive, restingOn, type Unknown, type Value } from "../evaluate/value.ts";
import type { ScopeKind } from "../read/template.ts";
import type { Builtin, CallSite } from "./call-site.ts";

export const resourceFunctions: Readonly<Record<string, Builtin>> = {
  resourceid: { least: 2, most: 30, run: runResourceId },
  subscriptionresourceid: { least: 2, most: 30, run: (call) => runScopedId(call, "subscription") },
  managementgroupresourceid: { least: 2, most: 30, run: (call) => runScopedId(call, "managementGroup") },
  tenantresourceid: { least: 2, most: 30, run: (call) => runScopedId(call, "tenant") },
  extensionresourceid: { least: 3, most: 30, run: runExtensionId },
  reference: { least: 1, most: 3, run: (call) => runReference(call) },
  references: {
    least: 1,
    most: 2,
    run(call) {
      const name = call.value(0);
      const known =
        name.form === "scalar" ? call.frame.scope.references.ofAll(String(name.value), isFull(call, 1)) : undefined;
      return known ?? duringDeployment(call);
    },
  },
  "list*": { least: 1, most: 3, run: runList },
  pickzones: { least: 3, most: 5, run: duringDeployment },
  providers: { least: 1, most: 2, run: duringDeployment },
  tologicalzone: { least: 3, most: 3, run: duringDeployment },
  tologicalzones: { least: 3, most: 3, run: duringDeployment },
  tophysicalzone: { least: 3, most: 3, run: duringDeployment },
  tophysicalzones: { least: 3, most: 3, run: duringDeployment },
};

/** What only the deployment knows: equal calls give equal values. */
export function duringDeployment(call: CallSite): Unknown {
  const values = call.values();
  const { token } = call.undecided(values);
  return restingOn(later(token, `${call.call.name}()`), values);
}

function runReference(call: CallSite): Value {
  const target = call.value(0);
  const known = call.frame.args
    ? undefined
    : call.frame.scope.references.of(target, isFull(call, 2) || isFull(call, 1));
  if (known) return known;
  const { token } = call.undecided();
  return { ...later(token, "reference()"), why: "reference() reads what exists only during the deployment" };
}

function isFull(call: CallSite, index: number): boolean {
  if (index >= call.count) return false;
  const value = call.value(index);
  return value.form === "scalar" && String(value.value).toLowerCase() === "full";
}

function runList(call: CallSite): Value {
  if (call.call.key === "listoutputswithsecurevalues") {
    const outputs = call.frame.scope.references.outputsOf(call.value(0));
    if (outputs) return outputs;
  }
  return asSensitive({ ...duringDeployment(call), why: "list functions read what exists only during the deployment" });
}

/** `resourceId([subscription], [group], type, name…)`. */
function runResourceId(call: CallSite): Value {
  const values = call.values();
  const at = values.findIndex((value) => value.form === "scalar" && String(value.value).includes("/"));
  if (at < 0 || at > 2 || at === values.length - 1) return call.undecided(values);
  const { location } = call.frame.scope;
  const [subscription, group] = at === 2 ? [values[0], values[1]] : [undefined, at === 1 ? values[0] : undefined];
  const scope: Location = {
    ...location,
    scope: group ? "resourceGroup" : location.scope,
    ...(subscription && { subscription: asSegment(piecesOf(subscription) ?? []) }),
    ...(group && { group: asSegment(piecesOf(group) ?? []) }),
  };
  return identifier(call, values, at, scopeId(scope));
}

/** `subscriptionResourceId([scope], type, name…)` and its like. */
function runScopedId(call: CallSite, kind: ScopeKind): Value {
  const values = call.values();
  const at = values.findIndex((value) => value.form === "scalar" && String(value.value).includes("/"));
  if (at < 0 || at > 1 || at === values.length - 1) return call.undecided(values);
  const { location } = call.frame.scope;
  const own = at === 1 ? asSegment(piecesOf(values[0]!) ?? []) : undefined;
  const scope: Location = {
    ...location,
    ...(own && kind === "subscription" && { subscription: own }),
    ...(own && kind === "managementGroup" && { managementGroup: own }),
  };
  return identifier(call, values, at, scopeId(scope, kind));
}

/** `extensionResourceId(id, type, name…)`. */
function runExtensionId(call: CallSite): Value {
  const values = call.values();
  const base = piecesOf(values[0]!);
  return base ? identifier(call, values, 1, base) : call.invalid("its first argument is no id");
}

/** An id from the argument on that is the type. */
function identifier(call: CallSite, values: readonly Value[], at: number, scope: readonly Piece[]): Value {
  const type = values[at]!;
  if (type.form !== "scalar" || typeof type.value !== "string") return call.undecided(values);
  const written = type.value.replace(/\/+$/, "");
  const names = namesOf(values.slice(at + 1), nameCount(written));
  if (!names) return call.undecided(values, "the names of a resource id are not known");
  const path = providerPath(written, names);
  if (!path) return call.invalid(`its names do not fit the type ${written}`);
  return restingOn(idValue([...scope, ...path]), values);
}

/** One name for each segment of the type; a single text may hold several. */
function namesOf(values: readonly Value[], count: number): readonly (readonly Piece[])[] | undefined {
  const texts = values.map((value) => piecesOf(value));
  if (texts.includes(undefined)) return undefined;
  if (texts.length === count) return texts.map((text) => asSegment(text!));
  const joined = texts.flatMap((text, index) => (index === 0 ? text! : ["/", ...text!]));
  return nameSegments(joined, count)?.map(asSegment);
}
