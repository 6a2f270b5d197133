/**
 * A number of Terraform, which has 512 bits of mantissa: a JavaScript number where that is a safe integer or infinite,
 * and a {@link BigFloat} for everything else.
 */
export type TerraformNumber = number | BigFloat;

/** `mantissa` × 2^`exponent`; the mantissa is odd and has at most `precision` bits. */
export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly precision: number;
}

const fullPrecision = 512;
/** Exponents beyond this, of ten or of two, are refused: their digits would fill the memory. */
const largestExponent = 20_000;

/** The number that a decimal notation stands for; undefined if it is none, or has too many digits. */
export function parseNumber(text: string): TerraformNumber | undefined {
  if (text.length < 16 && /^-?[0-9]+$/.test(text)) return Number(text) + 0;
  const parts =
    text.length > largestExponent ? null : /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,9}))?$/.exec(text);
  if (!parts) return infinityOf(text);
  const [, sign, whole = "", fraction = "", power = "0"] = parts;
  if (whole === "" && fraction === "") return undefined;
  const exponent = Number(power) - fraction.length;
  if (Math.abs(exponent) > largestExponent) return undefined;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  if (exponent >= 0) return rounded(digits * 10n ** BigInt(exponent), 0, fullPrecision);
  return quotient(digits, 10n ** BigInt(-exponent), 0, fullPrecision);
}

function infinityOf(text: string): number | undefined {
  const found = /^([+-]?)[Ii]nf$/.exec(text);
  return found ? (found[1] === "-" ? -Infinity : Infinity) : undefined;
}

/** A JavaScript number as Terraform's functions return one: with 53 bits. */
export function fromFloat(value: number): TerraformNumber {
  if (Number.isSafeInteger(value)) return value + 0;
  if (!Number.isFinite(value)) return value;
  let exponent = 0;
  let mantissa = value;
  if (Math.abs(value) >= 2 ** 53) return rounded(BigInt(value), 0, 53);
  while (!Number.isInteger(mantissa)) {
    const step = Math.abs(mantissa) < 2 ** -500 ? 400 : 1;
    mantissa *= 2 ** step;
    exponent -= step;
  }
  return rounded(BigInt(mantissa), exponent, 53);
}

export function fromInteger(value: bigint): TerraformNumber {
  return rounded(value, 0, Math.max(64, bitLength(value)));
}

/** The nearest JavaScript number. */
export function toFloat(value: TerraformNumber): number {
  if (typeof value === "number") return value;
  const { mantissa, exponent } = value;
  const excess = bitLength(mantissa) - 64;
  if (excess <= 0) return Number(mantissa) * 2 ** exponent;
  const magnitude = absolute(mantissa);
  const rest = (magnitude & ((1n << BigInt(excess)) - 1n)) === 0n ? 0n : 1n;
  const top = Number((magnitude >> BigInt(excess)) | rest) * 2 ** (exponent + excess);
  return mantissa < 0n ? -top : top;
}

export function isInteger(value: TerraformNumber): boolean {
  return typeof value === "number" ? Number.isFinite(value) : value.exponent >= 0;
}

/** The number without its fraction; undefined for the infinite. */
export function truncated(value: TerraformNumber): bigint | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? BigInt(value) : undefined;
  const { mantissa, exponent } = value;
  if (exponent >= 0) return mantissa << BigInt(exponent);
  const whole = absolute(mantissa) >> BigInt(-exponent);
  return mantissa < 0n ? -whole : whole;
}

export function negated(value: TerraformNumber): TerraformNumber {
  return typeof value === "number" ? 0 - value : { ...value, mantissa: -value.mantissa };
}

export function compareNumbers(a: TerraformNumber, b: TerraformNumber): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  if (isInfinite(a)) return a === b ? 0 : Math.sign(a);
  if (isInfinite(b)) return -Math.sign(b);
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sum(a: TerraformNumber, b: TerraformNumber): TerraformNumber {
  if (typeof a === "number" && typeof b === "number") {
    const result = a + b;
    if (Number.isSafeInteger(result) || !Number.isFinite(result)) return result;
  }
  if (isInfinite(a)) return a;
  if (isInfinite(b)) return b;
  const [left, right, exponent] = aligned(a, b);
  return rounded(left + right, exponent, precisionOf(a, b));
}

export function product(a: TerraformNumber, b: TerraformNumber): TerraformNumber {
  if (typeof a === "number" && typeof b === "number") {
    const result = a * b;
    if (Number.isSafeInteger(result) || !Number.isFinite(result)) return result + 0;
  }
  if (isInfinite(a) || isInfinite(b)) return toFloat(a) * toFloat(b);
  const [left, right] = [bigFloat(a), bigFloat(b)];
  return rounded(left.mantissa * right.mantissa, left.exponent + right.exponent, precisionOf(a, b));
}

/** Dividing by 0 gives infinity, as in Terraform; both must not be 0. */
export function ratio(a: TerraformNumber, b: TerraformNumber): TerraformNumber {
  if (b === 0) return compareNumbers(a, 0) * Infinity;
  if (typeof a === "number" && typeof b === "number") {
    const result = a / b;
    if (Number.isSafeInteger(result) && result * b === a) return result + 0;
  }
  if (isInfinite(a) || isInfinite(b)) return fromFloat(toFloat(a) / toFloat(b));
  const [left, right] = [bigFloat(a), bigFloat(b)];
  return quotient(left.mantissa, right.mantissa, left.exponent - right.exponent, precisionOf(a, b));
}

/** What is left of `a` after taking away `b` as often as it fits; it has the sign of `a`. */
export function remainder(a: TerraformNumber, b: TerraformNumber): TerraformNumber {
  if (typeof a === "number" && typeof b === "number") return Number.isFinite(a) ? (a % b) + 0 : a;
  const times = truncated(ratio(a, b));
  if (times === undefined) return a;
  return sum(a, negated(product(b, rounded(times, 0, fullPrecision))));
}

function isInfinite(value: TerraformNumber): value is number {
  return typeof value === "number" && !Number.isFinite(value);
}

function bigFloat(value: TerraformNumber): BigFloat {
  return typeof value === "number" ? { mantissa: BigInt(value), exponent: 0, precision: fullPrecision } : value;
}

function precisionOf(a: TerraformNumber, b: TerraformNumber): number {
  return Math.max(
    typeof a === "number" ? fullPrecision : a.precision,
    typeof b === "number" ? fullPrecision : b.precision,
  );
}

function aligned(a: TerraformNumber, b: TerraformNumber): [left: bigint, right: bigint, exponent: number] {
  const [left, right] = [bigFloat(a), bigFloat(b)];
  const exponent = Math.min(left.exponent, right.exponent);
  return [
    left.mantissa << BigInt(left.exponent - exponent),
    right.mantissa << BigInt(right.exponent - exponent),
    exponent,
  ];
}

function quotient(numerator: bigint, divisor: bigint, exponent: number, precision: number): TerraformNumber {
  const missing = precision + 2 - (bitLength(numerator) - bitLength(divisor));
  const shift = Math.max(0, missing);
  const scaled = absolute(numerator) << BigInt(shift);
  const by = absolute(divisor);
  // The last bit stands for all that the division leaves over, so that rounding sees it.
  const result = ((scaled / by) << 1n) | (scaled % by === 0n ? 0n : 1n);
  return rounded(numerator < 0n === divisor < 0n ? result : -result, exponent - shift - 1, precision);
}

/** The nearest number of that precision, to even where two are equally near. */
function rounded(mantissa: bigint, exponent: number, precision: number): TerraformNumber {
  if (mantissa === 0n) return 0;
  let magnitude = absolute(mantissa);
  let power = exponent;
  const excess = bitLength(magnitude) - precision;
  if (excess > 0) {
    const cut = BigInt(excess);
    const rest = magnitude & ((1n << cut) - 1n);
    const half = 1n << (cut - 1n);
    magnitude >>= cut;
    power += excess;
    if (rest > half || (rest === half && (magnitude & 1n) === 1n)) magnitude++;
  }
  const zeros = bitLength(magnitude & -magnitude) - 1;
  magnitude >>= BigInt(zeros);
  power += zeros;
  if (power >= 0 && power + bitLength(magnitude) <= 53) {
    return Number(magnitude << BigInt(power)) * (mantissa < 0n ? -1 : 1);
  }
  if (power > largestExponent * 4) return mantissa < 0n ? -Infinity : Infinity;
  if (power < -largestExponent * 4) return 0;
  return { mantissa: mantissa < 0n ? -magnitude : magnitude, exponent: power, precision };
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export function bitLength(value: bigint): number {
  const digits = absolute(value).toString(16);
  return digits === "0" ? 0 : digits.length * 4 - Math.clz32(Number.parseInt(digits[0]!, 16)) + 28;
}
