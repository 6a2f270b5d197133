import type { Copy } from "../evaluate/frame.ts";
import { type Known, restingOn, scalar, unknown, type Value } from "../evaluate/value.ts";
import { type Builtin, type CallSite, computed } from "./call-site.ts";

export const numberFunctions: Readonly<Record<string, Builtin>> = {
  add: arithmetic((a, b) => a + b),
  sub: arithmetic((a, b) => a - b),
  mul: arithmetic((a, b) => a * b),
  div: arithmetic((a, b) => (b === 0 ? undefined : Math.trunc(a / b))),
  mod: arithmetic((a, b) => (b === 0 ? undefined : a % b)),
  int: computed(1, 1, ([value], call) => {
    const number = numberOf(value!);
    return number === undefined ? call.invalid("its argument is no whole number") : scalar(Math.trunc(number));
  }),
  float: computed(1, 1, ([value], call) => {
    const number = numberOf(value!);
    return number === undefined ? call.invalid("its argument is no number") : scalar(number);
  }),
  max: extreme((a, b) => Math.max(a, b)),
  min: extreme((a, b) => Math.min(a, b)),
  copyindex: { least: 0, most: 2, run: runCopyIndex },
};

function arithmetic(run: (a: number, b: number) => number | undefined): Builtin {
  return computed(2, 2, ([a, b], call) => {
    if (a?.form !== "scalar" || b?.form !== "scalar") return call.invalid("its arguments are no numbers");
    if (typeof a.value !== "number" || typeof b.value !== "number") return call.invalid("its arguments are no numbers");
    const result = run(a.value, b.value);
    return result === undefined ? call.invalid("it divides by zero") : scalar(result + 0);
  });
}

function numberOf(value: Known): number | undefined {
  if (value.form !== "scalar" || value.value === null || typeof value.value === "boolean") return undefined;
  if (typeof value.value === "number") return value.value;
  const text = value.value.trim();
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function extreme(choose: (a: number, b: number) => number): Builtin {
  return computed(1, 1000, (values, call) => {
    const first = values[0]!;
    const candidates: readonly Value[] = first.form === "sequence" ? first.items.map((cell) => cell.value) : values;
    let result: number | undefined;
    for (const candidate of candidates) {
      if (candidate.form === "unknown") return undefined;
      if (candidate.form !== "scalar" || typeof candidate.value !== "number")
        return call.invalid("an argument is no number");
      result = result === undefined ? candidate.value : choose(result, candidate.value);
    }
    return result === undefined ? call.invalid("the list is empty") : scalar(result);
  });
}

/** `copyIndex()`, `copyIndex('loop')`, `copyIndex(1)` or `copyIndex('loop', 1)`. */
function runCopyIndex(call: CallSite): Value {
  let name: string | undefined;
  let offset = 0;
  for (const value of call.values()) {
    if (value.form === "unknown") return call.undecided();
    if (value.form !== "scalar") return call.invalid("its argument is neither a name nor a number");
    if (typeof value.value === "number") offset = value.value;
    else name = String(value.value).toLowerCase();
  }
  const copy = loopOf(call.frame.copies, name);
  if (!copy)
    return call.invalid(name === undefined ? "it stands in no copy loop" : `there is no copy loop "${name}" around it`);
  if (typeof copy.index === "number") return scalar(copy.index + offset);
  return restingOn(unknown(copy.index.why, `copyindex(${copy.name})`), [copy.index]);
}

/** Without a name it is the loop of the resource. */
function loopOf(copies: Copy | undefined, name: string | undefined): Copy | undefined {
  let found: Copy | undefined;
  for (let copy = copies; copy; copy = copy.outer) {
    if (name === undefined ? copy.loop === "resource" : copy.name === name) return copy;
    found ??= copy;
  }
  return name === undefined ? found : undefined;
}
