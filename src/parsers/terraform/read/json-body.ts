import type { JsonNode, JsonObject, JsonMember as JsonProperty } from "../../json/syntax.ts";
import type { JsonLowering, Strings } from "./json-expression.ts";
import type { Block, Expression, JsonBody, JsonMember, Label, Range } from "./syntax.ts";

/** The key under which JSON configuration keeps comments. */
export const commentKey = "//";

/** A member of a JSON body; reads its value as an expression or as blocks only when it is asked. */
export class LazyMember implements JsonMember {
  readonly name: string;
  readonly nameRange: Range;
  readonly from: number;
  readonly to: number;
  readonly #node: JsonNode;
  readonly #lowering: JsonLowering;
  readonly #strings: Strings;
  #expression: Expression | undefined;
  readonly #blocks: (readonly Block[] | undefined)[] = [];

  constructor(property: JsonProperty, lowering: JsonLowering, strings: Strings) {
    this.name = property.key;
    this.nameRange = { from: property.keyFrom, to: property.keyTo };
    this.from = property.keyFrom;
    this.to = property.value.to;
    this.#node = property.value;
    this.#lowering = lowering;
    this.#strings = strings;
  }

  get expression(): Expression {
    this.#expression ??= this.#lowering.expression(this.#node, this.#strings);
    return this.#expression;
  }

  blocks(labels: number): readonly Block[] {
    this.#blocks[labels] ??= this.#readBlocks(labels);
    return this.#blocks[labels];
  }

  #readBlocks(labels: number): Block[] {
    const strings = stringsOf(this.name, this.#strings);
    const blocks: Block[] = [];
    for (const { object, path } of labelled(this.#node, labels)) {
      const { from, to } = object;
      const header = { from, to: from + 1 };
      const place = { header, open: from, close: to - 1, from, to };
      const broken = this.#lowering.problems.some((problem) => problem.from >= from && problem.to <= to);
      const body = bodyOf(object, this.#lowering, strings);
      blocks.push({ type: this.name, typeRange: this.nameRange, labels: path, body, broken, ...place });
    }
    return blocks;
  }
}

export function bodyOf(object: JsonObject, lowering: JsonLowering, strings: Strings): JsonBody {
  const members: JsonMember[] = [];
  for (const property of object.members) {
    if (property.key !== commentKey) members.push(new LazyMember(property, lowering, strings));
  }
  return { form: "json", members, from: object.from, to: object.to };
}

/** Terraform decides these blocks before anything can be evaluated, so it takes their strings as they are. */
function stringsOf(type: string, around: Strings): Strings {
  if (type === "variable" || type === "terraform") return "literals";
  return type === "validation" ? "templates" : around;
}

interface LabelledObject {
  readonly object: JsonObject;
  readonly path: readonly Label[];
}

/** The objects that stand for blocks: below as many keys as there are labels, each alone or in a list. */
function labelled(node: JsonNode, labels: number): LabelledObject[] {
  let level: LabelledObject[] = objectsOf(node).map((object) => ({ object, path: [] }));
  for (let depth = 0; depth < labels; depth++) {
    const next: LabelledObject[] = [];
    for (const { object, path } of level) {
      for (const { key, keyFrom, keyTo, value } of object.members) {
        if (key === commentKey && depth === 0) continue;
        const label: Label = { text: key, quoted: true, from: keyFrom, to: keyTo };
        for (const inner of objectsOf(value)) next.push({ object: inner, path: [...path, label] });
      }
    }
    level = next;
  }
  return level;
}

function objectsOf(node: JsonNode): JsonObject[] {
  if (node.type === "object") return [node];
  return node.type === "array" ? node.items.filter((item) => item.type === "object") : [];
}
