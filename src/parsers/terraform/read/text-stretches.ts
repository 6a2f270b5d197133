import type { Stretch } from "../../../model/place.ts";
import { BACKSLASH, DOLLAR, isWhiteSpace, LF, OPEN_BRACE, PERCENT } from "./characters.ts";
import type { Range, StringLiteral, TemplateForm, TextPart } from "./syntax.ts";

/**
 * Where each stretch of a text's value stands in the file, for an excerpt of the file: escapes, removed indentation and
 * trimmed white space lie between stretches. `form` is that of the string or template to which the text belongs.
 */
export function textStretches(text: string, part: TextPart | StringLiteral, form: TemplateForm): Stretch[] {
  const { from, to } = part.type === "text" ? part : contentOf(text, part);
  return new Alignment(text, part.value, form).stretches(from, to);
}

/** The range of what stands between the quotes or the markers. */
function contentOf(text: string, { from, to, form }: StringLiteral): Range {
  if (form === "quoted" || form === "json") return { from: from + 1, to: to - 1 };
  return { from: text.indexOf("\n", from) + 1, to: text.lastIndexOf("\n", to - 1) + 1 };
}

/** Goes through a value and its source side by side. */
class Alignment {
  readonly #text: string;
  readonly #value: string;
  readonly #form: TemplateForm;
  readonly #stretches: Stretch[] = [];

  constructor(text: string, value: string, form: TemplateForm) {
    this.#text = text;
    this.#value = value;
    this.#form = form;
  }

  stretches(from: number, to: number): Stretch[] {
    let inner = 0;
    let outer = this.#afterIndentation(from, inner);
    this.#add(inner, outer);
    while (outer < to && inner < this.#value.length) {
      const code = this.#text.charCodeAt(outer);
      const isEscape = code === BACKSLASH && this.#form === "quoted";
      if (isEscape || this.#isDoubled(outer, code)) {
        outer += isEscape ? escapeLength(this.#text, outer) : 2;
        inner += isEscape && this.#value.codePointAt(inner)! > 0xffff ? 2 : 1;
        this.#add(inner, outer);
      } else if (code === this.#value.charCodeAt(inner)) {
        outer++;
        inner++;
        if (code === LF && this.#form === "flush") {
          outer = this.#afterIndentation(outer, inner);
          this.#add(inner, outer);
        }
      } else if (isWhiteSpace(code)) this.#add(inner, ++outer);
      else break;
    }
    return this.#stretches;
  }

  /** `$${` and `%%{`, of which the value holds one sign less. */
  #isDoubled(at: number, code: number): boolean {
    const isSign = code === DOLLAR || code === PERCENT;
    return isSign && this.#text.charCodeAt(at + 1) === code && this.#text.charCodeAt(at + 2) === OPEN_BRACE;
  }

  /** Where a line's content begins once as much white space is skipped as the value has less. */
  #afterIndentation(outer: number, inner: number): number {
    if (this.#form !== "flush") return outer;
    return outer + Math.max(0, indentation(this.#text, outer) - indentation(this.#value, inner));
  }

  #add(inner: number, outer: number): void {
    if (this.#stretches.at(-1)?.inner === inner) this.#stretches.pop();
    this.#stretches.push({ inner, outer });
  }
}

function indentation(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF && isWhiteSpace(text.charCodeAt(at))) at++;
  return at - from;
}

function escapeLength(text: string, at: number): number {
  const letter = text[at + 1];
  if (letter === "u") return 6;
  return letter === "U" ? 10 : 2;
}
