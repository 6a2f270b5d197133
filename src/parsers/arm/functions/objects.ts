import { elementOf, nameOfValue } from "../evaluate/access.ts";
import { limits } from "../evaluate/run.ts";
import {
  Cell,
  type Dictionary,
  dictionary,
  isNull,
  type Known,
  type NamedCell,
  plainOf,
  scalar,
  sequence,
  sequenceOf,
  through,
  type Value,
} from "../evaluate/value.ts";
import { type Builtin, type CallSite, strict } from "./call-site.ts";
import { equalPlain } from "./equality.ts";

export const objectFunctions: Readonly<Record<string, Builtin>> = {
  createobject: { least: 0, most: 10_000, run: runCreateObject },
  items: strict(1, 1, ([object], call) => {
    if (object?.form !== "dictionary") return call.invalid("its argument is no object");
    const entries = sortedEntries(object);
    return sequenceOf(
      entries.map(({ name, cell }) =>
        dictionary([
          { name: "key", cell: Cell.of(scalar(name)) },
          { name: "value", cell },
        ]),
      ),
    );
  }),
  objectkeys: strict(1, 1, ([object], call) => {
    if (object?.form !== "dictionary") return call.invalid("its argument is no object");
    return sequenceOf(sortedEntries(object).map(({ name }) => scalar(name)));
  }),
  shallowmerge: strict(1, 1, ([list], call) => {
    if (list?.form !== "sequence") return call.invalid("its argument is no list of objects");
    const merged = new Map<string, NamedCell>();
    for (const cell of list.items) {
      const item = through(list, cell.value);
      if (isNull(item)) continue;
      if (item.form !== "dictionary") return item.form === "unknown" ? undefined : call.invalid("an item is no object");
      addEntries(merged, item);
    }
    return dictionary(merged.values());
  }),
  tryget: { least: 2, most: 20, run: runTryGet },
};

/** In the order of their names, as Azure gives them. */
function sortedEntries(object: Dictionary): NamedCell[] {
  return entriesThrough(object).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function runCreateObject(call: CallSite): Value {
  if (call.count % 2 !== 0) return call.invalid("its arguments are no pairs of name and value");
  const entries: NamedCell[] = [];
  for (let index = 0; index < call.count; index += 2) {
    const name = call.value(index);
    entries.push({ ...nameOfValue(name), cell: new Cell(() => call.value(index + 1)) });
  }
  return dictionary(entries);
}

function runTryGet(call: CallSite): Value {
  let value = call.value(0);
  for (let index = 1; index < call.count; index++) value = elementOf(value, call.value(index), true);
  return value;
}

/** The entries as seen through their object. */
export function entriesThrough(object: Dictionary): NamedCell[] {
  const entries = [...object.entries.values()];
  if (object.hops.length === 0 && !object.sensitive) return entries;
  return entries.map((entry) => ({ ...entry, cell: new Cell(() => through(object, entry.cell.value)) }));
}

/** The items as seen through their list. */
export function cellsThrough(list: Value & { form: "sequence" }): readonly Cell[] {
  if (list.hops.length === 0 && !list.sensitive) return list.items;
  return list.items.map((cell) => new Cell(() => through(list, cell.value)));
}

function addEntries(merged: Map<string, NamedCell>, object: Dictionary): void {
  for (const entry of entriesThrough(object)) merged.set(entry.name.toLowerCase(), entry);
}

/** Objects united: later ones win, objects inside are united in turn, lists are not. */
export function unionOfObjects(objects: readonly Dictionary[], depth = 0): Value {
  const merged = new Map<string, NamedCell>();
  for (const object of objects) {
    for (const entry of entriesThrough(object)) {
      const key = entry.name.toLowerCase();
      const earlier = merged.get(key);
      merged.set(key, earlier ? unitedEntry(earlier, entry, depth) : entry);
    }
  }
  return dictionary(merged.values());
}

function unitedEntry(earlier: NamedCell, later: NamedCell, depth: number): NamedCell {
  const cell = new Cell(() => {
    const [first, second] = [earlier.cell.value, later.cell.value];
    if (first.form !== "dictionary" || second.form !== "dictionary" || depth > 30) return second;
    return unionOfObjects([first, second], depth + 1);
  });
  return { ...later, name: earlier.name, cell };
}

/** What all objects have in common: names with equal values. */
export function intersectionOfObjects(objects: readonly Dictionary[]): Value | undefined {
  const [first, ...others] = objects;
  const kept: NamedCell[] = [];
  for (const [key, entry] of first!.entries) {
    const values = others.map((other) => other.entries.get(key)?.cell.value);
    if (values.some((value) => value === undefined)) continue;
    const plains = [entry.cell.value, ...(values as Value[])].map((value) => plainOf(value));
    if (plains.some((plain) => plain === undefined)) return undefined;
    if (plains.every((plain) => equalPlain(plain!, plains[0]!))) kept.push(entry);
  }
  return dictionary(kept);
}

/** A list of which the bound is kept. */
export function boundedSequence(cells: readonly Cell[], call: CallSite): Value {
  if (cells.length <= limits.items) return sequence(cells);
  return call.limit(`${call.call.name}() makes a list of more than ${limits.items} items, which is not followed`);
}

export function allDictionaries(values: readonly Known[]): values is readonly Dictionary[] {
  return values.every((value) => value.form === "dictionary");
}
