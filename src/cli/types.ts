import type { Resource } from "../model/resource.ts";
import { enumerate } from "../report/wording.ts";
import { Refusal } from "./failure.ts";
import { suggestion } from "./nearest.ts";

/** A misspelt type would otherwise pass in silence. */
export function requireTypes(types: readonly string[], resources: readonly Resource[]): void {
  if (resources.length === 0) return;
  const known = new Set(resources.flatMap(({ kind, type }) => [kind, type]));
  const lower = new Set([...known].map((name) => name.toLowerCase()));
  const unknown = types.find((type) => !/[*?]/.test(type) && !lower.has(type.toLowerCase()));
  if (unknown === undefined) return;
  const near = suggestion(unknown, known) || ` There are ${enumerate([...known].sort(), 12)}.`;
  throw new Refusal(`There is no resource of the type ${unknown}.${near}`);
}
