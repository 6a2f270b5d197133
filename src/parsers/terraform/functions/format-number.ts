import { absolute, compareNumbers, type TerraformNumber, truncated } from "../values/number.ts";
import { numberText } from "../values/number-text.ts";
import type { Verb } from "./format-verb.ts";

/** A whole number in the notation of `%d`, `%b`, `%o`, `%x` and `%X`. */
export function wholeText(value: bigint, verb: Verb): string {
  const base = { d: 10, b: 2, o: 8, x: 16, X: 16 }[verb.letter]!;
  const prefix = verb.sharp ? { d: "", b: "0b", o: "0", x: "0x", X: "0X" }[verb.letter]! : "";
  const digits = absolute(value).toString(base);
  return signed(value < 0n, prefix, verb.letter === "X" ? digits.toUpperCase() : digits, verb);
}

/** A number in the notation of `%e`, `%f` and `%g`. */
export function fractionText(value: TerraformNumber, verb: Verb): string {
  const negative = compareNumbers(value, 0) < 0;
  if (typeof value === "number" && !Number.isFinite(value)) return padded(value > 0 ? "+Inf" : "-Inf", verb, false);
  const letter = verb.letter.toLowerCase();
  const exact = exactDecimal(value);
  const text =
    letter === "f"
      ? fixed(exact, verb.precision ?? 6)
      : letter === "e"
        ? scientific(exact, verb.precision ?? 6)
        : general(value, exact, verb);
  return signed(negative, "", /[EG]/.test(verb.letter) ? text.toUpperCase() : text, verb);
}

function signed(negative: boolean, prefix: string, digits: string, verb: Verb): string {
  const sign = negative ? "-" : verb.plus ? "+" : verb.space ? " " : "";
  const missing = (verb.width ?? 0) - sign.length - prefix.length - digits.length;
  if (verb.zeros && !verb.left && missing > 0) return sign + prefix + "0".repeat(missing) + digits;
  return padded(sign + prefix + digits, verb, false);
}

/** Fills a text up to the verb's width; its length is that of its characters. */
export function padded(text: string, verb: Verb, withZeros: boolean, length = text.length): string {
  const missing = (verb.width ?? 0) - length;
  if (missing <= 0) return text;
  if (verb.left) return text + " ".repeat(missing);
  return (withZeros && verb.zeros ? "0" : " ").repeat(missing) + text;
}

/** Digits without leading zeros, of which the first `point` stand before the decimal point. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

function exactDecimal(value: TerraformNumber): Decimal {
  if (typeof value === "number") return decimalOf(String(Math.abs(value)));
  const magnitude = absolute(value.mantissa);
  if (value.exponent >= 0) return decimalOf((magnitude << BigInt(value.exponent)).toString());
  const digits = (magnitude * 5n ** BigInt(-value.exponent)).toString();
  return { digits, point: digits.length + value.exponent };
}

/** Of a text in digits with at most one point. */
function decimalOf(text: string): Decimal {
  const [whole = "", fraction = ""] = text.split(".");
  const all = whole + fraction;
  let zeros = 0;
  while (all[zeros] === "0") zeros++;
  return { digits: all.slice(zeros), point: whole.length - zeros };
}

/** Cut after so many digits, to even where two are equally near. */
function rounded({ digits, point }: Decimal, kept: number): Decimal {
  if (kept >= digits.length) return { digits, point };
  if (kept < 0) return { digits: "", point };
  const next = digits.charCodeAt(kept) - 48;
  const half = next === 5 && !/[1-9]/.test(digits.slice(kept + 1));
  const up = half ? kept > 0 && (digits.charCodeAt(kept - 1) & 1) === 1 : next >= 5;
  const cut = digits.slice(0, kept);
  if (!up) return { digits: cut, point };
  const raised = (BigInt(cut === "" ? "0" : cut) + 1n).toString();
  return raised.length > kept ? { digits: raised, point: point + 1 } : { digits: raised.padStart(kept, "0"), point };
}

function fixed(exact: Decimal, precision: number): string {
  const { digits, point } = rounded(exact, exact.point + precision);
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const fraction = point >= 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  return precision === 0 ? whole : `${whole}.${fraction.padEnd(precision, "0").slice(0, precision)}`;
}

function scientific(exact: Decimal, precision: number): string {
  const { digits, point } = rounded(exact, precision + 1);
  const all = digits.padEnd(precision + 1, "0");
  const exponent = exact.digits === "" ? 0 : point - 1;
  const fraction = precision === 0 ? "" : `.${all.slice(1, precision + 1)}`;
  return `${all[0]}${fraction}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

function general(value: TerraformNumber, exact: Decimal, verb: Verb): string {
  const given =
    verb.precision === undefined ? decimalOf(numberText(value).replace("-", "")) : rounded(exact, verb.precision || 1);
  const short = { ...given, digits: given.digits.replace(/0+$/, "") };
  const exponent = short.digits === "" ? 0 : short.point - 1;
  const digits = verb.precision === undefined ? 6 : verb.precision || 1;
  const wide =
    verb.precision === undefined
      ? digits
      : Math.max(digits > short.digits.length && short.digits.length >= short.point ? short.digits.length : digits, 0);
  if (exponent < -4 || exponent >= wide) return scientific(short, Math.max(0, short.digits.length - 1));
  return fixed(short, Math.max(0, short.digits.length - short.point));
}

/** The number as a whole one; undefined if it has a fraction. */
export function wholeOf(value: TerraformNumber): bigint | undefined {
  const isWhole = typeof value === "number" ? Number.isFinite(value) : value.exponent >= 0;
  return isWhole ? truncated(value) : undefined;
}
