import type { LambdaVariable } from "../evaluate/frame.ts";
import {
  Cell,
  dictionary,
  type NamedCell,
  restingOn,
  type Sequence,
  scalar,
  sequence,
  sequenceOf,
  through,
  type Unknown,
  unknown,
  type Value,
} from "../evaluate/value.ts";
import type { Expression } from "../read/expression.ts";
import type { Builtin, CallSite } from "./call-site.ts";
import { entriesThrough } from "./objects.ts";

export const lambdaFunctions: Readonly<Record<string, Builtin>> = {
  lambda: { least: 1, most: 10, run: (call) => call.invalid("it stands where no lambda can be") },
  lambdavariables: { least: 1, most: 1, run: runVariable },
  map: overList((_call, list, apply) => {
    return sequence(itemsOf(list).map((item, index) => new Cell(() => apply(1, [item(), scalar(index)]))));
  }),
  filter: overList((call, list, apply) => {
    const kept: Cell[] = [];
    for (const [index, item] of itemsOf(list).entries()) {
      const verdict = apply(1, [item(), scalar(index)]);
      if (verdict.form === "unknown") return undecidedAt(call, list, verdict);
      if (verdict.form === "scalar" && verdict.value === true) kept.push(list.items[index]!);
    }
    return { ...sequence(kept), hops: list.hops, sensitive: list.sensitive };
  }),
  reduce: { least: 3, most: 3, run: runReduce },
  sort: overList((call, list, apply) => {
    const values = itemsOf(list).map((item) => item());
    let verdict: Unknown | undefined;
    const isBefore = (a: Value, b: Value) => {
      const answer = apply(1, [a, b]);
      if (answer.form === "unknown") verdict ??= answer;
      return answer.form === "scalar" && answer.value === true;
    };
    const sorted = values.toSorted((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
    return verdict ? undecidedAt(call, list, verdict) : sequenceOf(sorted);
  }),
  toobject: overList((call, list, apply) => {
    const entries: NamedCell[] = [];
    for (const item of itemsOf(list)) {
      const key = apply(1, [item()]);
      if (key.form !== "scalar")
        return undecidedAt(call, list, key.form === "unknown" ? key : call.invalid("a key is no text"));
      entries.push({ name: String(key.value), cell: new Cell(() => (call.count > 2 ? apply(2, [item()]) : item())) });
    }
    return dictionary(entries);
  }),
  groupby: overList((call, list, apply) => {
    const groups = new Map<string, Cell[]>();
    for (const item of itemsOf(list)) {
      const key = apply(1, [item()]);
      if (key.form !== "scalar")
        return undecidedAt(call, list, key.form === "unknown" ? key : call.invalid("a key is no text"));
      const group = groups.get(String(key.value)) ?? [];
      groups.set(String(key.value), group);
      group.push(new Cell(() => (call.count > 2 ? apply(2, [item()]) : item())));
    }
    return dictionary([...groups].map(([name, cells]) => ({ name, cell: Cell.of(sequence(cells)) })));
  }),
  mapvalues: {
    least: 2,
    most: 2,
    run(call) {
      const object = call.value(0);
      if (object.form === "unknown") return call.undecided([object]);
      if (object.form !== "dictionary") return call.invalid("its first argument is no object");
      const entries = entriesThrough(object).map((entry) => ({
        ...entry,
        cell: new Cell(() => applyLambda(call, 1, [entry.cell.value])),
      }));
      return dictionary(entries);
    },
  },
};

type Apply = (argument: number, values: readonly Value[]) => Value;

/** A function over the items of a list; each item is read through the list. */
function overList(run: (call: CallSite, list: Sequence, apply: Apply) => Value): Builtin {
  return {
    least: 2,
    most: 3,
    run(call) {
      const list = call.value(0);
      if (list.form === "unknown") return call.undecided([list]);
      if (list.form !== "sequence") return call.invalid("its first argument is no list");
      return run(call, list, (argument, values) => applyLambda(call, argument, values));
    },
  };
}

function itemsOf(list: Sequence): (() => Value)[] {
  return list.items.map((cell) => () => through(list, cell.value));
}

function undecidedAt(call: CallSite, list: Sequence, verdict: Unknown): Value {
  return restingOn(call.undecided([list, verdict], verdict.why), [verdict]);
}

function runReduce(call: CallSite): Value {
  const list = call.value(0);
  if (list.form === "unknown") return call.undecided([list, call.value(1)]);
  if (list.form !== "sequence") return call.invalid("its first argument is no list");
  let current = call.value(1);
  for (const [index, item] of itemsOf(list).entries()) current = applyLambda(call, 2, [current, item(), scalar(index)]);
  return current;
}

/** The value of the lambda that is an argument of the call. */
function applyLambda(call: CallSite, argument: number, values: readonly Value[]): Value {
  const lambda: Expression | undefined = call.call.args[argument];
  if (lambda?.type !== "call" || lambda.key !== "lambda") return call.invalid("its lambda is none");
  const names = lambda.args.slice(0, -1);
  let lambdas: LambdaVariable | undefined = call.frame.lambdas;
  for (const [index, name] of names.entries()) {
    const value = values[index];
    if (name.type !== "text" || !value) return call.invalid("the variables of its lambda do not fit");
    lambdas = { name: name.value.toLowerCase(), value, outer: lambdas };
  }
  return call.evaluate(lambda.args.at(-1)!, { ...call.frame, lambdas });
}

function runVariable(call: CallSite): Value {
  const name = call.value(0);
  if (name.form !== "scalar") return call.undecided();
  const wanted = String(name.value).toLowerCase();
  for (let variable = call.frame.lambdas; variable; variable = variable.outer) {
    if (variable.name === wanted) return variable.value;
  }
  return unknown(`there is no lambda variable "${name.value}"`);
}
