import { type Reference, type ResourceId, sameText, type Text } from "./reference.ts";
import type { Resource } from "./resource.ts";
import type { Value } from "./value.ts";

/** Yes, no, or not decidable from the files. */
export type Verdict = boolean | undefined;

/** What a resource is called, as far as its name and place are known. */
export interface NamedResource {
  readonly resource: Resource;
  readonly name: Text | undefined;
  readonly group: Text | undefined;
  readonly parent: Text | undefined;
}

/** The attributes by which children name their parents. */
export const parentAttributes = [
  "workspace",
  "cluster",
  "account",
  "endpoint",
  "network",
  "vault",
  "identity",
  "securityGroup",
] as const;

/** Whether an id is a resource's: type and name decide, group and parent only where both are known. */
export function matchesId(id: ResourceId, candidate: NamedResource, oneDeployment: boolean): Verdict {
  const { azureType } = candidate.resource;
  if (azureType === undefined || azureType.toLowerCase() !== id.type.toLowerCase()) return false;
  const parent = id.names.at(-2);
  if (parent && candidate.parent && compare(parent, candidate.parent, oneDeployment) === false) return false;
  return matchesName(id.names.at(-1)!, id.group, candidate, oneDeployment);
}

/** Whether a resource has a name, and lies in the group where both are known. */
export function matchesName(
  name: Text,
  group: Text | undefined,
  candidate: NamedResource,
  oneDeployment: boolean,
): Verdict {
  if (group && candidate.group && compare(group, candidate.group, oneDeployment) === false) return false;
  return candidate.name === undefined ? undefined : compare(name, candidate.name, oneDeployment);
}

/** The known and unknown pieces of an attribute that is a string. */
export function textOfValue(value: Value<unknown> | undefined): Text | undefined {
  if (value?.state === "known" && typeof value.value === "string") return [value.value];
  return value?.state === "unknown" ? value.pieces : undefined;
}

/** The last name in a reference by name or id. */
export function lastName(reference: Reference): Text | undefined {
  if (reference.by === "name") return reference.name;
  return reference.by === "id" ? reference.id.names.at(-1) : undefined;
}

/** Holes compare only within one deployment: the same expression yields another text in another one. */
function compare(a: Text, b: Text, oneDeployment: boolean): Verdict {
  const verdict = sameText(a, b);
  if (verdict !== true || oneDeployment) return verdict;
  return a.every(isLiteral) && b.every(isLiteral) ? true : undefined;
}

function isLiteral(piece: Text[number]): boolean {
  return typeof piece === "string";
}
