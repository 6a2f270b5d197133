import type { Scanner } from "./scanner.ts";
import type { Expression, For, InterpolationPart, Range, TemplatePart } from "./syntax.ts";
import { composed, type TextPiece } from "./template-text.ts";

/** A template's pieces in the order in which they are written, directives not yet paired. */
export type Piece = TextPiece | InterpolationPart | Directive;

export type Directive =
  | IfDirective
  | ForDirective
  | PlainDirective<"else">
  | PlainDirective<"endif">
  | PlainDirective<"endfor">;

interface IfDirective extends Range {
  readonly type: "if";
  readonly condition: Expression;
}

interface ForDirective extends Range, Pick<For, "keyName" | "valueName" | "collection"> {
  readonly type: "for";
}

interface PlainDirective<Type extends string> extends Range {
  readonly type: Type;
}

/** Pairs the directives, joins neighbouring texts and leaves out empty ones. */
export function assemble(scanner: Scanner, pieces: readonly Piece[]): TemplatePart[] {
  const assembly = new Assembly(scanner, pieces);
  const parts = assembly.readParts();
  const left = assembly.next();
  if (left)
    scanner.fail(`Expected no "${left.type}" here, since nothing is open that it could belong to`, left.from, left.to);
  return parts;
}

class Assembly {
  readonly #scanner: Scanner;
  readonly #pieces: readonly Piece[];
  #index = 0;

  constructor(scanner: Scanner, pieces: readonly Piece[]) {
    this.#scanner = scanner;
    this.#pieces = pieces;
  }

  next(): Piece | undefined {
    return this.#pieces[this.#index];
  }

  /** Reads parts up to a directive that ends or divides something. */
  readParts(): TemplatePart[] {
    const parts: TemplatePart[] = [];
    for (;;) {
      const piece = this.next();
      if (!piece || piece.type === "else" || piece.type === "endif" || piece.type === "endfor") return parts;
      if (piece.type === "text") this.#readTexts(parts, piece);
      else {
        this.#index++;
        if (piece.type === "interpolation") parts.push(piece);
        else parts.push(this.#readDirective(piece));
      }
    }
  }

  #readTexts(parts: TemplatePart[], first: TextPiece): void {
    const from = this.#index;
    let value = "";
    let to = first.to;
    for (;;) {
      const piece = this.next();
      if (piece?.type !== "text") break;
      value += piece.value;
      to = piece.to;
      this.#index++;
    }
    if (value !== "") parts.push({ type: "text", value: composed(value), from: this.#pieces[from]!.from, to });
  }

  #readDirective(open: IfDirective | ForDirective): TemplatePart {
    this.#scanner.nest(open.from);
    const part = open.type === "if" ? this.#readIf(open) : this.#readFor(open);
    this.#scanner.unnest();
    return part;
  }

  #readIf(open: IfDirective): TemplatePart {
    const whenTrue = this.readParts();
    let whenFalse: TemplatePart[] = [];
    if (this.next()?.type === "else") {
      this.#index++;
      whenFalse = this.readParts();
    }
    const to = this.#close(open, "endif");
    return { type: "if", condition: open.condition, whenTrue, whenFalse, from: open.from, to };
  }

  #readFor(open: ForDirective): TemplatePart {
    const body = this.readParts();
    const to = this.#close(open, "endfor");
    const { keyName, valueName, collection, from } = open;
    return { type: "for", keyName, valueName, collection, body, from, to };
  }

  #close(open: Directive, type: "endif" | "endfor"): number {
    const piece = this.next();
    if (piece?.type !== type) {
      const at = piece ?? open;
      const found = piece ? `, found "${piece.type}"` : " before the end of the template";
      this.#scanner.fail(`Expected "%{ ${type} }" for the "${open.type}"${found}`, at.from, at.to);
    }
    this.#index++;
    return piece.to;
  }
}
