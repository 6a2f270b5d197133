import { type Place, SourceText } from "../../../model/place.ts";
import { deciding } from "../../../model/tree.ts";
import type { GivenVariable } from "../../terraform-run.ts";
import { constantFrame } from "../evaluate/constant.ts";
import { evaluate } from "../evaluate/expression.ts";
import type { Written } from "../evaluate/module-syntax.ts";
import type { Assignment } from "../evaluate/root-inputs.ts";
import type { Run } from "../evaluate/run.ts";
import { readExpression } from "../read/expression.ts";
import { Scanner, SyntaxFailure } from "../read/scanner.ts";
import type { Expression } from "../read/syntax.ts";
import { type Origin, reached, written } from "../values/origin.ts";
import { dynamicType, stringType } from "../values/type.ts";
import { failure, type Outcome, stringValue, unknownValue, withOrigin } from "../values/value.ts";

/** What a command gives as a variable of a root; `variable` is its declaration. */
export function assignmentOfGiven(given: GivenVariable, variable: Written): Assignment {
  const { name, at, means, trail } = given;
  const isText = isReadAsText(variable);
  const words = trail.length === 0 ? `set in ${at.file}` : `given with ${means}`;
  return { name, input: (run) => ({ outcome: outcomeOf(given, isText, run), words, at }) };
}

/** A variable that several commands give different values in one environment. */
export function contradictory(name: string, one: GivenVariable): Assignment {
  const why = `var.${name} is given several values by pipelines`;
  const outcome = unknownValue(dynamicType, { why }, written(one.at));
  return { name, input: () => ({ outcome, words: `set in ${one.at.file}`, at: one.at }) };
}

function outcomeOf(given: GivenVariable, isText: boolean, run: Run): Outcome {
  const { at, pieces, why } = given;
  const origin = originOf(given);
  if (why !== undefined) {
    const type = isText ? stringType : dynamicType;
    return unknownValue(type, isText ? { why, pieces } : { why }, origin);
  }
  const text = pieces.join("");
  if (isText) return stringValue(text, origin);
  const outcome = valueOfText(text, at, run);
  return outcome.form === "failure" ? outcome : withOrigin(outcome, origin);
}

/** From where it is given down to the literal that decides. */
function originOf({ at, trail }: GivenVariable): Origin {
  let origin: Origin = written(deciding({ at, trail }));
  for (let index = trail.length - 1; index >= 0; index--) {
    origin = reached(trail[index - 1]?.at ?? at, trail[index]!.text, origin);
  }
  return origin;
}

/** Terraform takes the text of a variable of a primitive type, or of none, as it is, and reads any other. */
function isReadAsText({ content }: Written): boolean {
  const expression = content.attribute("type")?.attribute.expression;
  if (!expression) return true;
  const name = nameOfType(expression);
  return name === "string" || name === "number" || name === "bool";
}

function nameOfType(expression: Expression): string | undefined {
  if (expression.type === "reference" && expression.steps.length === 0) return expression.root.name;
  if (expression.type === "string") return expression.value.replace(/^\$\{(.*)\}$/, "$1");
  return undefined;
}

/** A text whose places are all those of the word that holds it. */
class WordText extends SourceText {
  readonly #at: Place;

  constructor(text: string, at: Place) {
    super(at.file, text);
    this.#at = at;
  }

  override place(): Place {
    return this.#at;
  }
}

function valueOfText(text: string, at: Place, run: Run): Outcome {
  const scanner = new Scanner(text, 0, text.length, false);
  try {
    scanner.skipLines();
    const expression = readExpression(scanner);
    scanner.skipLines();
    if (scanner.at < scanner.end) return failure("the text goes on after the value");
    return evaluate(expression, constantFrame(new WordText(text, at), run));
  } catch (problem) {
    if (!(problem instanceof SyntaxFailure)) throw problem;
    return failure(`the text is no value: ${problem.problem.message}`);
  }
}
