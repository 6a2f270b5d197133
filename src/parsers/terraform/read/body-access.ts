import type { Attribute, Block, Body } from "./syntax.ts";

const noTypes: ReadonlySet<string> = new Set();

/**
 * The attributes of a body. JSON does not tell blocks from attributes: there every member is one, but for those of the
 * given block types.
 */
export function attributesOf(body: Body, blockTypes: ReadonlySet<string> = noTypes): readonly Attribute[] {
  if (body.form === "native") return body.attributes;
  return blockTypes.size === 0 ? body.members : body.members.filter((member) => !blockTypes.has(member.name));
}

export function attributeOf(body: Body, name: string): Attribute | undefined {
  return attributesOf(body).find((attribute) => attribute.name === name);
}

/** The blocks of one type in a body; in JSON each label is one level of keys. */
export function blocksOf(body: Body, type: string, labels = 0): readonly Block[] {
  if (body.form === "native") return body.blocks.filter((block) => block.type === type);
  return body.members.filter((member) => member.name === type).flatMap((member) => member.blocks(labels));
}
