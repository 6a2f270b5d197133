import { CLOSE_BRACKET, DOT, identifierEnd, isDigit, OPEN_BRACKET, STAR } from "./characters.ts";
import { readExpression } from "./expression.ts";
import { takeNumber } from "./number.ts";
import type { Scanner } from "./scanner.ts";
import type { AccessStep } from "./syntax.ts";

/** Reads the steps that follow a term; sets the scanner's height to that of the highest step. */
export function readSteps(scanner: Scanner): AccessStep[] {
  const steps: AccessStep[] = [];
  let height = 0;
  for (;;) {
    scanner.skip();
    const code = scanner.code();
    scanner.height = 0;
    if (code === DOT && scanner.text.charCodeAt(scanner.at + 1) !== DOT) steps.push(readDotStep(scanner));
    else if (code === OPEN_BRACKET) steps.push(readBracketStep(scanner));
    else {
      scanner.height = height;
      return steps;
    }
    height = Math.max(height, scanner.height);
  }
}

function readDotStep(scanner: Scanner): AccessStep {
  const from = scanner.at++;
  scanner.skip();
  if (scanner.code() !== STAR) return readNameStep(scanner, from);
  scanner.at++;
  const marker = { from, to: scanner.at };
  const each: AccessStep[] = [];
  for (;;) {
    scanner.skip();
    if (scanner.code() !== DOT || scanner.text.charCodeAt(scanner.at + 1) === DOT) break;
    const dot = scanner.at++;
    scanner.skip();
    each.push(readNameStep(scanner, dot));
  }
  return { type: "splat", full: false, marker, each, from, to: each.at(-1)?.to ?? marker.to };
}

/** What follows a dot: a name, or an index of old. */
function readNameStep(scanner: Scanner, from: number): AccessStep {
  const { text, at } = scanner;
  if (isDigit(scanner.code())) return readLegacyIndex(scanner, from);
  const to = identifierEnd(text, at);
  if (to === at) scanner.expected('an attribute name after the "."');
  scanner.at = to;
  return { type: "attribute", name: text.slice(at, to), from, to };
}

function readLegacyIndex(scanner: Scanner, from: number): AccessStep {
  const { at } = scanner;
  const text = takeNumber(scanner);
  const to = scanner.at;
  if (text.includes("."))
    scanner.fail("Expected brackets around each of two indexes in a row, such as [0][1]", from, to);
  return { type: "index", key: { type: "number", text, from: at, to }, legacy: true, from, to };
}

function readBracketStep(scanner: Scanner): AccessStep {
  const from = scanner.at++;
  const newlineEnds = scanner.newlineEnds;
  scanner.skip();
  if (scanner.code() === STAR) return readFullSplat(scanner, from);
  scanner.newlineEnds = false;
  const key = readExpression(scanner);
  closeBracket(scanner);
  scanner.newlineEnds = newlineEnds;
  return { type: "index", key, legacy: false, from, to: scanner.at };
}

function readFullSplat(scanner: Scanner, from: number): AccessStep {
  scanner.at++;
  closeBracket(scanner);
  const marker = { from, to: scanner.at };
  scanner.nest(from);
  const each = readSteps(scanner);
  scanner.unnest();
  scanner.grow(scanner.height, from);
  return { type: "splat", full: true, marker, each, from, to: each.at(-1)?.to ?? marker.to };
}

function closeBracket(scanner: Scanner): void {
  scanner.skip();
  if (scanner.code() !== CLOSE_BRACKET) scanner.expected('"]" after the index');
  scanner.at++;
}
