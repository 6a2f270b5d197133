import { comparedKinds } from "../../compare/controls/index.ts";
import type { Resource } from "../../model/resource.ts";
import { Refusal } from "../failure.ts";
import { suggestion } from "../nearest.ts";

/** A misspelt type would otherwise pass in silence; one that is only not there finds nothing. */
export function requireTypes(types: readonly string[], resources: readonly Resource[]): void {
  const known = new Set([
    ...resources.flatMap(({ kind, type }) => [kind, type]),
    ...comparedKinds.map(({ kind }) => kind),
  ]);
  const lower = new Set([...known].map((name) => name.toLowerCase()));
  for (const type of types) {
    if (/[*?]/.test(type) || lower.has(type.toLowerCase())) continue;
    const near = suggestion(type, known);
    if (near !== "") throw new Refusal(`There is no resource of the type ${type}.${near}`);
  }
}
