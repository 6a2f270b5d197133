import { elementOf } from "../evaluate/access.ts";
import { piecesOf, valueOfPieces } from "../evaluate/text.ts";
import {
  Cell,
  isNull,
  type Known,
  nothing,
  type Plain,
  plainOf,
  restingOn,
  type Sequence,
  scalar,
  sequence,
  through,
  type Unknown,
  type Value,
} from "../evaluate/value.ts";
import { type Builtin, type CallSite, computed, strict } from "./call-site.ts";
import { equalPlain, equalValues, plainKey } from "./equality.ts";
import { allDictionaries, boundedSequence, cellsThrough, intersectionOfObjects, unionOfObjects } from "./objects.ts";

export const listFunctions: Readonly<Record<string, Builtin>> = {
  array: strict(1, 1, ([value]) => (value!.form === "sequence" ? value : sequence([Cell.of(value!)]))),
  createarray: {
    least: 0,
    most: 10_000,
    run: (call) => sequence(call.call.args.map((_, index) => new Cell(() => call.value(index)))),
  },
  concat: { least: 1, most: 10_000, run: runConcat },
  contains: { least: 2, most: 2, run: runContains },
  empty: { least: 1, most: 1, run: runEmpty },
  length: { least: 1, most: 1, run: runLength },
  first: { least: 1, most: 1, run: (call) => endOf(call, "head") },
  last: { least: 1, most: 1, run: (call) => endOf(call, "tail") },
  flatten: strict(1, 1, ([list], call) => {
    if (list?.form !== "sequence") return call.invalid("its argument is no list of lists");
    const cells: Cell[] = [];
    for (const cell of list.items) {
      const item = through(list, cell.value);
      if (item.form === "unknown") return undefined;
      if (item.form !== "sequence") return call.invalid("an item is no list");
      cells.push(...cellsThrough(item));
    }
    return boundedSequence(cells, call);
  }),
  indexfromend: { least: 2, most: 2, run: (call) => fromEnd(call, false) },
  tryindexfromend: { least: 2, most: 2, run: (call) => fromEnd(call, true) },
  indexof: computed(2, 2, ([where, what], call) => position(where!, what!, call, "first")),
  lastindexof: computed(2, 2, ([where, what], call) => position(where!, what!, call, "last")),
  intersection: strict(2, 100, (values, call) => {
    if (allDictionaries(values)) return intersectionOfObjects(values);
    return allSequences(values)
      ? intersectionOfLists(values)
      : call.invalid("its arguments are neither lists nor objects");
  }),
  union: strict(2, 1_000, (values, call) => {
    const present = values.filter((value) => !isNull(value));
    if (allDictionaries(present)) return unionOfObjects(present);
    return allSequences(present)
      ? unionOfLists(present, call)
      : call.invalid("its arguments are neither lists nor objects");
  }),
  range: computed(2, 2, ([start, count], call) => {
    if (start?.form !== "scalar" || count?.form !== "scalar") return call.invalid("its arguments are no numbers");
    const [from, length] = [start.value, count.value];
    if (typeof from !== "number" || typeof length !== "number") return call.invalid("its arguments are no numbers");
    if (length < 0 || length > 10_000) return call.invalid("its count lies outside 0 to 10,000");
    return sequence(Array.from({ length }, (_, index) => Cell.of(scalar(from + index))));
  }),
  skip: { least: 2, most: 2, run: (call) => part(call, "skip") },
  take: { least: 2, most: 2, run: (call) => part(call, "take") },
};

function allSequences(values: readonly Known[]): values is readonly Sequence[] {
  return values.every((value) => value.form === "sequence");
}

function runConcat(call: CallSite): Value {
  const values = call.values();
  const lists = values.filter((value) => value.form === "sequence");
  if (lists.length === 0) {
    const texts = values.map((value) => piecesOf(value));
    if (texts.some((text) => text === undefined)) return call.invalid("an argument is an object");
    const unknown = values.find((value): value is Unknown => value.form === "unknown");
    if (values.length === 1 && unknown) return unknown;
    return restingOn(
      valueOfPieces(
        texts.flatMap((text) => text!),
        unknown?.why ?? "",
      ),
      values,
    );
  }
  if (lists.length < values.length) {
    if (values.some((value) => value.form === "unknown")) return call.undecided(values);
    return call.invalid("its arguments are partly lists, partly texts");
  }
  return boundedSequence(
    lists.flatMap((list) => cellsThrough(list)),
    call,
  );
}

function runContains(call: CallSite): Value {
  const [container, item] = [call.value(0), call.value(1)];
  const answer = containsIn(container, item);
  if (typeof answer === "string") return call.invalid(answer);
  return answer === undefined ? call.undecided() : restingOn(scalar(answer), [container, item]);
}

function containsIn(container: Value, item: Value): boolean | string | undefined {
  if (container.form === "sequence") {
    let undecided = false;
    for (const cell of container.items) {
      const same = equalValues(cell.value, item);
      if (same) return true;
      if (same === undefined) undecided = true;
    }
    return undecided ? undefined : false;
  }
  if (item.form === "unknown" || (container.form === "unknown" && item.form !== "scalar")) return undefined;
  if (item.form !== "scalar" || item.value === null) return "what it looks for is no text";
  if (container.form === "dictionary") {
    return container.entries.has(String(item.value).toLowerCase()) || (container.open ? undefined : false);
  }
  if (container.form === "unknown") {
    const text = String(item.value);
    return container.pieces?.some((piece) => typeof piece === "string" && piece.includes(text)) ? true : undefined;
  }
  return typeof container.value === "string"
    ? container.value.includes(String(item.value))
    : "it looks into no container";
}

function runEmpty(call: CallSite): Value {
  const value = call.value(0);
  if (value.form === "unknown") {
    const isText = value.pieces?.some((piece) => typeof piece === "string" && piece !== "");
    return isText ? restingOn(scalar(false), [value]) : call.undecided();
  }
  const length = lengthOf(value);
  if (length === undefined && !isNull(value)) return call.invalid("its argument is no container");
  return restingOn(scalar(length === undefined || length === 0), [value]);
}

function runLength(call: CallSite): Value {
  const value = call.value(0);
  if (value.form === "unknown") return call.undecided();
  const length = lengthOf(value);
  return length === undefined ? call.invalid("its argument has no length") : restingOn(scalar(length), [value]);
}

function lengthOf(value: Known): number | undefined {
  if (value.form === "sequence") return value.items.length;
  if (value.form === "dictionary") return value.entries.size;
  return typeof value.value === "string" ? value.value.length : undefined;
}

function endOf(call: CallSite, end: "head" | "tail"): Value {
  const value = call.value(0);
  if (value.form === "unknown") {
    const item = end === "head" ? value.head?.[0] : value.tail?.at(-1);
    return item ? through(value, item) : call.undecided();
  }
  if (value.form === "sequence") {
    const cell = end === "head" ? value.items[0] : value.items.at(-1);
    return cell ? through(value, cell.value) : restingOn(nothing, [value]);
  }
  if (value.form !== "scalar" || typeof value.value !== "string")
    return call.invalid("its argument is neither list nor text");
  return restingOn(scalar(end === "head" ? value.value.slice(0, 1) : value.value.slice(-1)), [value]);
}

function fromEnd(call: CallSite, safe: boolean): Value {
  const [list, index] = [call.value(0), call.value(1)];
  if (list.form !== "sequence" || index.form !== "scalar" || typeof index.value !== "number") return call.undecided();
  return elementOf(list, scalar(list.items.length - index.value), safe);
}

/** Texts are searched without regard to case. */
function position(where: Known, what: Known, call: CallSite, which: "first" | "last"): Value | undefined {
  if (where.form === "sequence") {
    const wanted = plainOf(what);
    const items = where.items.map((cell) => plainOf(cell.value));
    if (wanted === undefined || items.includes(undefined)) return undefined;
    const isWanted = (item: Plain | undefined) => equalPlain(item!, wanted);
    return scalar(which === "first" ? items.findIndex(isWanted) : items.findLastIndex(isWanted));
  }
  if (where.form !== "scalar" || what.form !== "scalar") return call.invalid("it looks into no text");
  const [text, wanted] = [String(where.value).toLowerCase(), String(what.value).toLowerCase()];
  return scalar(which === "first" ? text.indexOf(wanted) : text.lastIndexOf(wanted));
}

function unionOfLists(lists: readonly Sequence[], call: CallSite): Value | undefined {
  const seen = new Set<string>();
  const cells: Cell[] = [];
  for (const cell of lists.flatMap((list) => cellsThrough(list))) {
    const plain = plainOf(cell.value);
    if (plain === undefined) return undefined;
    const key = plainKey(plain);
    if (seen.has(key)) continue;
    seen.add(key);
    cells.push(cell);
  }
  return boundedSequence(cells, call);
}

function intersectionOfLists(lists: readonly Sequence[]): Value | undefined {
  const keys = lists.map((list) => list.items.map((cell) => plainOf(cell.value)));
  if (keys.some((list) => list.includes(undefined))) return undefined;
  const others = keys.slice(1).map((list) => new Set(list.map((plain) => plainKey(plain!))));
  const seen = new Set<string>();
  const first = cellsThrough(lists[0]!);
  return sequence(
    first.filter((_, index) => {
      const key = plainKey(keys[0]![index]!);
      if (seen.has(key) || !others.every((other) => other.has(key))) return false;
      seen.add(key);
      return true;
    }),
  );
}

/** `skip` and `take`, of lists and texts. */
function part(call: CallSite, what: "skip" | "take"): Value {
  const [whole, count] = [call.value(0), call.value(1)];
  if (count.form !== "scalar" || typeof count.value !== "number") {
    return count.form === "unknown" ? call.undecided() : call.invalid("its count is no number");
  }
  const length = Math.max(count.value, 0);
  if (whole.form === "sequence") {
    const cells = cellsThrough(whole);
    return sequence(what === "skip" ? cells.slice(length) : cells.slice(0, length));
  }
  if (whole.form === "unknown") return partOfUnknown(call, whole, length, what);
  if (whole.form !== "scalar" || typeof whole.value !== "string")
    return call.invalid("its argument is neither list nor text");
  const text = what === "skip" ? whole.value.slice(length) : whole.value.slice(0, length);
  return restingOn(scalar(text), [whole, count]);
}

function partOfUnknown(call: CallSite, whole: Unknown, length: number, what: "skip" | "take"): Value {
  const start = whole.pieces?.[0];
  if (typeof start !== "string" || start.length < length) return call.undecided();
  if (what === "take") return restingOn(scalar(start.slice(0, length)), [whole]);
  return restingOn(valueOfPieces([start.slice(length), ...whole.pieces!.slice(1)], whole.why), [whole]);
}
