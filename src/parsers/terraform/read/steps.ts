import { CLOSE_BRACKET, DOT, identifierEnd, isDigit, OPEN_BRACKET, STAR } from "./characters.ts";
import { readExpression } from "./expression.ts";
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
  if (isDigit(scanner.code())) {
    let to = at + 1;
    while (isDigit(text.charCodeAt(to))) to++;
    scanner.at = to;
    return { type: "index", key: { type: "number", text: text.slice(at, to), from: at, to }, legacy: true, from, to };
  }
  const to = identifierEnd(text, at);
  if (to === at) scanner.expected('an attribute name after the "."');
  scanner.at = to;
  return { type: "attribute", name: text.slice(at, to), from, to };
}

function readBracketStep(scanner: Scanner): AccessStep {
  const from = scanner.at++;
  const newlineEnds = scanner.newlineEnds;
  scanner.newlineEnds = false;
  scanner.skip();
  if (scanner.code() === STAR) return readFullSplat(scanner, from, newlineEnds);
  const key = readExpression(scanner);
  closeBracket(scanner, newlineEnds);
  return { type: "index", key, legacy: false, from, to: scanner.at };
}

function readFullSplat(scanner: Scanner, from: number, newlineEnds: boolean): AccessStep {
  scanner.at++;
  closeBracket(scanner, newlineEnds);
  const marker = { from, to: scanner.at };
  scanner.nest(from);
  const each = readSteps(scanner);
  scanner.unnest();
  scanner.grow(scanner.height, from);
  return { type: "splat", full: true, marker, each, from, to: each.at(-1)?.to ?? marker.to };
}

function closeBracket(scanner: Scanner, newlineEnds: boolean): void {
  scanner.skip();
  if (scanner.code() !== CLOSE_BRACKET) scanner.expected('"]" after the index');
  scanner.at++;
  scanner.newlineEnds = newlineEnds;
}
