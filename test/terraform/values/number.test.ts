import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareNumbers,
  fromFloat,
  parseNumber,
  product,
  ratio,
  remainder,
  sum,
  toFloat,
} from "../../../src/parsers/terraform/values/number.ts";
import { numberText } from "../../../src/parsers/terraform/values/number-text.ts";

const digits = (text: string) => numberText(parseNumber(text)!);

describe("a number", () => {
  it.each([
    ["0", "0"],
    ["-0.50", "-0.5"],
    ["1.e3", "1000"],
    [".5", "0.5"],
    ["9007199254740993", "9007199254740993"],
    ["123456789012345678901234567890.125", "123456789012345678901234567890.125"],
    ["1e-7", "0.0000001"],
  ])("%s prints as %s", (text, printed) => {
    expect(digits(text)).toBe(printed);
  });

  it.each(["", "-", ".", "1e", "1e99999999", "0x10", "1_0", " 1", "١", "1".repeat(50_000)])("is not %s", (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it("reads what it prints", () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), fc.nat(60));
    fc.assert(
      fc.property(decimals, ([mantissa, places]) => {
        const number = parseNumber(`${mantissa}e-${places}`)!;
        expect(compareNumbers(parseNumber(numberText(number))!, number)).toBe(0);
      }),
    );
  });

  it("computes whole numbers exactly", () => {
    const whole = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [left, right] = [parseNumber(String(a))!, parseNumber(String(b))!];
        expect(numberText(sum(left, right))).toBe(String(a + b));
        expect(numberText(product(left, right))).toBe(String(a * b));
        expect(Math.sign(compareNumbers(left, right))).toBe(a < b ? -1 : a > b ? 1 : 0);
        if (b !== 0n) expect(numberText(remainder(left, right))).toBe(String(a % b));
        if (b !== 0n) expect(numberText(ratio(product(left, right), right))).toBe(String(a));
      }),
    );
  });

  it("is the same as JavaScript's where that is a double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-300);
        expect(toFloat(fromFloat(value))).toBe(value + 0);
        expect(Number(numberText(fromFloat(value)))).toBe(value + 0);
      }),
    );
  });
});
