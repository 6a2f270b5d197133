import type { Place, SourceText } from "../../../model/place.ts";
import type { Entry, Mapping, Step, Target, Tree } from "../../../model/tree.ts";
import { type JsonNode, memberOf, membersOf } from "../../json/syntax.ts";
import { isTrue, valueIn } from "./json-access.ts";
import type { WrittenBlock } from "./plan-places.ts";
import type { WrittenExpression } from "./written-expression.ts";

const noSteps: readonly Step[] = [];
/** Nested values deeper than this are left out; the reader of JSON has a bound of its own. */
const deepest = 128;

/** The trees in which a plan keeps a resource, and where the resource is written. */
export interface PlannedValue {
  readonly source: SourceText;
  readonly value: JsonNode | undefined;
  /** True, or an object or list of the same shape, where the value is known only after apply. */
  readonly unknown: JsonNode | undefined;
  readonly sensitive: JsonNode | undefined;
  /** The block in the configuration beside the plan. */
  readonly written: WrittenBlock | undefined;
  /** The expression in the configuration beside the plan, inside of an attribute. */
  readonly syntax?: WrittenExpression | undefined;
  /** In the configuration that the plan holds: the expressions of a block, or the references of an attribute. */
  readonly configured?: JsonNode | undefined;
  /** What the only unknown inside of an attribute refers to. */
  readonly inherited?: Target | undefined;
  /** One of several blocks, of which nobody can tell which it is: a set has no order. */
  readonly isOneOfMany?: boolean;
  readonly unwritten?: Tree["unwritten"];
  /** The address of the resource and the way to this value. */
  readonly name: string;
  readonly links: PlanLinks;
}

/** Leads from references in a module to the resources that they mean. */
export interface PlanLinks {
  only(expression: JsonNode | undefined): Target | undefined;
  each(expression: JsonNode | undefined, count: number): readonly Target[];
  written(reference: string): Target | undefined;
}

export const noLinks: PlanLinks = { only: () => undefined, each: () => [], written: () => undefined };

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
    const { source, value, unknown, written, syntax } = this.#planned;
    const member = value?.type === "object" ? memberOf(value, name) : undefined;
    const isUnknown = valueIn(unknown, name);
    if (isBlank(member?.value) && !holdsTrue(isUnknown)) return undefined;
    const place = written?.attribute(name) ?? syntax?.member(name);
    const inPlan = member && source.place(member.keyFrom, member.keyTo);
    const at = place?.at ?? (written ? this.header : member && source.place(member.value.from, member.value.to));
    const planned = { ...this.#inside(name, isUnknown), value: member?.value, syntax: place };
    const blocks = written?.blocks(name) ?? [];
    const key = place?.key ?? (written ? this.header : (inPlan ?? this.header));
    return { key, value: treeOf(planned, at ?? this.header, blocks, name, this.#depth + 1) };
  }

  #inside(name: string, unknown: JsonNode | undefined): Omit<PlannedValue, "value"> {
    const { sensitive, configured, inherited, links } = this.#planned;
    const expression = isExpression(configured) ? undefined : valueIn(configured, name);
    const only = isExpression(expression) && countTrue(unknown) === 1 ? links.only(expression) : inherited;
    return {
      ...this.#planned,
      unknown,
      sensitive: isTrue(sensitive) ? sensitive : valueIn(sensitive, name),
      configured: expression,
      inherited: only,
      isOneOfMany: false,
      unwritten: this.#unwritten(name),
      name: `${this.#planned.name}.${name}`,
    };
  }

  /**
   * Whether nobody wrote an attribute, so that the provider decides. The configuration in a plan leaves dynamic blocks
   * out: where only that one is there, what is not in it may be made by one, and is no more than unwritten at its end.
   */
  #unwritten(name: string): Tree["unwritten"] {
    const { written, configured, isOneOfMany } = this.#planned;
    if (isOneOfMany) return undefined;
    if (written) return written.attribute(name) || written.blocks(name).length > 0 ? undefined : "wholly";
    const isBlock = configured !== undefined && !isExpression(configured);
    return isBlock && valueIn(configured, name) === undefined ? "as-attribute" : undefined;
  }
}

/** An expression of the configuration is described by its references or its constant, a block by its expressions. */
function isExpression(node: JsonNode | undefined): boolean {
  if (node?.type !== "object") return false;
  return node.members.every(({ key }) => key === "references" || key === "constant_value");
}

/** Null and an empty list are what a plan shows of what is not written. */
function isBlank(node: JsonNode | undefined): boolean {
  if (!node) return true;
  return (node.type === "word" && node.value === null) || (node.type === "array" && node.items.length === 0);
}

function holdsTrue(node: JsonNode | undefined): boolean {
  return countTrue(node) > 0;
}

function countTrue(node: JsonNode | undefined): number {
  if (node?.type === "object") return node.members.reduce((sum, { value }) => sum + countTrue(value), 0);
  if (node?.type === "array") return node.items.reduce((sum, item) => sum + countTrue(item), 0);
  return isTrue(node) ? 1 : 0;
}

function treeOf(planned: PlannedValue, at: Place, blocks: readonly WrittenBlock[], name: string, depth: number): Tree {
  const { value, unknown, sensitive, unwritten } = planned;
  const masked = isTrue(sensitive) ? { sensitive: true as const } : undefined;
  const node = { at, trail: noSteps, ...masked, ...(unwritten && { unwritten }) };
  if (isTrue(unknown) || depth > deepest) {
    const target = targetOf(planned, name);
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

/** Azure's own names for attributes that hold nothing but an id, beside those that say so. */
const idNames = new Set(["scope", "storageAccount", "keyVault", "containerRegistry", "applicationInsights"]);

/** References stand in a plan without their expression: only what holds nothing but an id is followed by them. */
function targetOf({ configured, inherited, syntax, links }: PlannedValue, name: string): Target | undefined {
  const written = syntax?.reference;
  const exact = written === undefined ? undefined : links.written(written);
  if (exact !== undefined) return exact;
  if (!/(?:^id|_ids?|Ids?)$/.test(name) && !idNames.has(name)) return undefined;
  return links.only(configured) ?? inherited;
}

function listOf(planned: PlannedValue, at: Place, blocks: readonly WrittenBlock[], name: string, depth: number): Tree {
  const { value, unknown, sensitive, configured, syntax, links, unwritten } = planned;
  const [values, unknowns, marks] = [value, unknown, sensitive].map((node) =>
    node?.type === "array" ? node.items : [],
  );
  const count = Math.max(values!.length, unknowns!.length);
  const targets = isExpression(configured) ? links.each(configured, count) : [];
  const items = Array.from({ length: count }, (_, index) => {
    const item: PlannedValue = {
      ...planned,
      value: values![index],
      unknown: unknowns![index],
      sensitive: isTrue(sensitive) ? sensitive : marks![index],
      written: undefined,
      syntax: syntax?.item(index),
      configured: configured?.type === "array" ? configured.items[index] : undefined,
      inherited: targets[index] ?? planned.inherited,
      isOneOfMany: count > 1,
      unwritten: undefined,
    };
    const block = blocks[index] ?? blocks.at(-1);
    return treeOf(item, block?.header ?? at, block ? [block] : [], name, depth + 1);
  });
  return { form: "list", at: blocks[0]?.header ?? at, trail: noSteps, items, ...(unwritten && { unwritten }) };
}
