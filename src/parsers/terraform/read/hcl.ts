import type { SourceText } from "../../../model/place.ts";
import { endLine, type OpenBlock, type OpenBody, openBody, readItem } from "./body.ts";
import { CLOSE_BRACE, EQUALS, identifierEnd } from "./characters.ts";
import { Recovery } from "./recovery.ts";
import { Scanner, SyntaxFailure } from "./scanner.ts";
import type { SyntaxFile } from "./syntax.ts";

const byteOrderMark = 0xfeff;

/** Reads Terraform's native syntax: configuration (`.tf`, `.tofu`) and variable files (`.tfvars`). Never throws. */
export function parseHcl(source: SourceText): SyntaxFile {
  const { text } = source;
  const scanner = new Scanner(
    text,
    text.charCodeAt(0) === byteOrderMark ? 1 : 0,
    text.length,
    text.includes("ml-lint"),
  );
  const body = openBody(0);
  body.to = text.length;
  const recovery = new Recovery(scanner);
  while (scanner.at < scanner.end) {
    const blocks = body.blocks.length;
    let from = scanner.at;
    try {
      scanner.skipLines();
      from = scanner.at;
      if (scanner.at < scanner.end) readFileItem(scanner, body);
    } catch (failure) {
      if (!(failure instanceof SyntaxFailure)) throw failure;
      recovery.resume(from, failure);
      if (body.blocks.length > blocks) closeBroken(body.blocks.at(-1), scanner.at);
      else keepBrokenAttribute(scanner, body, from);
    }
  }
  return { body, problems: scanner.problems, comments: scanner.comments };
}

/** Ends the blocks that were open when reading failed. */
function closeBroken(outermost: OpenBlock | undefined, at: number): void {
  const isOpen = (block: OpenBlock) => block.broken && block.close === block.header.to;
  for (let block = outermost; block && isOpen(block); block = block.body.blocks.at(-1)) {
    block.close = at;
    block.to = at;
    block.body.to = at;
  }
}

/** An attribute of the file whose value could not be read is there all the same: a variable may be set. */
function keepBrokenAttribute(scanner: Scanner, body: OpenBody, from: number): void {
  const { text, at } = scanner;
  const to = identifierEnd(text, from);
  const [blanks] = /^[ \t]*/.exec(text.slice(to, to + 200)) ?? [""];
  const equals = to + blanks.length;
  const name = text.slice(from, to);
  if (name === "" || text.charCodeAt(equals) !== EQUALS || body.attributes.some((one) => one.name === name)) return;
  const expression = { type: "invalid", from: equals + 1, to: at } as const;
  body.attributes.push({ name, nameRange: { from, to }, expression, from, to: at });
}

function readFileItem(scanner: Scanner, body: OpenBody): void {
  if (scanner.code() === CLOSE_BRACE) skipStrayBrace(scanner, body);
  else {
    readItem(scanner, body);
    endLine(scanner);
  }
}

/** A brace too many may have closed the block before it too early. */
function skipStrayBrace(scanner: Scanner, body: OpenBody): void {
  const from = scanner.at++;
  const block = body.blocks.at(-1);
  if (block?.broken) return;
  if (block) block.broken = true;
  scanner.report({ message: 'Expected no "}" here, since no block is open', from, to: from + 1 });
}
