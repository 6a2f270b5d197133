import type { Place, SourceText } from "../../../model/place.ts";
import type { Entry, Mapping, Step, Target, Tree } from "../../../model/tree.ts";
import { type JsonNode, memberOf, membersOf } from "../../json/syntax.ts";
import { isTrue, valueIn } from "./json-access.ts";
import type { WrittenBlock } from "./plan-places.ts";

const noSteps: readonly Step[] = [];
/** Nested values deeper than this are left out; the reader of JSON has a bound of its own. */
const deepest = 128;

/** The three trees in which a plan keeps a resource, and where the resource is written. */
export interface PlannedValue {
  readonly source: SourceText;
  readonly value: JsonNode | undefined;
  /** True, or an object or list of the same shape, where the value is known only after apply. */
  readonly unknown: JsonNode | undefined;
  readonly sensitive: JsonNode | undefined;
  /** The block in the configuration beside the plan. */
  readonly written: WrittenBlock | undefined;
  /** The address of the resource and the way to this value. */
  readonly name: string;
  readonly targetOf: (attribute: string) => Target | undefined;
}

/** The attributes of a planned resource, or of a block in it, of which nothing is computed before it is read. */
export class PlanMapping implements Mapping {
  readonly form = "mapping";
  readonly trail = noSteps;
  readonly header: Place;
  readonly #planned: PlannedValue;
  readonly #depth: number;
  #entries: ReadonlyMap<string, Entry> | undefined;

  constructor(planned: PlannedValue, header: Place, depth = 0) {
    this.#planned = planned;
    this.header = header;
    this.#depth = depth;
  }

  get at(): Place {
    return this.header;
  }

  get entries(): ReadonlyMap<string, Entry> {
    this.#entries ??= this.#collect();
    return this.#entries;
  }

  #collect(): Map<string, Entry> {
    const { value, unknown } = this.#planned;
    const names = new Set<string>();
    for (const node of [value, unknown]) {
      if (node?.type === "object") for (const { key } of membersOf(node)) names.add(key);
    }
    const entries = new Map<string, Entry>();
    for (const name of names) {
      const entry = this.#entryOf(name);
      if (entry) entries.set(name, entry);
    }
    return entries;
  }

  #entryOf(name: string): Entry | undefined {
    const { source, value, unknown, sensitive, written } = this.#planned;
    const member = value?.type === "object" ? memberOf(value, name) : undefined;
    const isUnknown = valueIn(unknown, name);
    if (isBlank(member?.value) && !holdsTrue(isUnknown)) return undefined;
    const place = written?.attribute(name);
    const inPlan = member && source.place(member.keyFrom, member.keyTo);
    const at = place?.at ?? (written ? this.header : member && source.place(member.value.from, member.value.to));
    const planned: PlannedValue = {
      ...this.#planned,
      value: member?.value,
      unknown: isUnknown,
      sensitive: isTrue(sensitive) ? sensitive : valueIn(sensitive, name),
      name: `${this.#planned.name}.${name}`,
    };
    const blocks = written?.blocks(name) ?? [];
    const key = place?.key ?? (written ? this.header : (inPlan ?? this.header));
    return { key, value: treeOf(planned, at ?? this.header, blocks, name, this.#depth + 1) };
  }
}

/** Null and an empty list are what a plan shows of what is not written. */
function isBlank(node: JsonNode | undefined): boolean {
  if (!node) return true;
  return (node.type === "word" && node.value === null) || (node.type === "array" && node.items.length === 0);
}

function holdsTrue(node: JsonNode | undefined): boolean {
  if (!node) return false;
  if (node.type === "object") return node.members.some(({ value }) => holdsTrue(value));
  return node.type === "array" ? node.items.some(holdsTrue) : isTrue(node);
}

function treeOf(planned: PlannedValue, at: Place, blocks: readonly WrittenBlock[], name: string, depth: number): Tree {
  const { value, unknown, sensitive } = planned;
  const masked = isTrue(sensitive) ? { sensitive: true as const } : undefined;
  const node = { at, trail: noSteps, ...masked };
  if (isTrue(unknown) || depth > deepest) {
    const target = planned.targetOf(name);
    const why = `${planned.name} is known only after apply`;
    return { form: "undecided", ...node, why, ...(target && { target }) };
  }
  if (value?.type === "array" || unknown?.type === "array") return listOf(planned, at, blocks, name, depth);
  if (value?.type === "object" || unknown?.type === "object") {
    return new PlanMapping({ ...planned, written: blocks[0] }, blocks[0]?.header ?? at, depth);
  }
  if (value?.type === "string" || value?.type === "number" || value?.type === "word") {
    return { form: "leaf", ...node, value: value.value };
  }
  return { form: "undecided", ...node, why: `${planned.name} is not in the plan` };
}

function listOf(planned: PlannedValue, at: Place, blocks: readonly WrittenBlock[], name: string, depth: number): Tree {
  const { value, unknown, sensitive } = planned;
  const [values, unknowns, marks] = [value, unknown, sensitive].map((node) =>
    node?.type === "array" ? node.items : [],
  );
  const items = Array.from({ length: Math.max(values!.length, unknowns!.length) }, (_, index) => {
    const item: PlannedValue = {
      ...planned,
      value: values![index],
      unknown: unknowns![index],
      sensitive: isTrue(sensitive) ? sensitive : marks![index],
      written: undefined,
    };
    const block = blocks[index] ?? blocks.at(-1);
    return treeOf(item, block?.header ?? at, block ? [block] : [], name, depth + 1);
  });
  return { form: "list", at: blocks[0]?.header ?? at, trail: noSteps, items };
}
