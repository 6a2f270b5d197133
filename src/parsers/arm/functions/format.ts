import type { Piece } from "../../../model/tree.ts";
import { piecesOf, valueOfPieces } from "../evaluate/text.ts";
import { plainOf, restingOn, type Unknown, type Value, writePlain } from "../evaluate/value.ts";
import type { CallSite } from "./call-site.ts";

/** `format('{0}-{1:D3}', …)`: composite formatting as .NET knows it. */
export function runFormat(call: CallSite): Value {
  const values = call.values();
  const template = values[0]!;
  if (template.form !== "scalar" || typeof template.value !== "string") {
    return template.form === "unknown" ? call.undecided(values) : call.invalid("its first argument is no text");
  }
  const pieces = formatted(template.value, values.slice(1));
  if (typeof pieces === "string") return call.invalid(pieces);
  const why = values.find((value): value is Unknown => value.form === "unknown")?.why ?? "an argument is not known";
  return restingOn(valueOfPieces(pieces, why), values);
}

function formatted(template: string, values: readonly Value[]): Piece[] | string {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < template.length) {
    const brace = nextBrace(template, at);
    if (brace < 0) break;
    pieces.push(template.slice(at, brace));
    if (template[brace + 1] === template[brace]) {
      pieces.push(template[brace]!);
      at = brace + 2;
      continue;
    }
    const close = template.indexOf("}", brace);
    const hole =
      template[brace] === "{" && close > 0
        ? /^\{(\d+)(?:,(-?\d+))?(?::([^}]*))?\}$/.exec(template.slice(brace, close + 1))
        : null;
    if (!hole) return "its format is broken at a brace";
    const value = values[Number(hole[1])];
    if (!value) return `its format names argument ${hole[1]}, which is not there`;
    pieces.push(...formatOne(value, Number(hole[2] ?? 0), hole[3]));
    at = close + 1;
  }
  pieces.push(template.slice(at));
  return pieces;
}

function nextBrace(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123 || code === 125) return at;
  }
  return -1;
}

function formatOne(value: Value, width: number, format: string | undefined): readonly Piece[] {
  if (value.form === "sequence" || value.form === "dictionary") {
    const plain = plainOf(value);
    return plain === undefined ? [{ token: "format of a container" }] : [writePlain(plain)];
  }
  if (value.form === "unknown") {
    if (!format && width === 0) return piecesOf(value)!;
    return [{ token: `format(${format ?? ""},${width},${value.token})` }];
  }
  const text = format && typeof value.value === "number" ? formatNumber(value.value, format) : undefined;
  const shown = text ?? piecesOf(value)!.join("");
  return [width < 0 ? shown.padEnd(Math.min(-width, 1_000)) : shown.padStart(Math.min(width, 1_000))];
}

/** Whole numbers in the formats that templates use; others are written plainly. */
export function formatNumber(value: number, format: string): string | undefined {
  const standard = /^([DdNnFfXxGg])(\d{0,2})$/.exec(format);
  const sign = value < 0 ? "-" : "";
  const size = Math.abs(value);
  if (!standard) return /^0+$/.test(format) ? sign + String(size).padStart(format.length, "0") : undefined;
  const [, kind, digits] = standard;
  const precision = digits === "" ? undefined : Number(digits);
  switch (kind!.toUpperCase()) {
    case "D":
      return sign + String(size).padStart(precision ?? 0, "0");
    case "N":
      return sign + grouped(size.toFixed(precision ?? 2));
    case "F":
      return value.toFixed(precision ?? 2);
    case "X": {
      const hexadecimal = size.toString(16).padStart(precision ?? 0, "0");
      return kind === "X" ? hexadecimal.toUpperCase() : hexadecimal;
    }
    default:
      return String(value);
  }
}

function grouped(text: string): string {
  const [whole, fraction] = text.split(".") as [string, string | undefined];
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(end - 3, 0), end));
  return groups.join(",") + (fraction === undefined ? "" : `.${fraction}`);
}
