/** An expression of the template language; offsets count within the value of the JSON string that holds it. */
export type Expression = TextLiteral | NumberLiteral | Call | PropertyAccess | IndexAccess;

interface Ranged {
  readonly from: number;
  readonly to: number;
}

export interface TextLiteral extends Ranged {
  readonly type: "text";
  readonly value: string;
}

export interface NumberLiteral extends Ranged {
  readonly type: "number";
  readonly value: number;
}

export interface Call extends Ranged {
  readonly type: "call";
  /** As written, with the namespace of a user function. */
  readonly name: string;
  /** The name in lower case: names are compared without regard to case. */
  readonly key: string;
  readonly args: readonly Expression[];
}

export interface PropertyAccess extends Ranged {
  readonly type: "property";
  readonly object: Expression;
  readonly name: string;
  /** `.?name`: null where there is no such property. */
  readonly safe: boolean;
}

export interface IndexAccess extends Ranged {
  readonly type: "index";
  readonly object: Expression;
  readonly index: Expression;
  /** `[?index]`: null where there is no such element. */
  readonly safe: boolean;
}

export interface ExpressionProblem extends Ranged {
  readonly message: string;
}

/** What a string of a template means: itself, or an expression, which may be broken. */
export type Meaning =
  | { readonly type: "literal"; readonly value: string }
  | { readonly type: "expression"; readonly expression: Expression }
  | { readonly type: "broken"; readonly problem: ExpressionProblem };
