import type { Place } from "../../../model/place.ts";
import { convert } from "../values/convert.ts";
import { written } from "../values/origin.ts";
import { boolType, dynamicType } from "../values/type.ts";
import { sensitive, type TerraformValue, unknownValue, unmarked, withMarks } from "../values/value.ts";
import { Cell } from "./cell.ts";
import { constantFrame } from "./constant.ts";
import type { SourcedAttribute } from "./content.ts";
import { evaluate } from "./expression.ts";
import type { Module } from "./module.ts";
import type { Written } from "./module-syntax.ts";
import { arrivedAt, decidedAt, seenAs } from "./origin-of-name.ts";
import type { Run } from "./run.ts";

abstract class ExpressionCell extends Cell<TerraformValue> {
  protected readonly module: Module;
  protected readonly sourced: SourcedAttribute;

  constructor(module: Module, sourced: SourcedAttribute) {
    super();
    this.module = module;
    this.sourced = sourced;
  }

  get at(): Place {
    const { attribute, source } = this.sourced;
    return source.place(attribute.expression.from, attribute.expression.to);
  }

  protected evaluate(): TerraformValue {
    const { attribute, source } = this.sourced;
    const outcome = evaluate(attribute.expression, this.module.frame(source));
    if (outcome.form === "failure") return this.giveUp(outcome.message);
    return seenAs(outcome, source, attribute.expression);
  }

  protected override giveUp(why: string): TerraformValue {
    return unknownValue(dynamicType, { why }, written(this.at));
  }
}

export class LocalCell extends ExpressionCell {
  get name(): string {
    return `${this.module.prefix}local.${this.sourced.attribute.name}`;
  }

  protected override compute(): TerraformValue {
    return decidedAt(this.evaluate(), `value of local.${this.sourced.attribute.name}`);
  }
}

export class OutputCell extends ExpressionCell {
  readonly #syntax: Written;

  constructor(module: Module, syntax: Written, value: SourcedAttribute) {
    super(module, value);
    this.#syntax = syntax;
  }

  get name(): string {
    return `${this.module.prefix}output.${this.#syntax.name}`;
  }

  protected override compute(run: Run): TerraformValue {
    const words = `output ${this.#syntax.name} of ${this.module.callName}`;
    return withMarks(arrivedAt(this.evaluate(), words), this.#isSensitive(run) ? sensitive : unmarked);
  }

  #isSensitive(run: Run): boolean {
    const flag = this.#syntax.content.attribute("sensitive");
    if (!flag) return false;
    const outcome = evaluate(flag.attribute.expression, constantFrame(flag.source, run));
    const value = outcome.form === "failure" ? outcome : convert(outcome, boolType);
    return value.form === "bool" && value.value;
  }
}
