import { sameText } from "../../../model/reference.ts";
import { piecesOf } from "../evaluate/text.ts";
import { type Plain, plainOf, tokenOf, type Value } from "../evaluate/value.ts";

/** Whether two values are the same; undefined where that depends on what is unknown. */
export function equalValues(a: Value, b: Value): boolean | undefined {
  if (a.form === "unknown" || b.form === "unknown") return equalTexts(a, b);
  const [plainA, plainB] = [plainOf(a), plainOf(b)];
  if (plainA === undefined || plainB === undefined) {
    if (a.form !== b.form) return false;
    return tokenOf(a) === tokenOf(b) ? true : undefined;
  }
  return equalPlain(plainA, plainB);
}

function equalTexts(a: Value, b: Value): boolean | undefined {
  if (tokenOf(a) === tokenOf(b)) return true;
  const [textA, textB] = [textPieces(a), textPieces(b)];
  return textA && textB && sameText(textA, textB) === false ? false : undefined;
}

function textPieces(value: Value) {
  if (value.form === "scalar" && typeof value.value !== "string") return undefined;
  return value.form === "unknown" && !value.pieces ? undefined : piecesOf(value);
}

/** Names of properties are compared without regard to case, texts with it. */
export function equalPlain(a: Plain, b: Plain): boolean {
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return a === b;
  if (a instanceof Map || b instanceof Map) return a instanceof Map && b instanceof Map && equalMaps(a, b);
  const [listA, listB] = [a as readonly Plain[], b as readonly Plain[]];
  return listA.length === listB.length && listA.every((item, index) => equalPlain(item, listB[index]!));
}

function equalMaps(a: ReadonlyMap<string, Plain>, b: ReadonlyMap<string, Plain>): boolean {
  if (a.size !== b.size) return false;
  const lower = new Map([...b].map(([name, item]) => [name.toLowerCase(), item]));
  return [...a].every(([name, item]) => {
    const other = lower.get(name.toLowerCase());
    return other !== undefined && equalPlain(item, other);
  });
}

/** A key under which equal plain values are equal texts. */
export function plainKey(plain: Plain): string {
  if (plain === null || typeof plain !== "object") return JSON.stringify(plain);
  if (plain instanceof Map) {
    const entries = [...plain].map(([name, item]) => `${JSON.stringify(name.toLowerCase())}:${plainKey(item)}`);
    return `{${entries.sort().join(",")}}`;
  }
  return `[${(plain as readonly Plain[]).map(plainKey).join(",")}]`;
}
