import { CLOSE_BRACE, DOLLAR, PERCENT, QUOTE, TILDE } from "./characters.ts";
import { readForIntroduction, wordAt } from "./collection.ts";
import { readExpression } from "./expression.ts";
import type { Scanner } from "./scanner.ts";
import type { Expression, Range, TemplateForm } from "./syntax.ts";
import { assemble, type Directive, type Piece } from "./template-structure.ts";
import { composed, readText, type TextStyle, trimEnd, trimStart } from "./template-text.ts";

/** Reads a string in quotation marks. */
export function readQuoted(scanner: Scanner): Expression {
  const from = scanner.at++;
  const first = readText(scanner, "quoted");
  if (scanner.code() === QUOTE) {
    scanner.at++;
    return { type: "string", form: "quoted", value: composed(first.value), from, to: scanner.at };
  }
  const pieces = new PieceReader(scanner);
  pieces.addText(first);
  while (scanner.code() !== QUOTE) {
    if (scanner.at >= scanner.end) scanner.fail("Expected a closing quotation mark for this string", from, from + 1);
    pieces.read("quoted");
  }
  scanner.at++;
  return pieces.finish("quoted", { from, to: scanner.at });
}

/** Reads a whole text as a template, from the position to the end. */
export function readPlainTemplate(scanner: Scanner, form: TemplateForm): Expression {
  const range = { from: scanner.at, to: scanner.end };
  const pieces = new PieceReader(scanner);
  while (scanner.at < scanner.end) pieces.read("plain");
  return pieces.finish(form, range);
}

/** Collects the pieces of one template. */
export class PieceReader {
  readonly pieces: Piece[] = [];
  readonly #scanner: Scanner;
  #height = 0;
  #trimsNext = false;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Reads one piece: text in the given style, an interpolation or a directive. */
  read(style: TextStyle): void {
    const scanner = this.#scanner;
    const code = scanner.code();
    const isSequence = (code === DOLLAR || code === PERCENT) && scanner.text.startsWith("{", scanner.at + 1);
    if (!isSequence) {
      this.addText(readText(scanner, style));
      return;
    }
    const from = scanner.at;
    scanner.nest(from);
    const newlineEnds = scanner.newlineEnds;
    scanner.newlineEnds = false;
    this.#openSequence(from);
    this.pieces.push(code === DOLLAR ? this.#readInterpolation(from) : this.#readDirective(from));
    scanner.newlineEnds = newlineEnds;
    scanner.unnest();
  }

  addText(piece: Extract<Piece, { type: "text" }>): void {
    if (piece.from === piece.to) return;
    if (this.#trimsNext) piece.value = trimStart(piece.value);
    this.#trimsNext = false;
    this.pieces.push(piece);
  }

  /** Makes an expression of the pieces. */
  finish(form: TemplateForm, range: Range): Expression {
    const scanner = this.#scanner;
    const [first] = this.pieces;
    if (this.pieces.length === 1 && first?.type === "interpolation") {
      scanner.grow(this.#height, range.from);
      return { type: "wrap", form, expression: first.expression, from: range.from, to: range.to };
    }
    const parts = assemble(scanner, this.pieces);
    scanner.grow(this.#height, range.from);
    const [only] = parts;
    if (!only) return { type: "string", form, value: "", from: range.from, to: range.to };
    if (parts.length > 1 || only.type !== "text")
      return { type: "template", form, parts, from: range.from, to: range.to };
    return { type: "string", form, value: only.value, from: range.from, to: range.to };
  }

  #openSequence(from: number): void {
    const scanner = this.#scanner;
    scanner.at = from + 2;
    this.#trimsNext = false;
    if (scanner.code() !== TILDE) return;
    scanner.at++;
    const previous = this.pieces.at(-1);
    if (previous?.type === "text") previous.value = trimEnd(previous.value);
  }

  #readInterpolation(from: number): Piece {
    const expression = this.#readPart();
    this.#closeSequence("the interpolation");
    return { type: "interpolation", expression, from, to: this.#scanner.at };
  }

  #readDirective(from: number): Directive {
    const scanner: Scanner = this.#scanner;
    scanner.skip();
    const word = wordAt(scanner);
    if (word !== "if" && word !== "for" && word !== "else" && word !== "endif" && word !== "endfor") {
      scanner.expected('"if", "else", "endif", "for" or "endfor" after "%{"');
    }
    scanner.at += word.length;
    if (word === "if") {
      const condition = this.#readPart();
      this.#closeSequence('the "if" directive');
      return { type: "if", condition, from, to: scanner.at };
    }
    if (word === "for") {
      const introduction = readForIntroduction(scanner);
      this.#height = Math.max(this.#height, scanner.height);
      this.#closeSequence('the "for" directive');
      return { type: "for", ...introduction, from, to: scanner.at };
    }
    this.#closeSequence(`"${word}"`);
    return { type: word, from, to: scanner.at };
  }

  #readPart(): Expression {
    const expression = readExpression(this.#scanner);
    this.#height = Math.max(this.#height, this.#scanner.height);
    return expression;
  }

  #closeSequence(what: string): void {
    const scanner = this.#scanner;
    scanner.skip();
    if (scanner.code() === TILDE && scanner.text.charCodeAt(scanner.at + 1) === CLOSE_BRACE) {
      scanner.at++;
      this.#trimsNext = true;
    } else if (scanner.code() !== CLOSE_BRACE) scanner.expected(`"}" to close ${what}`);
    scanner.at++;
  }
}
