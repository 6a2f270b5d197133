import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  identifierEnd,
} from "./characters.ts";
import { readExpression } from "./expression.ts";
import type { Scanner } from "./scanner.ts";
import type { Expression, For, Name, ObjectItem } from "./syntax.ts";

/** Reads `(a, b...)` after a function's name. */
export function readArguments(scanner: Scanner, called: string): { args: Expression[]; expandFinal: boolean } {
  const from = scanner.at++;
  const newlineEnds = scanner.newlineEnds;
  scanner.newlineEnds = false;
  const args: Expression[] = [];
  let expandFinal = false;
  let height = 0;
  for (;;) {
    scanner.skip();
    if (scanner.code() === CLOSE_PAREN) break;
    args.push(readExpression(scanner));
    height = Math.max(height, scanner.height);
    scanner.skip();
    if (scanner.code() === CLOSE_PAREN) break;
    if (skipEllipsis(scanner)) {
      expandFinal = true;
      if (scanner.code() !== CLOSE_PAREN) scanner.expected('")" after the expanded last argument');
      break;
    }
    if (scanner.code() !== COMMA) scanner.expected(`"," or ")" after an argument of ${called}`);
    scanner.at++;
  }
  scanner.at++;
  scanner.newlineEnds = newlineEnds;
  scanner.grow(height, from);
  return { args, expandFinal };
}

function skipEllipsis(scanner: Scanner): boolean {
  if (scanner.code() !== DOT || !scanner.text.startsWith("...", scanner.at)) return false;
  scanner.at += 3;
  scanner.skip();
  return true;
}

export function readTuple(scanner: Scanner): Expression {
  const from = scanner.at++;
  const newlineEnds = scanner.newlineEnds;
  scanner.newlineEnds = false;
  scanner.skip();
  if (wordAt(scanner) === "for") return readFor(scanner, from, CLOSE_BRACKET, newlineEnds);
  const items: Expression[] = [];
  let height = 0;
  while (scanner.code() !== CLOSE_BRACKET) {
    items.push(readExpression(scanner));
    height = Math.max(height, scanner.height);
    scanner.skip();
    if (scanner.code() === CLOSE_BRACKET) break;
    if (scanner.code() !== COMMA) scanner.expected('"," or "]" after an item of the list');
    scanner.at++;
    scanner.skip();
  }
  scanner.at++;
  scanner.newlineEnds = newlineEnds;
  scanner.grow(height, from);
  return { type: "tuple", items, from, to: scanner.at };
}

export function readObject(scanner: Scanner): Expression {
  const from = scanner.at++;
  const newlineEnds = scanner.newlineEnds;
  scanner.newlineEnds = true;
  scanner.skipLines();
  if (wordAt(scanner) === "for") return readFor(scanner, from, CLOSE_BRACE, newlineEnds);
  const items: ObjectItem[] = [];
  let height = 0;
  while (scanner.code() !== CLOSE_BRACE) {
    items.push(readItem(scanner));
    height = Math.max(height, scanner.height);
    scanner.skip();
    if (scanner.code() === CLOSE_BRACE) break;
    if (scanner.code() === COMMA) scanner.at++;
    else if (!scanner.atLineEnd() || scanner.at >= scanner.end)
      scanner.expected('",", a new line or "}" after an item');
    scanner.skipLines();
  }
  scanner.at++;
  scanner.newlineEnds = newlineEnds;
  scanner.grow(height, from);
  return { type: "object", items, from, to: scanner.at };
}

function readItem(scanner: Scanner): ObjectItem {
  const key = readExpression(scanner);
  const height = scanner.height;
  scanner.skip();
  const code = scanner.code();
  if ((code !== EQUALS && code !== COLON) || isArrow(scanner)) scanner.expected('"=" or ":" after a key of the object');
  scanner.at++;
  const value = readExpression(scanner);
  scanner.height = Math.max(height, scanner.height);
  return { key, name: bareName(key), value, from: key.from, to: value.to };
}

function isArrow(scanner: Scanner): boolean {
  return scanner.code() === EQUALS && scanner.text.charCodeAt(scanner.at + 1) === GREATER;
}

function bareName(key: Expression): string | undefined {
  if (key.type === "reference") return key.steps.length === 0 ? key.root.name : undefined;
  if (key.type === "boolean") return String(key.value);
  return key.type === "null" ? "null" : undefined;
}

/** Reads from `for` on; the bracket before it stands at `from`. */
function readFor(scanner: Scanner, from: number, closing: number, newlineEnds: boolean): Expression {
  scanner.newlineEnds = false;
  scanner.at += 3;
  const { keyName, valueName, collection } = readForIntroduction(scanner);
  let height = scanner.height;
  if (scanner.code() !== COLON) scanner.expected('":" after the collection of the for expression');
  scanner.at++;
  const read = (): Expression => {
    const expression = readExpression(scanner);
    height = Math.max(height, scanner.height);
    scanner.skip();
    return expression;
  };
  let key: Expression | undefined;
  let value = read();
  if (isArrow(scanner)) {
    if (closing === CLOSE_BRACKET) scanner.expected('"if" or "]", since a list has no keys');
    scanner.at += 2;
    key = value;
    value = read();
  } else if (closing === CLOSE_BRACE) scanner.expected('"=>" after the key of the for expression');
  const grouped = key !== undefined && skipEllipsis(scanner);
  let condition: Expression | undefined;
  if (wordAt(scanner) === "if") {
    scanner.at += 2;
    condition = read();
  }
  if (scanner.code() !== closing)
    scanner.expected(closing === CLOSE_BRACE ? '"}" after the for expression' : '"]" after the for expression');
  scanner.at++;
  scanner.newlineEnds = newlineEnds;
  scanner.grow(height, from);
  return {
    type: "for",
    keyName,
    valueName,
    collection,
    key,
    value,
    grouped,
    condition,
    from,
    to: scanner.at,
  } satisfies For;
}

/** Reads `k, v in collection`, after the word `for` of an expression or a directive. */
export function readForIntroduction(scanner: Scanner): Pick<For, "keyName" | "valueName" | "collection"> {
  let keyName: Name | undefined;
  let valueName = readName(scanner, 'a name after "for"');
  scanner.skip();
  if (scanner.code() === COMMA) {
    scanner.at++;
    keyName = valueName;
    valueName = readName(scanner, 'a second name after ","');
    scanner.skip();
  }
  if (wordAt(scanner) !== "in") scanner.expected('"in" and the collection');
  scanner.at += 2;
  const collection = readExpression(scanner);
  scanner.skip();
  return { keyName, valueName, collection };
}

function readName(scanner: Scanner, expected: string): Name {
  scanner.skip();
  const from = scanner.at;
  const to = identifierEnd(scanner.text, from);
  if (to === from) scanner.expected(expected);
  scanner.at = to;
  return { name: scanner.text.slice(from, to), from, to };
}

/** The word at the position, empty if there is none. */
export function wordAt(scanner: Scanner): string {
  return scanner.text.slice(scanner.at, identifierEnd(scanner.text, scanner.at));
}
