import type { Place } from "../../../model/place.ts";
import type { Entry, Leaf, List, Mapping, Step, Tree, Undecided } from "../../../model/tree.ts";
import {
  type JsonArray,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonString,
  membersOf,
} from "../../json/syntax.ts";
import type { Frame } from "../evaluate/frame.ts";
import { copyCount, copyOf, nameOf, valueOfNode } from "../evaluate/json-value.ts";
import {
  type Dictionary,
  deepestValue,
  type Sequence,
  through,
  trailOf,
  type Unknown,
  type Value,
} from "../evaluate/value.ts";
import { find } from "../read/members.ts";
import { isWrapped } from "../read/parse-expression.ts";
import { copiesIn } from "../read/template.ts";

const written: readonly Step[] = [];

/**
 * The tree of a JSON value of a resource. What is read of it is computed when it is read; what cannot differ from the
 * tree of the first environment is taken from there.
 */
export function treeOfNode(node: JsonNode, frame: Frame, base?: Tree): Tree {
  if (base && !frame.scope.variation.nodeVaries(node)) return base;
  switch (node.type) {
    case "string":
      if (isWrapped(node.value)) return treeOfText(node, frame);
      return { form: "leaf", value: node.value, at: placeOf(node, frame), trail: written };
    case "number":
    case "word":
      return { form: "leaf", value: node.value, at: placeOf(node, frame), trail: written };
    case "broken":
      return { form: "undecided", why: "it cannot be read", at: placeOf(node, frame), trail: written };
    case "array":
      return new ArrayTree(node, frame);
    case "object":
      return new ObjectTree(node, frame, base?.form === "mapping" ? base : undefined);
  }
}

function placeOf(node: JsonNode, frame: Frame): Place {
  return frame.source.place(node.from, node.to);
}

function treeOfText(node: JsonString, frame: Frame): Tree {
  const at = placeOf(node, frame);
  const meaning = frame.run.meanings.of(node.value);
  if (meaning.type === "literal") return { form: "leaf", value: meaning.value, at, trail: written };
  const value = valueOfNode(node, frame, "");
  const isOwnText = value.hops.length === 0 && value.origin?.text === "";
  return treeOfValue(isOwnText ? { ...value, origin: undefined } : value, at);
}

/** The tree of an evaluated value; everything in it stands at the expression that made it. */
export function treeOfValue(value: Value, at: Place, depth = 0): Tree {
  if (depth > deepestValue) return { form: "undecided", why: "it is nested too deeply", at, trail: written };
  const steps = trailOf(value);
  const trail = steps.length === 0 && depth > 0 ? [{ at, text: "written in this expression" }] : steps;
  switch (value.form) {
    case "scalar":
      return marked<Leaf>({ form: "leaf", value: value.value, at, trail }, value);
    case "unknown":
      return marked(undecidedOf(value, at, trail), value);
    case "sequence":
      return new ComputedList(value, at, trail, depth);
    case "dictionary":
      return new ComputedMapping(value, at, trail, depth);
  }
}

function undecidedOf(value: Unknown, at: Place, trail: readonly Step[]): Undecided {
  const pieces = value.pieces ?? (value.token.startsWith("?") ? undefined : [{ token: value.token }]);
  return {
    form: "undecided",
    why: value.why,
    at,
    trail,
    ...(pieces && { pieces }),
    ...(value.target && { target: value.target }),
  };
}

function marked<T extends Tree>(tree: T, value: Value): T {
  return value.sensitive ? { ...tree, sensitive: true } : tree;
}

/** An entry whose value is computed when it is read. */
export class LazyEntry implements Entry {
  readonly key: Place;
  readonly pieces?: Entry["pieces"];
  #make: (() => Tree) | undefined;
  #value: Tree | undefined;

  constructor(key: Place, make: () => Tree, pieces?: Entry["pieces"]) {
    this.key = key;
    this.#make = make;
    if (pieces) this.pieces = pieces;
  }

  get value(): Tree {
    if (!this.#value) {
      this.#value = this.#make!();
      this.#make = undefined;
    }
    return this.#value;
  }
}

/** A property as it is written. */
class MemberEntry implements Entry {
  readonly pieces?: Entry["pieces"];
  readonly #member: JsonMember;
  readonly #frame: Frame;
  readonly #shared: Entry | undefined;
  #value: Tree | undefined;

  constructor(member: JsonMember, frame: Frame, shared: Entry | undefined, pieces: Entry["pieces"]) {
    this.#member = member;
    this.#frame = frame;
    this.#shared = shared;
    if (pieces) this.pieces = pieces;
  }

  get key(): Place {
    return this.#frame.source.place(this.#member.keyFrom, this.#member.keyTo);
  }

  get value(): Tree {
    this.#value ??= treeOfNode(this.#member.value, this.#frame, this.#shared?.value);
    return this.#value;
  }
}

class ArrayTree implements List {
  readonly form = "list";
  readonly trail = written;
  readonly #node: JsonArray;
  readonly #frame: Frame;
  #items: readonly Tree[] | undefined;

  constructor(node: JsonArray, frame: Frame) {
    this.#node = node;
    this.#frame = frame;
  }

  get at(): Place {
    return placeOf(this.#node, this.#frame);
  }

  get items(): readonly Tree[] {
    this.#items ??= this.#node.items.map((item) => treeOfNode(item, this.#frame));
    return this.#items;
  }
}

/** A JSON object as it is written, with its copy loops run. */
class ObjectTree implements Mapping {
  readonly form = "mapping";
  readonly trail = written;
  readonly #node: JsonObject;
  readonly #frame: Frame;
  readonly #base: Mapping | undefined;
  #entries: ReadonlyMap<string, Entry> | undefined;

  constructor(node: JsonObject, frame: Frame, base: Mapping | undefined) {
    this.#node = node;
    this.#frame = frame;
    this.#base = base;
  }

  get at(): Place {
    return placeOf(this.#node, this.#frame);
  }

  get header(): Place {
    return braceOf(this.#node, this.#frame);
  }

  get entries(): ReadonlyMap<string, Entry> {
    this.#entries ??= entriesOf(this.#node, this.#frame, this.#base);
    return this.#entries;
  }
}

/** Where something absent is reported: the opening brace. */
export function braceOf(node: JsonObject, frame: Frame): Place {
  return frame.source.place(node.from, node.from + 1);
}

/** The entries of an object; `except` are left out. */
export function entriesOf(
  node: JsonObject,
  frame: Frame,
  base: Mapping | undefined,
  except?: ReadonlySet<string>,
): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const copy = copyOf(node);
  for (const member of membersOf(node)) {
    if (member === copy || except?.has(member.key.toLowerCase())) continue;
    const { name, pieces } = nameOf(member, frame);
    const shared = base?.entries.get(name);
    if (shared && !frame.scope.variation.nodeVaries(member.value)) {
      entries.set(name, shared);
      continue;
    }
    entries.set(name, new MemberEntry(member, frame, shared, pieces));
  }
  for (const loop of copy ? copiesIn(copy.value) : []) {
    const key = placeOf(find(loop.copy, "name") ?? loop.copy, frame);
    entries.set(loop.name, new LazyEntry(key, () => treeOfCopy(loop.copy, loop.name, frame)));
  }
  return entries;
}

function treeOfCopy(copy: JsonObject, name: string, frame: Frame): Tree {
  const at = placeOf(copy, frame);
  const input = find(copy, "input");
  const count = copyCount(copy, frame, name);
  if (typeof count !== "number") return treeOfValue(count, placeOf(find(copy, "count") ?? copy, frame));
  const items = Array.from({ length: input ? count : 0 }, (_, index) => {
    const copies = { name: name.toLowerCase(), index, loop: "value" as const, outer: frame.copies };
    return treeOfNode(input!, { ...frame, copies });
  });
  return { form: "list", items, at, trail: written };
}

class ComputedList implements List {
  readonly form = "list";
  readonly at: Place;
  readonly trail: readonly Step[];
  readonly sensitive?: true;
  readonly #value: Sequence;
  readonly #depth: number;
  #items: readonly Tree[] | undefined;

  constructor(value: Sequence, at: Place, trail: readonly Step[], depth: number) {
    this.#value = value;
    this.#depth = depth;
    this.at = at;
    this.trail = trail;
    if (value.sensitive) this.sensitive = true;
  }

  get items(): readonly Tree[] {
    this.#items ??= this.#value.items.map((cell) =>
      treeOfValue(through(this.#value, cell.value), this.at, this.#depth + 1),
    );
    return this.#items;
  }
}

class ComputedMapping implements Mapping {
  readonly form = "mapping";
  readonly at: Place;
  readonly header: Place;
  readonly trail: readonly Step[];
  readonly sensitive?: true;
  readonly #value: Dictionary;
  readonly #depth: number;
  #entries: ReadonlyMap<string, Entry> | undefined;

  constructor(value: Dictionary, at: Place, trail: readonly Step[], depth: number) {
    this.#value = value;
    this.#depth = depth;
    this.at = at;
    this.header = at;
    this.trail = trail;
    if (value.sensitive) this.sensitive = true;
  }

  get entries(): ReadonlyMap<string, Entry> {
    if (this.#entries) return this.#entries;
    const entries = new Map<string, Entry>();
    for (const { name, cell, pieces } of this.#value.entries.values()) {
      const make = () => treeOfValue(through(this.#value, cell.value), this.at, this.#depth + 1);
      entries.set(name, new LazyEntry(this.at, make, pieces));
    }
    this.#entries = entries;
    return entries;
  }
}
