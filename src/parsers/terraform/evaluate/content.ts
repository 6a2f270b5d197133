import type { SourceText } from "../../../model/place.ts";
import { attributesOf, blocksOf } from "../read/body-access.ts";
import type { Attribute, Block, Body } from "../read/syntax.ts";

/** An attribute or block with the text in which it is written. */
export interface SourcedAttribute {
  readonly attribute: Attribute;
  readonly source: SourceText;
}

export interface SourcedBlock {
  readonly block: Block;
  readonly source: SourceText;
  readonly content: Content;
}

interface Layer {
  readonly body: Body;
  readonly source: SourceText;
}

const nothing: readonly SourcedBlock[] = [];
const noTypes: readonly string[] = [];

/**
 * What is written in a block, and in the override files that write it again: a later layer replaces attributes one by
 * one, and nested blocks type by type.
 */
export class Content {
  readonly #layers: readonly Layer[];
  #attributes: ReadonlyMap<string, SourcedAttribute> | undefined;
  #blocks: Map<string, readonly SourcedBlock[]> | undefined;
  #types: readonly string[] | undefined;

  constructor(body: Body, source: SourceText);
  constructor(layers: readonly Layer[]);
  constructor(first: Body | readonly Layer[], source?: SourceText) {
    this.#layers = source ? [{ body: first as Body, source }] : (first as readonly Layer[]);
  }

  /** This content with what an override file writes. */
  overriddenBy(body: Body, source: SourceText): Content {
    return new Content([...this.#layers, { body, source }]);
  }

  /** In JSON every member counts as an attribute, whether it is one or a block. */
  get attributes(): ReadonlyMap<string, SourcedAttribute> {
    if (this.#attributes) return this.#attributes;
    const attributes = new Map<string, SourcedAttribute>();
    for (const { body, source } of this.#layers) {
      for (const attribute of attributesOf(body)) {
        const known = attributes.get(attribute.name);
        if (!known || known.source !== source || body.form === "json") {
          attributes.set(attribute.name, { attribute, source });
        }
      }
    }
    this.#attributes = attributes;
    return attributes;
  }

  attribute(name: string): SourcedAttribute | undefined {
    return this.attributes.get(name);
  }

  /** The blocks of a type; in JSON the member of that name, read as blocks with so many labels. */
  blocks(type: string, labels = 0): readonly SourcedBlock[] {
    const known = this.#blocks?.get(type);
    if (known) return known;
    let blocks = nothing;
    for (const { body, source } of this.#layers) {
      const written = blocksOf(body, type, labels);
      if (written.length > 0) blocks = written.map((block) => ({ block, source, content: contentOf(block, source) }));
    }
    this.#blocks ??= new Map();
    this.#blocks.set(type, blocks);
    return blocks;
  }

  /** Whether a member of JSON is written as blocks are: an object, or a list of objects. */
  isBlockInJson(name: string): boolean {
    const isJson = this.#layers.some(({ body }) => body.form === "json");
    return isJson && this.attributes.has(name) && this.blocks(name).length > 0;
  }

  /**
   * The types of nested blocks, static and dynamic, in the order of their first appearance; of JSON only the dynamic
   * ones, as it does not tell the others from attributes.
   */
  get blockTypes(): readonly string[] {
    this.#types ??= this.#collectTypes();
    return this.#types;
  }

  #collectTypes(): readonly string[] {
    if (this.#layers.every(({ body }) => body.form === "native" && body.blocks.length === 0)) return noTypes;
    const types = new Set<string>();
    for (const { body } of this.#layers) {
      if (body.form === "native") for (const { type } of body.blocks) if (type !== "dynamic") types.add(type);
    }
    for (const { block } of this.blocks("dynamic", 1)) types.add(block.labels[0]?.text ?? "");
    return [...types];
  }
}

function contentOf(block: Block, source: SourceText): Content {
  return new Content(block.body, source);
}
