import type { Hole, Piece, Step, Target } from "../../../model/tree.ts";

/**
 * What an expression evaluates to. Containers hold cells, so that what nobody reads is not computed. Every value knows
 * the steps it came along (`hops`) and the JSON literal it was written as (`origin`), if it is one.
 */
export type Value = Scalar | Sequence | Dictionary | Unknown;

/** A value all of whose form is known; what a container holds may still be unknown. */
export type Known = Scalar | Sequence | Dictionary;

interface Traced {
  readonly hops: readonly Step[];
  readonly origin: Step | undefined;
  readonly sensitive: boolean;
}

export interface Scalar extends Traced {
  readonly form: "scalar";
  readonly value: string | number | boolean | null;
}

export interface Sequence extends Traced {
  readonly form: "sequence";
  readonly items: readonly Cell[];
}

export interface Dictionary extends Traced {
  readonly form: "dictionary";
  /** By the name in lower case: property names are compared without regard to case. */
  readonly entries: ReadonlyMap<string, NamedCell>;
  /** Whether some name is not known wholly, so that a missing one may be there. */
  readonly open: boolean;
}

export interface NamedCell {
  readonly name: string;
  readonly cell: Cell;
  /** What is known of a name that is not known wholly. */
  readonly pieces?: readonly Piece[];
}

export interface Unknown extends Traced {
  readonly form: "unknown";
  /** A clause that stands alone and groups with its like. */
  readonly why: string;
  /** Canonical: equal tokens mean equal values within one deployment. */
  readonly token: string;
  /** What is known of a text. */
  readonly pieces?: readonly Piece[];
  /** What is known of a list that is not known wholly: its first and its last items. */
  readonly head?: readonly Value[];
  readonly tail?: readonly Value[];
  /** What can be read of a thing that is known only during the deployment. */
  readonly member?: (name: string) => Value | undefined;
  /** The attribute of a resource of the template that this is. */
  readonly target?: Target;
}

/** A hole that stands for one segment of a resource id: it holds no slash. */
export interface SegmentHole extends Hole {
  readonly segment: true;
}

const none: readonly Step[] = [];

/** Longer trails lose their middle: nobody reads them. */
const longestTrail = 24;

/** A value that is computed when it is read, once. */
export class Cell {
  #make: (() => Value) | undefined;
  #value: Value | undefined;

  constructor(make: (() => Value) | undefined, value?: Value) {
    this.#make = make;
    this.#value = value;
  }

  static of(value: Value): Cell {
    return new Cell(undefined, value);
  }

  get value(): Value {
    if (this.#value) return this.#value;
    const make = this.#make;
    if (!make) return unknown("it depends on itself");
    this.#make = undefined;
    this.#value = make();
    return this.#value;
  }
}

export function scalar(value: string | number | boolean | null, origin?: Step): Scalar {
  return { form: "scalar", value, hops: none, origin, sensitive: false };
}

export function sequence(items: readonly Cell[], origin?: Step): Sequence {
  return { form: "sequence", items, hops: none, origin, sensitive: false };
}

export function sequenceOf(values: readonly Value[]): Sequence {
  return sequence(values.map((value) => Cell.of(value)));
}

export function dictionary(entries: Iterable<NamedCell>, origin?: Step): Dictionary {
  const byName = new Map<string, NamedCell>();
  let open = false;
  for (const entry of entries) {
    byName.set(entry.name.toLowerCase(), entry);
    if (entry.pieces) open = true;
  }
  return { form: "dictionary", entries: byName, open, hops: none, origin, sensitive: false };
}

let anonymous = 0;

/** Longer tokens are not kept: what they stand for is then equal to nothing but itself. */
const longestToken = 4_000;

/** Without a token it is equal to nothing but itself. */
export function unknown(why: string, wanted?: string): Unknown {
  const token = wanted !== undefined && wanted.length <= longestToken ? wanted : undefined;
  return { form: "unknown", why, token: token ?? `?${++anonymous}`, hops: none, origin: undefined, sensitive: false };
}

export const nothing: Scalar = scalar(null);

export function isNull(value: Value): boolean {
  return value.form === "scalar" && value.value === null;
}

/** The same value, reached by one more step. */
export function withHop<V extends Value>(value: V, hop: Step): V {
  return { ...value, hops: cut([hop, ...value.hops]) };
}

/** The same value, written at `origin` unless it already knows where it is from. */
export function withOrigin<V extends Value>(value: V, origin: Step): V {
  if (value.origin || value.hops.length > 0) return value;
  return { ...value, origin };
}

export function asSensitive<V extends Value>(value: V): V {
  return value.sensitive ? value : { ...value, sensitive: true };
}

/** A child as it is seen through its container: reached by the container's steps first. */
export function through(container: Value, child: Value): Value {
  if (container.hops.length === 0 && !container.sensitive) return child;
  const hops = child.hops.length === 0 ? container.hops : cut([...container.hops, ...child.hops]);
  return { ...child, hops, sensitive: child.sensitive || container.sensitive };
}

/** A computed value, which rests on all that it was computed from. */
export function restingOn<V extends Value>(value: V, sources: readonly Value[]): V {
  let hops: readonly Step[] = value.hops;
  let sensitive = value.sensitive;
  for (const source of sources) {
    if (source.sensitive) sensitive = true;
    const steps = trailOf(source);
    if (source.hops.length > 0 || (hops.length === 0 && steps.length > 0)) hops = joined(hops, steps);
  }
  if (hops === value.hops && sensitive === value.sensitive) return value;
  return { ...value, hops, sensitive };
}

/** From the outermost step to the literal. */
export function trailOf(value: Value): readonly Step[] {
  if (!value.origin) return value.hops;
  return value.hops.length === 0 ? [value.origin] : [...value.hops, value.origin];
}

function joined(first: readonly Step[], second: readonly Step[]): readonly Step[] {
  if (first.length === 0) return second;
  const added = second.filter((step) => !first.includes(step));
  return added.length === 0 ? first : cut([...first, ...added]);
}

function cut(steps: readonly Step[]): readonly Step[] {
  if (steps.length <= longestTrail) return steps;
  const half = longestTrail / 2;
  return [...steps.slice(0, half), ...steps.slice(-half)];
}

/** The property of that name as seen through the dictionary. */
export function propertyOf(container: Dictionary, name: string): Value | undefined {
  const entry = container.entries.get(name.toLowerCase());
  return entry && through(container, entry.cell.value);
}

export function itemsOf(container: Sequence): Value[] {
  return container.items.map((cell) => through(container, cell.value));
}

/** Values nested deeper are not followed. */
export const deepestValue = 200;

/** What JSON can say of a value; undefined when any part of it is unknown, or there is too much of it. */
export function plainOf(value: Value, budget = { left: 20_000 }, depth = 0): Plain | undefined {
  if (--budget.left < 0 || depth > deepestValue) return undefined;
  if (value.form === "scalar") return value.value;
  if (value.form === "unknown") return undefined;
  if (value.form === "sequence") {
    const items: Plain[] = [];
    for (const cell of value.items) {
      const item = plainOf(cell.value, budget, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }
  const entries = new Map<string, Plain>();
  for (const { name, cell } of value.entries.values()) {
    const item = plainOf(cell.value, budget, depth + 1);
    if (item === undefined) return undefined;
    entries.set(name, item);
  }
  return entries;
}

export type Plain = string | number | boolean | null | readonly Plain[] | ReadonlyMap<string, Plain>;

/** The value of plain data. */
export function valueOfPlain(plain: Plain): Value {
  if (plain === null || typeof plain !== "object") return scalar(plain);
  if (plain instanceof Map) {
    return dictionary([...plain].map(([name, item]) => ({ name, cell: new Cell(() => valueOfPlain(item)) })));
  }
  return sequence((plain as readonly Plain[]).map((item) => new Cell(() => valueOfPlain(item))));
}

/** Plain data as JSON without white space. */
export function writePlain(plain: Plain): string {
  if (plain === null || typeof plain !== "object") return JSON.stringify(plain);
  if (plain instanceof Map) {
    return `{${[...plain].map(([name, item]) => `${JSON.stringify(name)}:${writePlain(item)}`).join(",")}}`;
  }
  return `[${(plain as readonly Plain[]).map(writePlain).join(",")}]`;
}

/** A text under which equal values are equal; bounded, so that what is too large is equal to nothing. */
export function tokenOf(value: Value): string {
  const budget = { left: 60 };
  const token = describe(value, budget);
  return budget.left < 0 || token.length > longestToken ? `?${++anonymous}` : token;
}

function describe(value: Value, budget: { left: number }): string {
  if (--budget.left < 0) return "";
  if (value.form === "scalar") return JSON.stringify(value.value);
  if (value.form === "unknown") return value.token;
  if (value.form === "sequence") return `[${describeAll(value.items, budget)}]`;
  const entries = [...value.entries.values()];
  return `{${describeAll(
    entries.map(({ cell }) => cell),
    budget,
    (index) => `${entries[index]!.name}:`,
  )}}`;
}

function describeAll(cells: readonly Cell[], budget: { left: number }, label?: (index: number) => string): string {
  const parts: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (budget.left < 0) break;
    parts.push((label?.(index) ?? "") + describe(cell.value, budget));
  }
  return parts.join(",");
}
