import { attributesThatTellVersions } from "../../../data/azurerm-versions.ts";
import type { Declaration } from "../../model/resource.ts";
import { compareVersions } from "../../model/version.ts";
import { locate, type Path, type Scope } from "./scope.ts";

/**
 * The version whose defaults apply: of those that may be in force the newest that has every attribute written on the
 * resource; the newest of all where none has.
 */
export function versionInForce(declaration: Declaration): string | undefined {
  const { versions, source } = declaration;
  if (source !== "azurerm" || versions.length < 2) return versions.at(-1);
  const scope: Scope = { declaration, tree: declaration.body, caseless: false };
  const telling = attributesThatTellVersions(declaration.type).filter(({ path }) => locate(scope, path).written);
  const newestFirst = versions.toReversed();
  return newestFirst.find((version) => telling.every((attribute) => isIn(attribute, version))) ?? newestFirst[0];
}

/** Whether an attribute of azurerm is there in a version; of other sources nothing is known that speaks against it. */
export function existsIn(path: Path, { source, type }: Declaration, version: string | undefined): boolean {
  if (source !== "azurerm" || version === undefined) return true;
  const telling = attributesThatTellVersions(type).find((attribute) => isSame(attribute.path, path));
  return telling === undefined || isIn(telling, version);
}

function isSame(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

function isIn(attribute: { readonly from?: string; readonly before?: string }, version: string): boolean {
  const { from, before } = attribute;
  return (
    (from === undefined || compareVersions(version, from) >= 0) &&
    (before === undefined || compareVersions(version, before) < 0)
  );
}
