import type { Place } from "../../../model/place.ts";
import type { Tree } from "../../../model/tree.ts";
import { toTree } from "../values/lower.ts";
import { type Origin, written } from "../values/origin.ts";
import { dynamicType } from "../values/type.ts";
import { objectValue, type TerraformValue, unknownValue } from "../values/value.ts";
import { Cell } from "./cell.ts";
import type { Content, SourcedAttribute, SourcedBlock } from "./content.ts";
import { evaluate } from "./expression.ts";
import { type Pair, pairsOf } from "./for.ts";
import { type Frame, ValueBinding } from "./frame.ts";
import { seenAs } from "./origin-of-name.ts";
import type { Run } from "./run.ts";

/** The blocks of one type within a body, dynamic ones expanded. */
export type Blocks =
  | { readonly form: "bodies"; readonly bodies: readonly Body[] }
  | { readonly form: "undecided"; readonly why: string; readonly origin: Origin };

/** The blocks of Azure's providers that other resources refer to, as in `identity[0].principal_id`. */
const referredBlocks: ReadonlySet<string> = new Set([
  ...["identity", "default_node_pool", "network_profile", "key_vault_secrets_provider", "oms_agent"],
  ...["ingress_application_gateway", "scale_settings", "managed_network", "encryption"],
]);

/** What is written between the braces of one block, evaluated by need. */
export class Body {
  readonly content: Content;
  readonly frame: Frame;
  readonly header: Place;
  /** What it is called in a message: an address, and the way to the block. */
  readonly name: string;
  #attributes: Map<string, AttributeCell> | undefined;
  #blocks: Map<string, BlocksCell> | undefined;

  constructor(content: Content, frame: Frame, header: Place, name: string) {
    this.content = content;
    this.frame = frame;
    this.header = header;
    this.name = name;
  }

  attribute(name: string): AttributeCell | undefined {
    const known = this.#attributes?.get(name);
    if (known) return known;
    const sourced = this.content.attribute(name);
    if (!sourced) return undefined;
    const cell = new AttributeCell(this, sourced);
    this.#attributes ??= new Map();
    this.#attributes.set(name, cell);
    return cell;
  }

  /** The types of nested blocks, static and dynamic, in the order of their first appearance. */
  get blockTypes(): readonly string[] {
    return this.content.blockTypes;
  }

  /** Whether JSON writes a block here: it does not tell them from attributes, the provider's schema does. */
  isJsonBlock(name: string): boolean {
    return referredBlocks.has(name) && this.content.isBlockInJson(name);
  }

  blocks(type: string): BlocksCell | undefined {
    const known = this.#blocks?.get(type);
    if (known) return known;
    if (!this.blockTypes.includes(type) && !this.isJsonBlock(type)) return undefined;
    const cell = new BlocksCell(this, type);
    this.#blocks ??= new Map();
    this.#blocks.set(type, cell);
    return cell;
  }
}

export class AttributeCell extends Cell<TerraformValue> {
  readonly sourced: SourcedAttribute;
  readonly #body: Body;
  #treeOf: TerraformValue | undefined;
  #tree: Tree | undefined;

  constructor(body: Body, sourced: SourcedAttribute) {
    super();
    this.#body = body;
    this.sourced = sourced;
  }

  get name(): string {
    return `${this.#body.name}.${this.sourced.attribute.name}`;
  }

  get at(): Place {
    const { attribute, source } = this.sourced;
    return source.place(attribute.expression.from, attribute.expression.to);
  }

  /** The value as the model's tree, one for all environments that share the value. */
  tree(run: Run): Tree {
    const value = this.read(run);
    if (this.#tree && this.#treeOf === value) return this.#tree;
    this.#treeOf = value;
    this.#tree = toTree(value);
    return this.#tree;
  }

  protected override compute(): TerraformValue {
    const { attribute, source } = this.sourced;
    const { frame } = this.#body;
    const inside = frame.source === source ? frame : { ...frame, source };
    const outcome = evaluate(attribute.expression, inside);
    if (outcome.form === "failure") return this.giveUp(outcome.message);
    return seenAs(outcome, source, attribute.expression);
  }

  protected override giveUp(why: string): TerraformValue {
    return unknownValue(dynamicType, { why }, written(this.at));
  }
}

/** The blocks of one type; those that a dynamic block makes may differ between environments. */
export class BlocksCell extends Cell<Blocks> {
  readonly type: string;
  readonly #body: Body;

  constructor(body: Body, type: string) {
    super();
    this.#body = body;
    this.type = type;
  }

  get name(): string {
    return `${this.#body.name}.${this.type}`;
  }

  get at(): Place {
    const first = this.#written()[0];
    return first ? headerOf(first) : this.#body.header;
  }

  #written(): SourcedBlock[] {
    const { content } = this.#body;
    const dynamics = content.blocks("dynamic", 1).filter(({ block }) => block.labels[0]?.text === this.type);
    const blocks = [...content.blocks(this.type), ...dynamics];
    return dynamics.length === 0 ? blocks : blocks.sort((a, b) => a.block.from - b.block.from);
  }

  protected override compute(run: Run): Blocks {
    const bodies: Body[] = [];
    for (const sourced of this.#written()) {
      if (sourced.block.type !== "dynamic") bodies.push(this.#bodyOf(sourced, this.#body.frame));
      else {
        const undecided = this.#expand(sourced, bodies, run);
        if (undecided) return undecided;
      }
    }
    return { form: "bodies", bodies };
  }

  #bodyOf({ content, ...sourced }: SourcedBlock, outer: Frame, header = headerOf({ content, ...sourced })): Body {
    return new Body(content, { ...outer, source: sourced.source }, header, this.name);
  }

  /** Adds what a dynamic block makes; gives the reason where that cannot be told. */
  #expand(dynamic: SourcedBlock, bodies: Body[], run: Run): Blocks | undefined {
    const { content, source } = dynamic;
    const frame = { ...this.#body.frame, source };
    const each = content.attribute("for_each");
    const template = content.blocks("content")[0];
    if (!each || !template) return this.giveUp(`the dynamic block of ${this.name} is incomplete`);
    const collection = evaluate(each.attribute.expression, frame);
    if (collection.form === "failure") return this.giveUp(collection.message);
    if (collection.form === "unknown") return { form: "undecided", why: collection.why, origin: collection.origin };
    const pairs = pairsOf(collection);
    if (!pairs) return this.giveUp(`the for_each of a dynamic block of ${this.name} has no elements`);
    if (pairs.length > run.limits.instances) {
      const why = `${this.name} has ${pairs.length} dynamic blocks, more than ${run.limits.instances}`;
      return this.giveUp(run.exceed(why, () => headerOf(dynamic)));
    }
    const iterator = iteratorOf(dynamic) ?? this.type;
    for (const pair of pairs) {
      const why = run.countBlock(() => headerOf(dynamic));
      if (why !== undefined) return this.giveUp(why);
      bodies.push(this.#bodyOf(template, iterated(frame, iterator, pair), headerOf(dynamic)));
    }
    return undefined;
  }

  protected override giveUp(why: string): Blocks {
    return { form: "undecided", why, origin: written(this.at) };
  }
}

function iterated(frame: Frame, iterator: string, [key, value]: Pair): Frame {
  const element = objectValue(
    new Map([
      ["key", key],
      ["value", value],
    ]),
    written(value.origin.at),
  );
  return { ...frame, bindings: new ValueBinding(iterator, element, frame.bindings, true) };
}

/** The name that `iterator` gives to the elements. */
function iteratorOf({ content }: SourcedBlock): string | undefined {
  const expression = content.attribute("iterator")?.attribute.expression;
  if (expression?.type === "reference") return expression.root.name;
  return expression?.type === "string" ? expression.value : undefined;
}

export function headerOf({ block, source }: SourcedBlock): Place {
  return source.place(block.header.from, block.header.to);
}
