import type { Stretch } from "../../../model/place.ts";
import type { Expression } from "./syntax.ts";

/** Where an offset of a string's content stands in the file: nothing in a string is left out, so ends map as starts do. */
export function outward(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stretches[middle]!.inner <= offset) low = middle;
    else high = middle - 1;
  }
  const { inner, outer } = stretches[low]!;
  return outer + offset - inner;
}

/** The same expression with the offsets of the file in which its text stands escaped. */
export function relocate(expression: Expression, stretches: readonly Stretch[]): Expression {
  return relocateNode(expression, stretches) as Expression;
}

function relocateNode(node: unknown, stretches: readonly Stretch[]): unknown {
  if (Array.isArray(node)) return node.map((item) => relocateNode(item, stretches));
  if (typeof node !== "object" || node === null) return node;
  const moved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "from" || key === "to") moved[key] = outward(stretches, value as number);
    else moved[key] = relocateNode(value, stretches);
  }
  return moved;
}
