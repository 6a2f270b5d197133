import type { Piece } from "../../../model/tree.ts";
import type { ScopeKind } from "../read/template.ts";
import { segmentHole, valueOfPieces } from "./text.ts";
import { Cell, dictionary, type NamedCell, scalar, type Unknown, unknown, type Value } from "./value.ts";

type Pieces = readonly Piece[];

/** Where a deployment puts its resources; what the files do not say is a hole. */
export interface Location {
  readonly scope: ScopeKind;
  readonly subscription: Pieces;
  readonly group: Pieces;
  readonly managementGroup: Pieces;
}

const subscriptionHole = segmentHole("subscription().subscriptionid");
const groupHole = segmentHole("resourcegroup().name");
const managementGroupHole = segmentHole("managementgroup().name");

/** Where a root template is deployed: nobody knows before somebody does it. */
export function rootLocation(scope: ScopeKind): Location {
  return { scope, subscription: [subscriptionHole], group: [groupHole], managementGroup: [managementGroupHole] };
}

const beforeDeployment = "is known only during the deployment";

/** The beginning of the ids of what is deployed there. */
export function scopeId(location: Location, scope: ScopeKind = location.scope): Pieces {
  switch (scope) {
    case "resourceGroup":
      return ["/subscriptions/", ...location.subscription, "/resourceGroups/", ...location.group];
    case "subscription":
      return ["/subscriptions/", ...location.subscription];
    case "managementGroup":
      return ["/providers/Microsoft.Management/managementGroups/", ...location.managementGroup];
    case "tenant":
      return [];
  }
}

/** A resource id as a value; `token` names it shortly. */
export function idValue(pieces: Pieces, token?: string): Value {
  const value = valueOfPieces(pieces, reasonOfId(pieces));
  return token && value.form === "unknown" ? { ...value, token } : value;
}

function reasonOfId(pieces: Pieces): string {
  const hole = pieces.find((piece) => typeof piece !== "string");
  if (hole === subscriptionHole) return `the subscription ${beforeDeployment}`;
  if (hole === groupHole) return `the resource group ${beforeDeployment}`;
  return "part of the resource id is not known";
}

/** `subscription()`. */
export function subscriptionValue(location: Location): Value {
  const id: Pieces = ["/subscriptions/", ...location.subscription];
  const token =
    location.subscription[0] === subscriptionHole ? "subscription()" : `subscription(${key(location.subscription)})`;
  return object([
    entry("id", () => idValue(id, `${token}.id`)),
    entry("subscriptionId", () => valueOfPieces(location.subscription, `the subscription ${beforeDeployment}`)),
    entry("tenantId", () => later("tenant().tenantid", "the tenant")),
    entry("displayName", () => later(`${token}.displayname`, "the subscription")),
    entry("state", () => later(`${token}.state`, "the subscription")),
  ]);
}

/** `resourceGroup()`. */
export function resourceGroupValue(location: Location): Value {
  const id = scopeId(location, "resourceGroup");
  const token = location.group[0] === groupHole ? "resourcegroup()" : `resourcegroup(${key(location.group)})`;
  return object([
    entry("id", () => idValue(id, `${token}.id`)),
    entry("name", () => valueOfPieces(location.group, `the resource group ${beforeDeployment}`)),
    entry("type", () => scalar("Microsoft.Resources/resourceGroups")),
    entry("location", () => later(`${token}.location`, "the resource group's location")),
    entry("managedBy", () => later(`${token}.managedby`, "the resource group")),
    entry("tags", () => later(`${token}.tags`, "a tag of the resource group")),
    entry("properties", () => later(`${token}.properties`, "the resource group")),
  ]);
}

/** `managementGroup()`. */
export function managementGroupValue(location: Location): Value {
  const token = `managementgroup(${key(location.managementGroup)})`;
  return object([
    entry("id", () => idValue(scopeId(location, "managementGroup"))),
    entry("name", () => valueOfPieces(location.managementGroup, `the management group ${beforeDeployment}`)),
    entry("type", () => scalar("Microsoft.Management/managementGroups")),
    entry("properties", () => later(`${token}.properties`, "the management group")),
  ]);
}

/** `tenant()`. */
export function tenantValue(): Value {
  return object([
    entry("id", () => valueOfPieces(["/tenants/", segmentHole("tenant().tenantid")], `the tenant ${beforeDeployment}`)),
    entry("tenantId", () => later("tenant().tenantid", "the tenant")),
    entry("countryCode", () => later("tenant().countrycode", "the tenant")),
    entry("displayName", () => later("tenant().displayname", "the tenant")),
  ]);
}

/** A value that the deployment itself will know. */
export function later(token: string, what: string): Unknown {
  return { ...unknown(`${what} ${beforeDeployment}`, token), pieces: [segmentHole(token)] };
}

function entry(name: string, make: () => Value): NamedCell {
  return { name, cell: new Cell(make) };
}

function object(entries: readonly NamedCell[]): Value {
  return dictionary(entries);
}

function key(pieces: Pieces): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece.toLowerCase() : `{${piece.token}}`)).join("");
}
