import {
  AMPERSAND,
  BANG,
  BAR,
  CLOSE_PAREN,
  COLON,
  DOT,
  EQUALS,
  GREATER,
  identifierEnd,
  isDigit,
  LESS,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  PLUS,
  QUESTION,
  QUOTE,
  SLASH,
  STAR,
} from "./characters.ts";
import { readArguments, readObject, readTuple } from "./collection.ts";
import { readHeredoc } from "./heredoc.ts";
import { takeNumber } from "./number.ts";
import type { Scanner } from "./scanner.ts";
import { readSteps } from "./steps.ts";
import type { BinaryOperator, Expression, Name } from "./syntax.ts";
import { readQuoted } from "./template.ts";

/** Reads one expression; the position is left behind it, perhaps after blanks. */
export function readExpression(scanner: Scanner): Expression {
  scanner.skip();
  const from = scanner.at;
  scanner.nest(from);
  const condition = readBinary(scanner, 1);
  scanner.skip();
  const expression = scanner.code() === QUESTION ? readConditional(scanner, condition) : condition;
  scanner.unnest();
  return expression;
}

function readConditional(scanner: Scanner, condition: Expression): Expression {
  let height = scanner.height;
  scanner.at++;
  const whenTrue = readExpression(scanner);
  height = Math.max(height, scanner.height);
  scanner.skip();
  if (scanner.code() !== COLON) scanner.expected('":" and the value for the case that the condition is false');
  scanner.at++;
  const whenFalse = readExpression(scanner);
  scanner.grow(Math.max(height, scanner.height), condition.from);
  return { type: "conditional", condition, whenTrue, whenFalse, from: condition.from, to: whenFalse.to };
}

function readBinary(scanner: Scanner, weakest: number): Expression {
  let left = readUnary(scanner);
  for (;;) {
    scanner.skip();
    const operator = operatorAt(scanner);
    if (operator === undefined) return left;
    const strength = strengthOf(operator);
    if (strength < weakest) return left;
    const height = scanner.height;
    scanner.at += operator.length;
    const right = readBinary(scanner, strength + 1);
    scanner.grow(Math.max(height, scanner.height), left.from);
    left = { type: "binary", operator, left, right, from: left.from, to: right.to };
  }
}

function operatorAt(scanner: Scanner): BinaryOperator | undefined {
  const next = scanner.text.charCodeAt(scanner.at + 1);
  switch (scanner.code()) {
    case PLUS:
      return "+";
    case MINUS:
      return "-";
    case STAR:
      return "*";
    case SLASH:
      return "/";
    case PERCENT:
      return "%";
    case LESS:
      return next === EQUALS ? "<=" : "<";
    case GREATER:
      return next === EQUALS ? ">=" : ">";
    case EQUALS:
      return next === EQUALS ? "==" : undefined;
    case BANG:
      return next === EQUALS ? "!=" : undefined;
    case AMPERSAND:
      return next === AMPERSAND ? "&&" : undefined;
    case BAR:
      return next === BAR ? "||" : undefined;
    default:
      return undefined;
  }
}

function strengthOf(operator: BinaryOperator): number {
  switch (operator) {
    case "||":
      return 1;
    case "&&":
      return 2;
    case "==":
    case "!=":
      return 3;
    case "<":
    case "<=":
    case ">":
    case ">=":
      return 4;
    case "+":
    case "-":
      return 5;
    default:
      return 6;
  }
}

function readUnary(scanner: Scanner): Expression {
  scanner.skip();
  const code = scanner.code();
  if (code !== MINUS && code !== BANG) return readAccess(scanner);
  const from = scanner.at;
  if (code === BANG && scanner.text.charCodeAt(from + 1) === EQUALS) scanner.expected("a value");
  scanner.nest(from);
  scanner.at++;
  const operand = readUnary(scanner);
  scanner.unnest();
  scanner.grow(scanner.height, from);
  return { type: "unary", operator: code === MINUS ? "-" : "!", operand, from, to: operand.to };
}

/** A term and the steps into it. */
function readAccess(scanner: Scanner): Expression {
  const source = readTerm(scanner);
  scanner.skip();
  const code = scanner.code();
  if (code !== DOT && code !== OPEN_BRACKET) return source;
  const height = scanner.height;
  const steps = readSteps(scanner);
  const last = steps.at(-1);
  if (last === undefined) return source;
  scanner.grow(Math.max(height, scanner.height), source.from);
  if (source.type === "reference")
    return { type: "reference", root: source.root, steps, from: source.from, to: last.to };
  return { type: "access", source, steps, from: source.from, to: last.to };
}

function readTerm(scanner: Scanner): Expression {
  scanner.height = 0;
  const code = scanner.code();
  switch (code) {
    case QUOTE:
      return readQuoted(scanner);
    case OPEN_PAREN:
      return readParentheses(scanner);
    case OPEN_BRACKET:
      return readTuple(scanner);
    case OPEN_BRACE:
      return readObject(scanner);
    case LESS:
      if (scanner.text.charCodeAt(scanner.at + 1) === LESS) return readHeredoc(scanner);
      break;
  }
  if (isDigit(code)) return readNumber(scanner);
  const end = identifierEnd(scanner.text, scanner.at);
  if (end === scanner.at) scanner.expected("a value");
  return readWord(scanner, end);
}

function readParentheses(scanner: Scanner): Expression {
  const from = scanner.at++;
  const newlineEnds = scanner.newlineEnds;
  scanner.newlineEnds = false;
  const expression = readExpression(scanner);
  scanner.skip();
  if (scanner.code() !== CLOSE_PAREN) scanner.expected('")"');
  scanner.at++;
  scanner.newlineEnds = newlineEnds;
  scanner.grow(scanner.height, from);
  return { type: "parentheses", expression, from, to: scanner.at };
}

function readNumber(scanner: Scanner): Expression {
  const from = scanner.at;
  const text = takeNumber(scanner);
  return { type: "number", text, from, to: scanner.at };
}

function readWord(scanner: Scanner, end: number): Expression {
  const from = scanner.at;
  const word = scanner.text.slice(from, end);
  scanner.at = end;
  scanner.skip();
  const code = scanner.code();
  if (code === OPEN_PAREN) return readCall(scanner, { name: word, from, to: end });
  if (isDoubleColon(scanner)) return readNamespacedCall(scanner, word, from);
  if (word === "true" || word === "false") return { type: "boolean", value: word === "true", from, to: end };
  if (word === "null") return { type: "null", from, to: end };
  return { type: "reference", root: { name: word, from, to: end }, steps: [], from, to: end };
}

function isDoubleColon(scanner: Scanner): boolean {
  return scanner.code() === COLON && scanner.text.charCodeAt(scanner.at + 1) === COLON;
}

/** Reads on from the first `::`. */
function readNamespacedCall(scanner: Scanner, namespace: string, from: number): Expression {
  let name = namespace;
  let to = from;
  while (isDoubleColon(scanner)) {
    scanner.at += 2;
    scanner.skip();
    to = identifierEnd(scanner.text, scanner.at);
    if (to === scanner.at) scanner.expected('a name after "::"');
    name += `::${scanner.text.slice(scanner.at, to)}`;
    scanner.at = to;
    scanner.skip();
  }
  if (scanner.code() !== OPEN_PAREN) scanner.expected(`"(" after the function name "${name}"`);
  return readCall(scanner, { name, from, to });
}

function readCall(scanner: Scanner, called: Name): Expression {
  const { args, expandFinal } = readArguments(scanner, called.name);
  const nameRange = { from: called.from, to: called.to };
  return { type: "call", name: called.name, nameRange, args, expandFinal, from: called.from, to: scanner.at };
}
