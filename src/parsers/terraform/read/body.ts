import type { Building } from "./building.ts";
import { CLOSE_BRACE, DOLLAR, EQUALS, identifierEnd, OPEN_BRACE, PERCENT, QUOTE } from "./characters.ts";
import { readExpression } from "./expression.ts";
import type { Scanner } from "./scanner.ts";
import type { Attribute, Block, Label, NativeBody, Range } from "./syntax.ts";
import { readText } from "./template-text.ts";

/** A body while it is being read. */
export interface OpenBody extends Building<NativeBody> {
  readonly attributes: Attribute[];
  readonly blocks: OpenBlock[];
  /** The names of the attributes, made once there are too many to look through. */
  names?: Set<string>;
}

/** A block while it is being read: it counts as broken until its closing brace is found. */
export interface OpenBlock extends Building<Block> {
  body: OpenBody;
}

export function openBody(from: number): OpenBody {
  return { form: "native", attributes: [], blocks: [], from, to: from };
}

/** Reads one attribute or block into a body, and the end of its line. The position is at the item. */
export function readItem(scanner: Scanner, body: OpenBody): void {
  const from = scanner.at;
  const to = identifierEnd(scanner.text, from);
  if (to === from) failAtItem(scanner);
  const name = scanner.text.slice(from, to);
  scanner.at = to;
  scanner.skip();
  const code = scanner.code();
  if (code === EQUALS) readAttribute(scanner, body, name, { from, to });
  else if (code === QUOTE || code === OPEN_BRACE || identifierEnd(scanner.text, scanner.at) > scanner.at) {
    readBlock(scanner, body, name, { from, to });
  } else scanner.expected(`an equals sign or an opening brace after the name "${name}"`);
}

function failAtItem(scanner: Scanner): never {
  if (scanner.code() !== QUOTE) scanner.expected("the name of an attribute or the type of a block");
  scanner.fail("Expected a name without quotation marks", scanner.at, scanner.at + 1);
}

function readAttribute(scanner: Scanner, body: OpenBody, name: string, nameRange: Range): void {
  scanner.at++;
  const expression = readExpression(scanner);
  if (isTaken(body, name)) {
    const message = `Expected each attribute once, found "${name}" a second time`;
    scanner.report({ message, from: nameRange.from, to: nameRange.to });
    return;
  }
  body.names?.add(name);
  body.attributes.push({ name, nameRange, expression, from: nameRange.from, to: expression.to });
}

function isTaken(body: OpenBody, name: string): boolean {
  if (body.names) return body.names.has(name);
  if (body.attributes.length >= 16) {
    body.names = new Set(body.attributes.map((attribute) => attribute.name));
    return body.names.has(name);
  }
  return body.attributes.some((attribute) => attribute.name === name);
}

function readBlock(scanner: Scanner, parent: OpenBody, type: string, typeRange: Range): void {
  const labels = readLabels(scanner, type);
  const open = scanner.at++;
  const { from } = typeRange;
  const to = scanner.at;
  const body = openBody(open);
  const header = { from, to };
  const block: OpenBlock = { type, typeRange, labels, header, body, open, close: to, broken: true, from, to };
  parent.blocks.push(block);
  scanner.nest(from);
  const problems = scanner.problems.length;
  readBlockBody(scanner, block);
  scanner.unnest();
  closeBlock(block, scanner.at++);
  block.broken = scanner.problems.length > problems;
}

/** Sets where a block ends, given its closing brace. */
export function closeBlock(block: OpenBlock, close: number): void {
  block.close = close;
  block.to = close + 1;
  block.body.to = block.to;
}

function readLabels(scanner: Scanner, type: string): Label[] {
  const labels: Label[] = [];
  for (;;) {
    scanner.skip();
    const from = scanner.at;
    const code = scanner.code();
    if (code === OPEN_BRACE) return labels;
    if (code === QUOTE) labels.push(readQuotedLabel(scanner));
    else {
      const to = identifierEnd(scanner.text, from);
      if (to === from)
        scanner.expected(`an opening brace after the block type "${type}"${labels.length ? " and its labels" : ""}`);
      scanner.at = to;
      labels.push({ text: scanner.text.slice(from, to), quoted: false, from, to });
    }
  }
}

function readQuotedLabel(scanner: Scanner): Label {
  const from = scanner.at++;
  const piece = readText(scanner, "quoted");
  const code = scanner.code();
  if (code === DOLLAR || code === PERCENT) {
    scanner.fail("Expected a label without an interpolation or a directive", scanner.at, scanner.at + 2);
  }
  if (code !== QUOTE) scanner.fail("Expected a closing quotation mark for this label", from, from + 1);
  scanner.at++;
  return { text: piece.value, quoted: true, from, to: scanner.at };
}

/** Reads from behind the opening brace to the closing one, where the position is left. */
function readBlockBody(scanner: Scanner, block: OpenBlock): void {
  const { body } = block;
  scanner.skip();
  if (scanner.code() === CLOSE_BRACE) return;
  if (!scanner.atLineEnd()) {
    readOnlyAttribute(scanner, body);
    return;
  }
  for (;;) {
    scanner.skipLines();
    if (scanner.code() === CLOSE_BRACE) return;
    if (scanner.at >= scanner.end) failUnclosed(scanner, block);
    readItem(scanner, body);
    endLine(scanner);
  }
}

function failUnclosed(scanner: Scanner, block: Block): never {
  scanner.fail(`Expected "}" to close the block "${block.type}"`, block.header.from, block.header.to, "block");
}

/** Reads the attribute of a block that is written on one line. */
function readOnlyAttribute(scanner: Scanner, body: OpenBody): void {
  const from = scanner.at;
  const to = identifierEnd(scanner.text, from);
  if (to === from) failAtItem(scanner);
  const name = scanner.text.slice(from, to);
  scanner.at = to;
  scanner.skip();
  if (scanner.code() !== EQUALS) {
    scanner.expected(`an equals sign after the name "${name}", since a block on one line holds only one attribute`);
  }
  readAttribute(scanner, body, name, { from, to });
  scanner.skip();
  if (scanner.code() !== CLOSE_BRACE) scanner.expected('"}" after the only attribute of a block on one line');
}

/** Moves to the end of the line behind an item. */
export function endLine(scanner: Scanner): void {
  scanner.skip();
  if (!scanner.atLineEnd()) scanner.expected("a new line");
}
