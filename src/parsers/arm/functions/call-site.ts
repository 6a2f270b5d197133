import { type Frame, placeIn } from "../evaluate/frame.ts";
import { restingOn, tokenOf, type Unknown, unknown, type Value } from "../evaluate/value.ts";
import type { Call, Expression } from "../read/expression.ts";

/** A function of the template language. */
export interface Builtin {
  readonly least: number;
  readonly most: number;
  readonly run: (call: CallSite) => Value;
}

/** One call of a function: its arguments, evaluated when they are asked for. */
export class CallSite {
  readonly call: Call;
  readonly frame: Frame;
  readonly evaluate: (expression: Expression, frame: Frame) => Value;
  #values: (Value | undefined)[] = [];

  constructor(call: Call, frame: Frame, evaluate: (expression: Expression, frame: Frame) => Value) {
    this.call = call;
    this.frame = frame;
    this.evaluate = evaluate;
  }

  get count(): number {
    return this.call.args.length;
  }

  value(index: number): Value {
    const known = this.#values[index];
    if (known) return known;
    const value = this.evaluate(this.call.args[index]!, this.frame);
    this.#values[index] = value;
    return value;
  }

  values(): Value[] {
    return this.call.args.map((_, index) => this.value(index));
  }

  /** The result is undecided because something that it needs is. */
  undecided(values: readonly Value[] = this.values(), why?: string): Unknown {
    const token = `${this.call.key}(${values.map(tokenOf).join(",")})`;
    return restingOn(unknown(why ?? reasonOf(values) ?? `${this.call.name}() cannot be decided`, token), values);
  }

  /** Azure refuses this call. */
  invalid(message: string): Unknown {
    return unknown(`${this.call.name}() fails: ${message}`);
  }

  limit(message: string): Unknown {
    this.frame.run.limitReached(placeIn(this.frame, this.call), message);
    return unknown(`${this.call.name}() makes too much`);
  }
}

/** Why the first undecided value is undecided, looking into containers a little. */
function reasonOf(values: readonly Value[], depth = 0): string | undefined {
  for (const value of values) {
    if (value.form === "unknown") return value.why;
    if (depth > 6 || value.form === "scalar") continue;
    const cells = value.form === "sequence" ? value.items : [...value.entries.values()].map(({ cell }) => cell);
    const inner = reasonOf(
      cells.slice(0, 50).map((cell) => cell.value),
      depth + 1,
    );
    if (inner) return inner;
  }
  return undefined;
}

/** A function of values that must be known; undefined is returned where what lies inside them is not. */
export function strict(
  least: number,
  most: number,
  run: (values: readonly Exclude<Value, Unknown>[], call: CallSite) => Value | undefined,
): Builtin {
  return {
    least,
    most,
    run(call) {
      const values = call.values();
      if (values.some((value) => value.form === "unknown")) return call.undecided(values);
      return run(values as Exclude<Value, Unknown>[], call) ?? call.undecided(values);
    },
  };
}

/** As {@link strict}; the result rests on all of its arguments. */
export function computed(
  least: number,
  most: number,
  run: (values: readonly Exclude<Value, Unknown>[], call: CallSite) => Value | undefined,
): Builtin {
  return strict(least, most, (values, call) => {
    const result = run(values, call);
    return result && restingOn(result, values);
  });
}
