import type { Call, Expression, ExpressionProblem, Meaning } from "./expression.ts";

/** Deeper expressions are reported as broken; Azure itself takes no expression longer than 24,576 characters. */
export const deepestExpression = 150;

/** The meanings of the strings of a run: equal strings, of which compiled templates are full, are parsed once. */
export class Meanings {
  readonly #known = new Map<string, Meaning>();

  of(value: string): Meaning {
    const known = this.#known.get(value);
    if (known) return known;
    const meaning = readMeaning(value);
    this.#known.set(value, meaning);
    return meaning;
  }
}

/** Whether a string is an expression or an escaped bracket, that is, whether it means something else than itself. */
export function isWrapped(value: string): boolean {
  return value.charCodeAt(0) === 91 && value.charCodeAt(value.length - 1) === 93;
}

/** What a string of a template means: `[…]` is an expression, `[[…]` the text `[…]`. */
export function readMeaning(value: string): Meaning {
  if (!isWrapped(value)) return { type: "literal", value };
  if (value.charCodeAt(1) === 91) return { type: "literal", value: value.slice(1) };
  const result = new ExpressionParser(value).parse();
  return "message" in result ? { type: "broken", problem: result } : { type: "expression", expression: result };
}

class Broken extends Error {
  readonly problem: ExpressionProblem;

  constructor(message: string, from: number, to: number) {
    super(message);
    this.problem = { message, from, to };
  }
}

class ExpressionParser {
  private readonly text: string;
  private readonly end: number;
  private at = 1;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.end = text.length - 1;
  }

  parse(): Expression | ExpressionProblem {
    try {
      const expression = this.readExpression();
      if (this.at < this.end) this.fail(`Expected the end of the expression, found "${this.text[this.at]}"`);
      return expression;
    } catch (error) {
      if (error instanceof Broken) return error.problem;
      throw error;
    }
  }

  private readExpression(): Expression {
    if (++this.depth > deepestExpression) {
      this.fail(`Expected an expression of at most ${deepestExpression} levels; this one is nested deeper`);
    }
    this.skipSpace();
    let expression = this.readPrimary();
    while (true) {
      this.skipSpace();
      const code = this.text.charCodeAt(this.at);
      if (code === 46) expression = this.readProperty(expression);
      else if (code === 91) expression = this.readIndex(expression);
      else break;
    }
    this.depth--;
    return expression;
  }

  private readPrimary(): Expression {
    const code = this.at < this.end ? this.text.charCodeAt(this.at) : 0;
    if (code === 39) return this.readText();
    if (code === 45 || code === 43 || isDigit(code)) return this.readNumber();
    if (isNameStart(code)) return this.readCall();
    this.fail(`Expected a function call, a text in single quotes or a number, found ${this.found()}`);
  }

  private readText(): Expression {
    const from = this.at;
    const parts: string[] = [];
    let at = from + 1;
    while (true) {
      const quote = this.text.indexOf("'", at);
      if (quote < 0 || quote >= this.end) {
        this.fail("Expected a closing single quote for the text that begins here", from, this.end);
      }
      parts.push(this.text.slice(at, quote));
      at = quote + 1;
      if (this.text.charCodeAt(at) !== 39) break;
      parts.push("'");
      at++;
    }
    this.at = at;
    return { type: "text", value: parts.length === 1 ? parts[0]! : parts.join(""), from, to: at };
  }

  private readNumber(): Expression {
    const from = this.at;
    let at = from + 1;
    while (isDigit(this.text.charCodeAt(at)) || this.text.charCodeAt(at) === 46) at++;
    const value = Number(this.text.slice(from, at));
    if (Number.isNaN(value)) this.fail(`Expected a number, found "${this.text.slice(from, at)}"`, from, at);
    this.at = at;
    return { type: "number", value, from, to: at };
  }

  private readCall(): Call {
    const from = this.at;
    let name = this.readName();
    this.skipSpace();
    if (this.text.charCodeAt(this.at) === 46) {
      this.at++;
      this.skipSpace();
      name += `.${this.readName()}`;
      this.skipSpace();
    }
    if (this.text.charCodeAt(this.at) !== 40 || this.at >= this.end) {
      this.fail(`Expected an opening parenthesis after "${name}", found ${this.found()}`, from, this.at);
    }
    this.at++;
    const args = this.readArguments(name, from);
    return { type: "call", name, key: name.toLowerCase(), args, from, to: this.at };
  }

  private readArguments(name: string, from: number): Expression[] {
    const args: Expression[] = [];
    this.skipSpace();
    if (this.text.charCodeAt(this.at) === 41) {
      this.at++;
      return args;
    }
    while (true) {
      args.push(this.readExpression());
      this.skipSpace();
      const code = this.at < this.end ? this.text.charCodeAt(this.at) : 0;
      if (code === 41) {
        this.at++;
        return args;
      }
      if (code === 0) this.fail(`Expected a closing parenthesis for the call of "${name}"`, from, this.end);
      if (code !== 44) this.fail(`Expected a comma or a closing parenthesis, found "${this.text[this.at]}"`);
      this.at++;
    }
  }

  private readProperty(object: Expression): Expression {
    this.at++;
    const safe = this.text.charCodeAt(this.at) === 63;
    if (safe) this.at++;
    this.skipSpace();
    const name = this.readName();
    return { type: "property", object, name, safe, from: object.from, to: this.at };
  }

  private readIndex(object: Expression): Expression {
    const open = this.at++;
    const safe = this.text.charCodeAt(this.at) === 63;
    if (safe) this.at++;
    const index = this.readExpression();
    if (this.text.charCodeAt(this.at) !== 93 || this.at >= this.end) {
      this.fail(`Expected a closing bracket, found ${this.found()}`, open, Math.min(this.at + 1, this.end));
    }
    this.at++;
    return { type: "index", object, index, safe, from: object.from, to: this.at };
  }

  private readName(): string {
    const from = this.at;
    if (!isNameStart(this.text.charCodeAt(from))) this.fail(`Expected a name, found ${this.found()}`);
    let at = from + 1;
    while (isNameStart(this.text.charCodeAt(at)) || isDigit(this.text.charCodeAt(at))) at++;
    this.at = at;
    return this.text.slice(from, at);
  }

  private skipSpace(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at++;
  }

  private found(): string {
    return this.at < this.end ? `"${this.text[this.at]}"` : "the end of the expression";
  }

  private fail(message: string, from = this.at, to = from + 1): never {
    const start = Math.min(from, this.end);
    throw new Broken(message, start, Math.max(start, Math.min(to, this.text.length)));
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isNameStart(code: number): boolean {
  return code === 95 || code === 36 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0;
}
