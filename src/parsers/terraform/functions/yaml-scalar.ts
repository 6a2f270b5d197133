import { parseNumber, type TerraformNumber } from "../values/number.ts";

/** What a scalar without quotes means: text, a number, true, false, null, or a timestamp's text. */
export type YamlScalar =
  | { readonly number: TerraformNumber }
  | { readonly bool: boolean }
  | "null"
  | "nan"
  | { readonly text: string };

const truths = new Set(["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"]);
const falsehoods = new Set(["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"]);
const nulls = new Set(["", "~", "null", "Null", "NULL"]);
const infinities: Readonly<Record<string, number>> = {
  ".inf": Infinity,
  ".Inf": Infinity,
  ".INF": Infinity,
  "+.inf": Infinity,
  "+.Inf": Infinity,
  "+.INF": Infinity,
  "-.inf": -Infinity,
  "-.Inf": -Infinity,
  "-.INF": -Infinity,
};

export function plainScalar(text: string): YamlScalar {
  if (nulls.has(text)) return "null";
  if (truths.has(text)) return { bool: true };
  if (falsehoods.has(text)) return { bool: false };
  const infinite = Object.hasOwn(infinities, text) ? infinities[text] : undefined;
  if (infinite !== undefined) return { number: infinite };
  if (text === ".nan" || text === ".NaN" || text === ".NAN") return "nan";
  const number = numberOf(text);
  return number === undefined ? { text: dateText(text) ?? text } : { number };
}

function numberOf(text: string): TerraformNumber | undefined {
  if (/^0x[0-9a-fA-F]{1,200}$/.test(text)) return parseNumber(BigInt(text).toString());
  if (/^0o[0-7]{1,200}$/.test(text)) return parseNumber(BigInt(text).toString());
  return /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text) ? parseNumber(text) : undefined;
}

/** A date becomes a timestamp. */
function dateText(text: string): string | undefined {
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) ? `${text}T00:00:00Z` : undefined;
}
