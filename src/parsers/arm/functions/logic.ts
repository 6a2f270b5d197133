import { memberOf } from "../evaluate/access.ts";
import { isNull, nothing, restingOn, scalar, type Unknown, type Value } from "../evaluate/value.ts";
import { type Builtin, type CallSite, computed } from "./call-site.ts";
import { equalValues } from "./equality.ts";

export const logicFunctions: Readonly<Record<string, Builtin>> = {
  true: { least: 0, most: 0, run: () => scalar(true) },
  false: { least: 0, most: 0, run: () => scalar(false) },
  null: { least: 0, most: 0, run: () => nothing },
  if: { least: 3, most: 3, run: runIf },
  and: { least: 2, most: 100, run: (call) => decide(call, false) },
  or: { least: 2, most: 100, run: (call) => decide(call, true) },
  not: computed(1, 1, ([value], call) => {
    const truth = truthOf(value!);
    return truth === undefined ? call.invalid("its argument is neither true nor false") : scalar(!truth);
  }),
  bool: computed(1, 1, ([value], call) => {
    const truth = truthOf(value!) ?? booleanOf(value!);
    return truth === undefined ? call.invalid("its argument says neither true nor false") : scalar(truth);
  }),
  coalesce: { least: 1, most: 100, run: runCoalesce },
  equals: { least: 2, most: 2, run: runEquals },
  less: comparison((order) => order < 0),
  lessorequals: comparison((order) => order <= 0),
  greater: comparison((order) => order > 0),
  greaterorequals: comparison((order) => order >= 0),
};

function truthOf(value: Value): boolean | undefined {
  return value.form === "scalar" && typeof value.value === "boolean" ? value.value : undefined;
}

function booleanOf(value: Value): boolean | undefined {
  if (value.form !== "scalar") return undefined;
  if (typeof value.value === "number") return value.value !== 0;
  const text = String(value.value).toLowerCase();
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

function runIf(call: CallSite): Value {
  const condition = call.value(0);
  if (condition.form === "unknown") return eitherBranch(call, condition);
  const truth = truthOf(condition);
  if (truth === undefined) return call.invalid("its condition is neither true nor false");
  const chosen = call.value(truth ? 1 : 2);
  return chosen.hops.length > 0 ? chosen : restingOn(chosen, [condition]);
}

/** What both branches agree on is known, whatever the condition turns out to be. */
function eitherBranch(call: CallSite, condition: Unknown): Value {
  const [yes, no] = [call.value(1), call.value(2)];
  return agreement(condition, yes, no) ?? undecidedBranch(call, condition, yes, no);
}

function agreement(condition: Unknown, yes: Value, no: Value): Value | undefined {
  return equalValues(yes, no) === true ? restingOn(yes, [condition]) : undefined;
}

function undecidedBranch(call: CallSite, condition: Unknown, yes: Value, no: Value): Value {
  const undecided = call.undecided([condition, yes, no], condition.why);
  if (yes.form === "scalar" && no.form === "scalar") return undecided;
  return {
    ...undecided,
    member: (name) => agreement(condition, memberOf(yes, name, true), memberOf(no, name, true)),
  };
}

/** `and` and `or`: one argument can decide, whatever the unknown ones are. */
function decide(call: CallSite, deciding: boolean): Value {
  const seen: Value[] = [];
  let undecided = false;
  for (let index = 0; index < call.count; index++) {
    const value = call.value(index);
    seen.push(value);
    if (value.form === "unknown") undecided = true;
    else {
      const truth = truthOf(value);
      if (truth === undefined) return call.invalid("an argument is neither true nor false");
      if (truth === deciding) return restingOn(scalar(deciding), [value]);
    }
  }
  return undecided ? call.undecided(seen) : restingOn(scalar(!deciding), seen);
}

function runCoalesce(call: CallSite): Value {
  const seen: Value[] = [];
  for (let index = 0; index < call.count; index++) {
    const value = call.value(index);
    if (value.form === "unknown") {
      const only = seen.length === 0 && call.count === 1;
      return only || isText(value) ? value : call.undecided([...seen, value]);
    }
    if (!isNull(value)) return value.hops.length > 0 ? value : restingOn(value, seen);
    seen.push(value);
  }
  return seen.at(-1) ?? nothing;
}

/** Whether it is a text, whatever its unknown parts are, and so not null. */
function isText({ pieces }: Unknown): boolean {
  return pieces?.some((piece) => typeof piece === "string" && piece !== "") === true;
}

function runEquals(call: CallSite): Value {
  const values = call.values();
  const same = equalValues(values[0]!, values[1]!);
  return same === undefined ? call.undecided(values) : restingOn(scalar(same), values);
}

function comparison(holds: (order: number) => boolean): Builtin {
  return computed(2, 2, ([a, b], call) => {
    if (a?.form !== "scalar" || b?.form !== "scalar") return call.invalid("its arguments cannot be compared");
    const order = compare(a.value, b.value);
    return order === undefined ? call.invalid("its arguments cannot be compared") : scalar(holds(order));
  });
}

function compare(a: unknown, b: unknown): number | undefined {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== "string" || typeof b !== "string") return undefined;
  return a < b ? -1 : a > b ? 1 : 0;
}
