/**
 * A number of Terraform, which has 512 bits of mantissa: a JavaScript number where that is a safe integer or infinite,
 * and a {@link BigFloat} for everything else.
 */
export type TerraformNumber = number | BigFloat;

/** `mantissa` × 2^`exponent`; the mantissa is odd and has at most 512 bits. */
export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** The nearest JavaScript number. */
export function toFloat(value: TerraformNumber): number {
  if (typeof value === "number") return value;
  const { mantissa, exponent } = value;
  const magnitude = mantissa < 0n ? -mantissa : mantissa;
  const excess = magnitude.toString(2).length - 64;
  if (excess <= 0) return Number(mantissa) * 2 ** exponent;
  const rest = (magnitude & ((1n << BigInt(excess)) - 1n)) === 0n ? 0n : 1n;
  const top = (magnitude >> BigInt(excess)) | rest;
  return Number(mantissa < 0n ? -top : top) * 2 ** (exponent + excess);
}
