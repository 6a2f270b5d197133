import type { Place, SourceText } from "../../../model/place.ts";
import type { Step } from "../../../model/tree.ts";
import { excerptOf } from "../../json/escapes.ts";
import type { JsonNode, JsonString } from "../../json/syntax.ts";
import type { Expression } from "../read/expression.ts";
import type { Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { type Unknown, unknown, type Value } from "./value.ts";

/** Where an expression is evaluated: what its names mean, and the string it stands in. */
export interface Frame {
  readonly run: Run;
  readonly scope: Scope;
  readonly source: SourceText;
  readonly string: JsonString | undefined;
  readonly copies: Copy | undefined;
  readonly lambdas: LambdaVariable | undefined;
  /** Inside a user function, its arguments: there are no other parameters. */
  readonly args: ReadonlyMap<string, Value> | undefined;
}

/** The iteration of a copy loop, and those around it. */
export interface Copy {
  readonly name: string;
  /** The number of the iteration, or why nobody knows how many there are. */
  readonly index: number | Unknown;
  readonly loop: "resource" | "value";
  readonly outer: Copy | undefined;
}

export interface LambdaVariable {
  readonly name: string;
  readonly value: Value;
  readonly outer: LambdaVariable | undefined;
}

/** The place of a part of the string that is being evaluated. */
export function placeIn(frame: Frame, expression: Pick<Expression, "from" | "to">): Place {
  const { source, string } = frame;
  if (!string) return source.place(0, 0);
  return placeInString(source, string, expression.from, expression.to);
}

/** The place of a part of a string's value. */
export function placeInString(source: SourceText, string: JsonString, from: number, to: number): Place {
  const start = string.from + 1;
  if (string.to - start - 1 === string.value.length) return source.place(start + from, start + to);
  return excerptOf(source, string).place(from, to);
}

/** A step at a part of a string, such as a call of `parameters`; its place is made when it is shown. */
class PartStep implements Step {
  readonly text: string;
  readonly #frame: Frame;
  readonly #part: Expression;

  constructor(frame: Frame, part: Expression, text: string) {
    this.text = text;
    this.#frame = frame;
    this.#part = part;
  }

  get at(): Place {
    return placeIn(this.#frame, this.#part);
  }

  toJSON(): Step {
    return { at: this.at, text: this.text };
  }
}

/** A step at a part of the string that is being evaluated. */
export function hopAt(frame: Frame, expression: Expression, text: string): Step {
  return new PartStep(frame, expression, text);
}

/** A step at a JSON value; it remembers the value, so that a script can be read where it is written. */
export class LiteralStep implements Step {
  readonly text: string;
  readonly source: SourceText;
  readonly node: JsonNode;

  constructor(source: SourceText, node: JsonNode, text: string) {
    this.text = text;
    this.source = source;
    this.node = node;
  }

  get at(): Place {
    return this.source.place(this.node.from, this.node.to);
  }

  toJSON(): Step {
    return { at: this.at, text: this.text };
  }
}

/** Runs one evaluation inside another, as deep as is allowed. */
export function descend(frame: Frame, expression: Pick<Expression, "from" | "to">, evaluate: () => Value): Value {
  const { run } = frame;
  if (run.depth >= deepest) {
    run.limitReached(
      placeIn(frame, expression),
      `Evaluation is nested more than ${deepest} levels deep here and goes no further`,
    );
    return unknown("its evaluation is nested too deeply");
  }
  run.depth++;
  try {
    return evaluate();
  } finally {
    run.depth--;
  }
}

const deepest = 250;
