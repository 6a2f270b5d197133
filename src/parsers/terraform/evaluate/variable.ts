import type { Place } from "../../../model/place.ts";
import { convert } from "../values/convert.ts";
import { written } from "../values/origin.ts";
import { boolType, dynamicType, type TerraformType } from "../values/type.ts";
import {
  ephemeral,
  type Failure,
  failure,
  isWhollyKnown,
  type Marks,
  type Outcome,
  sensitive,
  type TerraformValue,
  unknownValue,
  withMarks,
} from "../values/value.ts";
import { Cell } from "./cell.ts";
import { constantFrame } from "./constant.ts";
import { evaluate } from "./expression.ts";
import type { Frame } from "./frame.ts";
import type { Written } from "./module-syntax.ts";
import { arrivedAt } from "./origin-of-name.ts";
import type { Run } from "./run.ts";
import { isFailure, typeConstraint } from "./type-constraint.ts";

/** What a variable is set to from outside its module. */
export interface Input {
  readonly outcome: Outcome;
  /** Where: "set in environments/prod.tfvars", "argument sku of module.ml". */
  readonly words: string;
  /** Where it is assigned. */
  readonly at: Place;
}

/** Where a module's variables get their values: a call, or the variable files of an environment. */
export interface Inputs {
  inputOf(name: string, run: Run): Input | undefined;
  /** Tells unknown values of the same variable in different modules apart. */
  readonly token: string;
}

/** What a variable's value is in the environment that is being evaluated, and why it does not fit where it does not. */
export interface VariableContent {
  readonly value: TerraformValue;
  readonly isAssigned: boolean;
  readonly failure?: string;
  readonly failureAt?: TerraformValue["origin"];
}

/** A variable's declaration, read once. */
export class VariableDeclaration {
  readonly syntax: Written;
  readonly at: Place;
  #type: TerraformType | Failure | undefined;

  constructor(syntax: Written) {
    this.syntax = syntax;
    const { source, block } = syntax;
    this.at = source.place(block.header.from, block.header.to);
  }

  get isRequired(): boolean {
    return this.syntax.content.attribute("default") === undefined;
  }

  type(run: Run): TerraformType | Failure {
    if (this.#type) return this.#type;
    const written = this.syntax.content.attribute("type");
    this.#type = written
      ? typeConstraint(written.attribute.expression, constantFrame(written.source, run))
      : dynamicType;
    return this.#type;
  }

  flag(name: "sensitive" | "ephemeral" | "nullable", run: Run): boolean {
    const written = this.syntax.content.attribute(name);
    if (!written) return name === "nullable";
    const outcome = evaluate(written.attribute.expression, constantFrame(written.source, run));
    const flag = outcome.form === "failure" ? outcome : convert(outcome, boolType);
    return flag.form === "bool" ? flag.value : name === "nullable";
  }

  marks(run: Run): Marks {
    return (this.flag("sensitive", run) ? sensitive : 0) | (this.flag("ephemeral", run) ? ephemeral : 0);
  }

  default(run: Run): Input | undefined {
    const written = this.syntax.content.attribute("default");
    if (!written) return undefined;
    const { attribute, source } = written;
    const outcome = evaluate(attribute.expression, constantFrame(source, run));
    const { from, to } = attribute.expression;
    return { outcome, words: `default of var.${this.syntax.name}`, at: source.place(from, to) };
  }
}

const declarations = new WeakMap<Written, VariableDeclaration>();

/** One declaration for all instances of its module. */
function declarationOf(syntax: Written): VariableDeclaration {
  let declaration = declarations.get(syntax);
  if (!declaration) {
    declaration = new VariableDeclaration(syntax);
    declarations.set(syntax, declaration);
  }
  return declaration;
}

export class VariableCell extends Cell<VariableContent> {
  readonly declaration: VariableDeclaration;
  readonly #inputs: Inputs;

  constructor(syntax: Written, inputs: Inputs) {
    super();
    this.declaration = declarationOf(syntax);
    this.#inputs = inputs;
  }

  get name(): string {
    return `var.${this.declaration.syntax.name}`;
  }

  get at(): Place {
    return this.declaration.at;
  }

  protected override compute(run: Run): VariableContent {
    const { declaration } = this;
    const given = this.#inputs.inputOf(declaration.syntax.name, run);
    const type = declaration.type(run);
    const marks = declaration.marks(run);
    if (isFailure(type)) return this.#fail(type.message, undefined, dynamicType, marks, given !== undefined);
    const content = this.#contentOf(given, type, marks, run);
    return content;
  }

  #contentOf(given: Input | undefined, type: TerraformType, marks: Marks, run: Run): VariableContent {
    const isNull = given?.outcome.form === "null" && !this.declaration.flag("nullable", run);
    const input = given && !isNull ? given : (this.declaration.default(run) ?? given);
    const isAssigned = given !== undefined;
    if (!input) return { value: this.#unset(type, marks), isAssigned };
    if (input.outcome.form === "failure") return this.#fail(input.outcome.message, input, type, marks, isAssigned);
    const converted = convert(input.outcome, type);
    if (converted.form === "failure") {
      return this.#fail(
        `the value of ${this.name} does not fit its type: ${converted.message}`,
        input,
        type,
        marks,
        isAssigned,
      );
    }
    return { value: withMarks(arrivedAt(converted, input.words), marks), isAssigned };
  }

  #unset(type: TerraformType, marks: Marks): TerraformValue {
    const pieces = [{ token: `${this.#inputs.token}${this.name}` }];
    const unset = unknownValue(type, { why: `${this.name} has no value`, pieces }, written(this.at), marks);
    return arrivedAt(unset, `declaration of ${this.name}`);
  }

  #fail(
    why: string,
    input: Input | undefined,
    type: TerraformType,
    marks: Marks,
    isAssigned: boolean,
  ): VariableContent {
    const origin = written(input?.at ?? this.at);
    const failureAt = input && input.outcome.form !== "failure" ? arrivedAt(input.outcome, input.words).origin : origin;
    return { value: unknownValue(type, { why }, origin, marks), isAssigned, failure: why, failureAt };
  }

  protected override giveUp(why: string): VariableContent {
    return { value: unknownValue(dynamicType, { why }, written(this.at)), isAssigned: false };
  }
}

/** The sentence of the first validation that a variable's value fails. */
export function failedValidation(syntax: Written, value: TerraformValue, frame: Frame): string | undefined {
  if (!isWhollyKnown(value)) return undefined;
  for (const { content, source } of syntax.content.blocks("validation")) {
    const condition = content.attribute("condition");
    if (!condition) continue;
    const inside = { ...frame, source };
    const outcome = evaluate(condition.attribute.expression, inside);
    const held = outcome.form === "failure" ? outcome : convert(outcome, boolType);
    if (held.form !== "bool" || held.value) continue;
    const message = content.attribute("error_message");
    const words = message ? evaluate(message.attribute.expression, inside) : failure("");
    return words.form === "string" ? words.value : `the value of var.${syntax.name} fails its validation`;
  }
  return undefined;
}
