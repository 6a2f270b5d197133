import {
  compareNumbers,
  fromFloat,
  fromInteger,
  isInteger,
  negated,
  type TerraformNumber,
  toFloat,
  truncated,
} from "../values/number.ts";
import { numberType } from "../values/type.ts";
import { failure, type Outcome, type TerraformValue } from "../values/value.ts";
import type { Call } from "./call.ts";
import { anything, type Definitions, type FunctionDefinition, number } from "./definition.ts";

export const numericFunctions: Definitions = {
  abs: ofNumber((value) => (compareNumbers(value, 0) < 0 ? negated(value) : value)),
  ceil: ofNumber((value) => toWhole(value, 1)),
  floor: ofNumber((value) => toWhole(value, -1)),
  signum: {
    parameters: [number("num")],
    returns: numberType,
    run: (call) => {
      if (!isInteger(call.number(0))) return failure("the number must be whole", 0);
      return call.numberResult(compareNumbers(call.number(0), 0));
    },
  },
  max: { parameters: [], rest: number("numbers"), returns: numberType, run: (call) => extreme(call, 1) },
  min: { parameters: [], rest: number("numbers"), returns: numberType, run: (call) => extreme(call, -1) },
  log: {
    parameters: [number("num"), number("base")],
    returns: numberType,
    run: (call) => floatResult(call, Math.log(toFloat(call.number(0))) / Math.log(toFloat(call.number(1)))),
  },
  pow: {
    parameters: [number("num"), number("power")],
    returns: numberType,
    run: (call) => floatResult(call, power(toFloat(call.number(0)), toFloat(call.number(1)))),
  },
  parseint: { parameters: [anything("number"), number("base")], returns: numberType, run: parseInteger },
};

function ofNumber(compute: (value: TerraformNumber) => TerraformNumber): FunctionDefinition {
  return {
    parameters: [number("num")],
    returns: numberType,
    run: (call) => call.numberResult(compute(call.number(0))),
  };
}

function toWhole(value: TerraformNumber, direction: 1 | -1): TerraformNumber {
  if (isInteger(value)) return value;
  const whole = truncated(value);
  if (whole === undefined) return value;
  const towardsZero = compareNumbers(value, 0) * direction < 0;
  return fromInteger(towardsZero ? whole : whole + BigInt(direction));
}

function extreme(call: Call, direction: 1 | -1): Outcome {
  let best: TerraformValue | undefined;
  for (const value of call.args) {
    if (value.form !== "number") continue;
    if (best?.form !== "number" || compareNumbers(value.value, best.value) * direction > 0) best = value;
  }
  return best ?? failure("at least one number is needed");
}

/** The whole part of the exponent by squaring: the last digits are then those that Terraform gets. */
function power(base: number, exponent: number): number {
  if (exponent === 0.5) return Math.sqrt(base);
  if (!(Math.abs(exponent) < 100_000) || (base < 0 && !Number.isInteger(exponent))) return base ** exponent;
  const whole = Math.ceil(Math.abs(exponent) - 0.5);
  const fraction = Math.abs(exponent) - whole;
  let result = fraction === 0 ? 1 : Math.exp(fraction * Math.log(base));
  let square = base;
  for (let rest = whole; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return exponent < 0 ? 1 / result : result;
}

function floatResult(call: Call, value: number): Outcome {
  return Number.isNaN(value) ? failure("the result is not a number") : call.numberResult(fromFloat(value));
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function parseInteger(call: Call): Outcome {
  const value = call.args[0];
  if (value?.form !== "string") return failure("the first argument must be a text", 0);
  const base = call.integer(1);
  if (base === undefined || base < 2 || base > 62) return failure("the base must be a whole number from 2 to 62", 1);
  const wrong = failure(`"${value.value}" is no whole number of base ${base}`, 0);
  const signed = /^[+-]?/.exec(value.value)![0];
  const text = base <= 36 ? value.value.slice(signed.length).toLowerCase() : value.value.slice(signed.length);
  if (text === "" || text.length > 4000) return wrong;
  let result = 0n;
  for (const character of text) {
    const digit = digits.indexOf(character);
    if (digit < 0 || digit >= base) return wrong;
    result = result * BigInt(base) + BigInt(digit);
  }
  return call.numberResult(fromInteger(signed === "-" ? -result : result));
}
