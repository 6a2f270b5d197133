import type { Place, SourceText } from "../../../model/place.ts";
import type { Expression } from "../read/syntax.ts";

/** An expression in the configuration beside a plan: leads to the members of what is written as an object or a list. */
export class WrittenExpression {
  readonly key: Place;
  readonly at: Place;
  readonly #expression: Expression;
  readonly #source: SourceText;

  constructor(key: Place, expression: Expression, source: SourceText) {
    this.key = key;
    this.at = source.place(expression.from, expression.to);
    this.#expression = encodedIn(expression);
    this.#source = source;
  }

  member(name: string): WrittenExpression | undefined {
    const expression = this.#expression;
    if (expression.type !== "object") return undefined;
    const item = expression.items.find(({ key, name: word }) => (word ?? literalOf(key)) === name);
    if (!item) return undefined;
    return new WrittenExpression(this.#source.place(item.key.from, item.key.to), item.value, this.#source);
  }

  item(index: number): WrittenExpression | undefined {
    const item = this.#expression.type === "tuple" ? this.#expression.items[index] : undefined;
    return item && new WrittenExpression(this.at, item, this.#source);
  }

  /** The text of a plain reference such as `azurerm_key_vault.ml.id`. */
  get reference(): string | undefined {
    const { type, from, to } = this.#expression;
    return type === "reference" ? this.#source.text.slice(from, to) : undefined;
  }
}

/** Older versions of azapi take the text that jsonencode makes of an object. */
function encodedIn(expression: Expression): Expression {
  const [argument] = expression.type === "call" && expression.name === "jsonencode" ? expression.args : [];
  return argument ?? expression;
}

function literalOf(key: Expression): string | undefined {
  return key.type === "string" ? key.value : undefined;
}
