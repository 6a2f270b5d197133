import { readEscaped, stretchesOf } from "../../json/escapes.ts";
import type { JsonNode, JsonString } from "../../json/syntax.ts";
import { readExpression } from "./expression.ts";
import { outward, relocate } from "./relocate.ts";
import { Scanner, SyntaxFailure } from "./scanner.ts";
import type { Expression, ObjectItem, SyntaxProblem } from "./syntax.ts";
import { readPlainTemplate } from "./template.ts";
import { composed } from "./template-text.ts";

/** Whether strings are templates, as in configuration, or stand for themselves, as in variable files. */
export type Strings = "templates" | "literals";

/** Makes expressions of the values of one JSON text. */
export class JsonLowering {
  readonly text: string;
  /** Receives what is wrong with a template, when it is read. */
  readonly problems: SyntaxProblem[];

  constructor(text: string, problems: SyntaxProblem[]) {
    this.text = text;
    this.problems = problems;
  }

  expression(node: JsonNode, strings: Strings): Expression {
    const { from, to } = node;
    switch (node.type) {
      case "string":
        return this.#string(node, strings);
      case "number":
        return { type: "number", text: this.text.slice(from, to), from, to };
      case "word":
        if (node.value === null) return { type: "null", from, to };
        return { type: "boolean", value: node.value, from, to };
      case "array":
        return { type: "tuple", items: node.items.map((item) => this.expression(item, strings)), from, to };
      case "object": {
        const items = node.members.map(({ key, keyFrom, keyTo, value }): ObjectItem => {
          const name: JsonString = { type: "string", value: key, from: keyFrom, to: keyTo };
          const lowered = this.expression(value, strings);
          return { key: this.#string(name, strings), name: undefined, value: lowered, from: keyFrom, to: lowered.to };
        });
        return { type: "object", items, from, to };
      }
      case "broken":
        return { type: "invalid", from, to };
    }
  }

  #string(node: JsonString, strings: Strings): Expression {
    const { value, from, to } = node;
    if (strings === "literals" || !(value.includes("${") || value.includes("%{"))) {
      return { type: "string", form: "json", value: composed(value), from, to };
    }
    const template = readWithin(this.text, node, this.problems, (scanner) => readPlainTemplate(scanner, "json"));
    return { ...template, from, to };
  }
}

/**
 * The expression that a JSON string spells in native syntax. Terraform reads some strings so: types of variables,
 * references in `depends_on`, `provider`, `ignore_changes`. Within lists and objects every string is read so; what
 * comes from native syntax stays as it is.
 */
export function spelledExpression(text: string, expression: Expression, problems: SyntaxProblem[]): Expression {
  switch (expression.type) {
    case "string": {
      if (expression.form !== "json") return expression;
      const { from, to } = expression;
      const { value } = readEscaped(text, from + 1, to - 1);
      return readWithin(text, { type: "string", value, from, to }, problems, readWhole);
    }
    case "wrap":
      return expression.form === "json" ? expression.expression : expression;
    case "tuple":
      return { ...expression, items: expression.items.map((item) => spelledExpression(text, item, problems)) };
    case "object": {
      const items = expression.items.map((item) => ({ ...item, value: spelledExpression(text, item.value, problems) }));
      return { ...expression, items };
    }
    default:
      return expression;
  }
}

function readWhole(scanner: Scanner): Expression {
  scanner.newlineEnds = false;
  const expression = readExpression(scanner);
  scanner.skip();
  if (scanner.at < scanner.end) scanner.expected("the end of the string");
  return expression;
}

/** Reads the content of a string; offsets are those of the file, whatever is escaped in the string. */
function readWithin(
  text: string,
  node: JsonString,
  problems: SyntaxProblem[],
  read: (scanner: Scanner) => Expression,
): Expression {
  const isPlain = node.to - node.from - 2 === node.value.length;
  const stretches = isPlain ? undefined : stretchesOf(text, node);
  const scanner = isPlain
    ? new Scanner(text, node.from + 1, node.to - 1, false)
    : new Scanner(node.value, 0, node.value.length, false);
  try {
    const expression = read(scanner);
    return stretches ? relocate(expression, stretches) : expression;
  } catch (failure) {
    if (!(failure instanceof SyntaxFailure)) throw failure;
    const { message, from, to } = failure.problem;
    if (stretches) problems.push({ message, from: outward(stretches, from), to: outward(stretches, to) });
    else problems.push(failure.problem);
    return { type: "invalid", from: node.from, to: node.to };
  }
}
