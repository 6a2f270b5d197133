import { absolute, bitLength, type TerraformNumber } from "./number.ts";

/** A number in decimal digits, without an exponent, as Terraform prints it: the shortest that means this number. */
export function numberText(value: TerraformNumber): string {
  if (typeof value !== "number") {
    const text = shortest(absolute(value.mantissa), value.exponent, value.precision);
    return value.mantissa < 0n ? `-${text}` : text;
  }
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? "+Inf" : "-Inf";
}

function shortest(odd: bigint, power: number, precision: number): string {
  const missing = precision - bitLength(odd);
  const mantissa = odd << BigInt(missing);
  const middle = decimal(mantissa * 2n, power - missing - 1);
  const low = decimal(mantissa * 2n - 1n, power - missing - 1);
  const high = decimal(mantissa * 2n + 1n, power - missing - 1);
  const inclusive = (mantissa & 1n) === 0n;
  const width = high.digits.length;
  const [lower, exact, upper] = [low, middle, high].map(({ digits }) => digits.padStart(width, "0")) as [
    string,
    string,
    string,
  ];
  for (let kept = 1; kept < width; kept++) {
    const zeros = "0".repeat(width - kept);
    const below = exact.slice(0, kept) + zeros;
    const above = (BigInt(exact.slice(0, kept)) + 1n).toString().padStart(kept, "0") + zeros;
    const belowFits = inclusive ? below >= lower : below > lower;
    const aboveFits = above.length === width && (inclusive ? above <= upper : above < upper);
    if (!belowFits && !aboveFits) continue;
    const nearest = roundsUp(exact, kept) ? above : below;
    return placePoint(belowFits && aboveFits ? nearest : belowFits ? below : above, middle.fraction);
  }
  return placePoint(exact, middle.fraction);
}

/** `value` × 2^`power` as digits of which the last `fraction` stand behind the point. */
function decimal(value: bigint, power: number): { digits: string; fraction: number } {
  if (power >= 0) return { digits: (value << BigInt(power)).toString(), fraction: 0 };
  return { digits: (value * 5n ** BigInt(-power)).toString(), fraction: -power };
}

function roundsUp(digits: string, kept: number): boolean {
  const next = digits.charCodeAt(kept) - 48;
  if (next !== 5 || /[1-9]/.test(digits.slice(kept + 1))) return next >= 5;
  return (digits.charCodeAt(kept - 1) & 1) === 1;
}

function placePoint(digits: string, fraction: number): string {
  const padded = digits.padStart(fraction + 1, "0");
  const whole = padded.slice(0, padded.length - fraction).replace(/^0+(?=\d)/, "");
  const behind = fraction === 0 ? "" : padded.slice(padded.length - fraction).replace(/0+$/, "");
  return behind === "" ? whole : `${whole}.${behind}`;
}
