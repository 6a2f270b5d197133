import type { Place } from "../../../model/place.ts";
import { resolvePath } from "../../../model/project-path.ts";
import type { Content, SourcedBlock } from "../evaluate/content.ts";
import { isLocalSource, sourceOf } from "../evaluate/module-opener.ts";
import type { ModuleSyntax, WrittenResource } from "../evaluate/module-syntax.ts";
import type { Sources } from "../roots/sources.ts";
import { WrittenExpression } from "./written-expression.ts";

/** Where a block of a planned resource is written. */
export interface WrittenBlock {
  readonly header: Place;
  readonly at: Place;
  attribute(name: string): WrittenExpression | undefined;
  blocks(type: string): readonly WrittenBlock[];
}

/** The configuration beside a plan: leads from addresses to blocks. */
export class PlanPlaces {
  readonly #sources: Sources;
  readonly #directory: string;

  constructor(sources: Sources, directory: string) {
    this.#sources = sources;
    this.#directory = directory;
  }

  /** The block of a resource, with the headers of the calls that lead to it, by its address without instance keys. */
  find(calls: readonly string[], address: string): { block: WrittenBlock; calls: readonly Place[] } | undefined {
    if (!this.#sources.exists(this.#directory)) return undefined;
    let module: ModuleSyntax | undefined = this.#sources.syntax(this.#directory);
    const places: Place[] = [];
    for (const [index, name] of calls.entries()) {
      const call = module.calls.get(name);
      if (!call) return undefined;
      places.push(call.source.place(call.block.header.from, call.block.header.to));
      const directory = this.#calledBy(module.directory, sourceOf({ syntax: call }), calls.slice(0, index + 1));
      if (directory === undefined || !this.#sources.exists(directory)) return undefined;
      module = this.#sources.syntax(directory);
    }
    const resource = module.resources.get(address);
    return resource && { block: blockOf(resource), calls: places };
  }

  #calledBy(directory: string, source: string | undefined, calls: readonly string[]): string | undefined {
    if (source !== undefined && isLocalSource(source)) return resolvePath(directory, source);
    return this.#sources.installed(this.#directory, calls.join("."));
  }
}

function blockOf({ block, source, content }: WrittenResource | SourcedBlock): WrittenBlock {
  return {
    header: source.place(block.header.from, block.header.to),
    at: source.place(block.from, block.to),
    attribute: (name) => attributeIn(content, name),
    blocks: (type) => blocksIn(content, type),
  };
}

function attributeIn(content: Content, name: string): WrittenExpression | undefined {
  const sourced = content.attribute(name);
  if (!sourced) return undefined;
  const { attribute, source } = sourced;
  const { nameRange, expression } = attribute;
  return new WrittenExpression(source.place(nameRange.from, nameRange.to), expression, source);
}

/** The blocks of a type; a dynamic block stands for all that it makes. */
function blocksIn(content: Content, type: string): WrittenBlock[] {
  const dynamics = content.blocks("dynamic", 1).filter(({ block }) => block.labels[0]?.text === type);
  const inside = dynamics.flatMap(({ block, source, content: inner }) => {
    const header = source.place(block.header.from, block.header.to);
    return inner.blocks("content").map((body) => ({ ...blockOf(body), header }));
  });
  return [...content.blocks(type).map(blockOf), ...inside];
}
