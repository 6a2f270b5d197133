import { type JsonNode, membersOf } from "../../json/syntax.ts";
import type { Expression } from "../read/expression.ts";
import { isWrapped, type Meanings } from "../read/parse-expression.ts";
import type { Template } from "../read/template.ts";

/** Among the names of varying parameters, it says that the deployment's own name varies. */
export const deploymentVaries = "deployment()";

/**
 * Says of any part of a template whether it can differ between environments, from the parameters that do. It looks at
 * what is written, not at values, and says yes when in doubt.
 */
export class Variation {
  readonly #template: Template;
  readonly #varying: ReadonlySet<string>;
  readonly #meanings: Meanings;
  readonly #nodes = new Map<JsonNode, boolean>();
  readonly #parameters = new Map<string, boolean>();
  readonly #variables = new Map<string, boolean>();

  constructor(template: Template, varying: ReadonlySet<string>, meanings: Meanings) {
    this.#template = template;
    this.#varying = varying;
    this.#meanings = meanings;
  }

  /** Whether anything at all varies. */
  get any(): boolean {
    return this.#varying.size > 0;
  }

  parameterVaries(key: string): boolean {
    if (this.#varying.has(key)) return true;
    const declaration = this.#template.parameters.get(key)?.defaultValue;
    return this.#of(this.#parameters, key, declaration);
  }

  variableVaries(key: string): boolean {
    const variable = this.#template.variables.get(key);
    return this.#of(this.#variables, key, variable && (variable.type === "copy" ? variable.copy : variable.value));
  }

  #of(known: Map<string, boolean>, key: string, node: JsonNode | undefined): boolean {
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    known.set(key, false);
    const varies = node !== undefined && this.nodeVaries(node);
    known.set(key, varies);
    return varies;
  }

  /** Whether an expression in a JSON value depends on what varies. */
  nodeVaries(node: JsonNode): boolean {
    if (!this.any) return false;
    if (node.type === "string") return isWrapped(node.value) && this.#textVaries(node.value);
    if (node.type !== "object" && node.type !== "array") return false;
    const known = this.#nodes.get(node);
    if (known !== undefined) return known;
    const varies =
      node.type === "array"
        ? node.items.some((item) => this.nodeVaries(item))
        : membersOf(node).some(({ key, value }) => (isWrapped(key) && this.#textVaries(key)) || this.nodeVaries(value));
    this.#nodes.set(node, varies);
    return varies;
  }

  #textVaries(text: string): boolean {
    const meaning = this.#meanings.of(text);
    return meaning.type === "expression" && this.#expressionVaries(meaning.expression);
  }

  #expressionVaries(expression: Expression): boolean {
    switch (expression.type) {
      case "text":
      case "number":
        return false;
      case "property":
        return this.#expressionVaries(expression.object);
      case "index":
        return this.#expressionVaries(expression.object) || this.#expressionVaries(expression.index);
      case "call":
        return this.#callVaries(expression);
    }
  }

  #callVaries({ key, args }: Expression & { type: "call" }): boolean {
    const first = args[0];
    if (key === "parameters" || key === "variables") {
      if (first?.type !== "text") return true;
      const name = first.value.toLowerCase();
      return key === "parameters" ? this.parameterVaries(name) : this.variableVaries(name);
    }
    if (key === "deployment") return this.#varying.has(deploymentVaries);
    if (key === "reference" || key === "references" || key.startsWith("list")) return true;
    return args.some((argument) => this.#expressionVaries(argument));
  }
}
