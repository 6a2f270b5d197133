import { SourceText } from "../../../model/place.ts";
import type { Template } from "../functions/context.ts";
import { Scanner, SyntaxFailure } from "../read/scanner.ts";
import type { Expression } from "../read/syntax.ts";
import { readPlainTemplate } from "../read/template.ts";
import { failure, type Outcome } from "../values/value.ts";
import { evaluate } from "./expression.ts";
import type { Frame, Names, Resolution } from "./frame.ts";
import type { RootEvaluation } from "./root-evaluation.ts";

/** The text that a template file makes: only the variables that the call hands over have names in it. */
export function evaluateTemplateText(template: Template, root: RootEvaluation): Outcome {
  const source = new SourceText(template.file ?? template.at.file, template.text);
  const expression = readTemplate(template.text);
  if (typeof expression === "string") {
    return failure(`the template ${template.file ?? "text"} cannot be read: ${expression}`);
  }
  const frame: Frame = { run: root.run, names: new TemplateNames(template, root), source, bindings: undefined };
  return evaluate(expression, frame);
}

function readTemplate(text: string): Expression | string {
  try {
    return readPlainTemplate(new Scanner(text, 0, text.length, false), "heredoc");
  } catch (problem) {
    if (problem instanceof SyntaxFailure) return problem.problem.message;
    throw problem;
  }
}

class TemplateNames implements Names {
  readonly calls: RootEvaluation["calls"];
  readonly #template: Template;
  readonly #root: RootEvaluation;

  constructor(template: Template, root: RootEvaluation) {
    this.#template = template;
    this.#root = root;
    this.calls = {
      ...root.calls,
      evaluateTemplate: () => failure("a template may not call templatefile"),
    };
  }

  resolve(reference: Parameters<Names["resolve"]>[0]): Resolution {
    const { name } = reference.root;
    const value = this.#template.variables.get(name);
    return { value: value ?? failure(`the template uses ${name}, which it is not given`), taken: 0 };
  }

  attributeOf(...args: Parameters<Names["attributeOf"]>): ReturnType<Names["attributeOf"]> {
    return this.#root.module.attributeOf(...args);
  }

  elementOf(...args: Parameters<Names["elementOf"]>): ReturnType<Names["elementOf"]> {
    return this.#root.module.elementOf(...args);
  }
}
