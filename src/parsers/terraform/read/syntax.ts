/**
 * The syntax tree of HCL. Every node carries half-open offsets into the text it was read from; `SourceText.place` turns
 * them into places. The tree of a JSON file has the same nodes, with the offsets of the JSON text.
 */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface SyntaxFile {
  readonly body: Body;
  readonly problems: readonly SyntaxProblem[];
  /** Only the comments that speak to ml-lint, in source order. */
  readonly comments: readonly Comment[];
}

/** A defect of the text; what it makes unreadable is marked `broken`, or is an `invalid` expression. */
export interface SyntaxProblem extends Range {
  readonly message: string;
}

export interface Comment extends Range {
  /** Without its marker, trimmed. */
  readonly text: string;
  /** Nothing else stands on its line. */
  readonly alone: boolean;
}

/** A JSON object does not tell attributes from blocks: ask `attributesOf` and `blocksOf`, which read both forms. */
export type Body = NativeBody | JsonBody;

export interface NativeBody extends Range {
  readonly form: "native";
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

/** The members of one or more JSON objects that may be attributes or blocks. */
export interface JsonBody extends Range {
  readonly form: "json";
  readonly members: readonly JsonMember[];
}

export interface JsonMember extends Range {
  readonly name: string;
  /** The key, with its quotes. */
  readonly nameRange: Range;
  /** Lowered to an expression when it is first read. */
  readonly expression: Expression;
  /** The member's value read as blocks of this type, one label per nesting of objects. */
  blocks(labels: number): readonly Block[];
}

export interface Attribute extends Range {
  readonly name: string;
  /** Of a JSON attribute: the key with its quotes. */
  readonly nameRange: Range;
  readonly expression: Expression;
}

export interface Block extends Range {
  readonly type: string;
  readonly typeRange: Range;
  readonly labels: readonly Label[];
  /** From the type to the opening brace, both included; of a JSON block the opening brace. */
  readonly header: Range;
  readonly body: Body;
  /** The offsets of the braces; `close` is where the closing one was expected if it is missing. */
  readonly open: number;
  readonly close: number;
  /** Something in it could not be read: nothing inside is judged. Blocks around a broken block are broken too. */
  readonly broken: boolean;
}

export interface Label extends Range {
  readonly text: string;
  readonly quoted: boolean;
}

export type Expression =
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | StringLiteral
  | Template
  | Wrap
  | Reference
  | Access
  | Call
  | Conditional
  | Binary
  | Unary
  | Parentheses
  | Tuple
  | ObjectExpression
  | For
  | Invalid;

export interface NumberLiteral extends Range {
  readonly type: "number";
  /** As written: integers beyond 2^53, `1e500` and `1.e3` are legal; in JSON also `-1`. */
  readonly text: string;
}

export interface BooleanLiteral extends Range {
  readonly type: "boolean";
  readonly value: boolean;
}

export interface NullLiteral extends Range {
  readonly type: "null";
}

/** How a string is written; `flush` is the heredoc `<<-`, whose common indentation is removed. */
export type TemplateForm = "quoted" | "heredoc" | "flush" | "json";

/** A string without interpolation or directive. Its range includes the quotes, or the heredoc's markers. */
export interface StringLiteral extends Range {
  readonly type: "string";
  readonly form: TemplateForm;
  readonly value: string;
}

/** A string with at least one interpolation or directive. */
export interface Template extends Range {
  readonly type: "template";
  readonly form: TemplateForm;
  readonly parts: readonly TemplatePart[];
}

/** `"${…}"` and nothing else: it has the type of its expression. */
export interface Wrap extends Range {
  readonly type: "wrap";
  readonly form: TemplateForm;
  readonly expression: Expression;
}

export type TemplatePart = TextPart | InterpolationPart | IfPart | ForPart;

/** Literal text, escapes resolved, indentation and whitespace beside strip markers removed; never empty. */
export interface TextPart extends Range {
  readonly type: "text";
  readonly value: string;
}

/** `${…}`; the range includes the braces. */
export interface InterpolationPart extends Range {
  readonly type: "interpolation";
  readonly expression: Expression;
}

/** `%{if}…%{else}…%{endif}`; the range includes both ends. */
export interface IfPart extends Range {
  readonly type: "if";
  readonly condition: Expression;
  readonly whenTrue: readonly TemplatePart[];
  readonly whenFalse: readonly TemplatePart[];
}

/** `%{for}…%{endfor}`; the range includes both ends. */
export interface ForPart extends Range {
  readonly type: "for";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}

export interface Name extends Range {
  readonly name: string;
}

/** A name and what is taken out of it: `var.a["b"].c`, `each.key`, `foo.*.id`, or a name alone. */
export interface Reference extends Range {
  readonly type: "reference";
  readonly root: Name;
  readonly steps: readonly AccessStep[];
}

/** Something taken out of an expression that is not a name: `f(x).a`, `(a)[0]`, `[1, 2][*]`. */
export interface Access extends Range {
  readonly type: "access";
  readonly source: Expression;
  readonly steps: readonly AccessStep[];
}

/** One step into a value. The range begins at the dot or the bracket. */
export type AccessStep = AttributeStep | IndexStep | SplatStep;

export interface AttributeStep extends Range {
  readonly type: "attribute";
  readonly name: string;
}

export interface IndexStep extends Range {
  readonly type: "index";
  readonly key: Expression;
  /** Written as `.0`; the key is then a number without sign and fraction. */
  readonly legacy: boolean;
}

/**
 * `.*` or `[*]`: the steps `each` are taken on every element. After `.*` only attributes (and legacy indexes) belong to
 * `each`, a bracket applies to the whole list; after `[*]` everything belongs to it.
 */
export interface SplatStep extends Range {
  readonly type: "splat";
  readonly full: boolean;
  /** The range of `.*` or `[*]` alone. */
  readonly marker: Range;
  readonly each: readonly AccessStep[];
}

export interface Call extends Range {
  readonly type: "call";
  /** With its namespace: `provider::azurerm::parse_resource_id`. */
  readonly name: string;
  readonly nameRange: Range;
  readonly args: readonly Expression[];
  /** The last argument is followed by `...`. */
  readonly expandFinal: boolean;
}

export interface Conditional extends Range {
  readonly type: "conditional";
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export type BinaryOperator = "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";

export interface Binary extends Range {
  readonly type: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Unary extends Range {
  readonly type: "unary";
  readonly operator: "-" | "!";
  readonly operand: Expression;
}

export interface Parentheses extends Range {
  readonly type: "parentheses";
  readonly expression: Expression;
}

export interface Tuple extends Range {
  readonly type: "tuple";
  readonly items: readonly Expression[];
}

export interface ObjectExpression extends Range {
  readonly type: "object";
  readonly items: readonly ObjectItem[];
}

export interface ObjectItem extends Range {
  readonly key: Expression;
  /** The key itself where it is a bare word (`a = 1`, also `true = 1`), which is not evaluated. */
  readonly name: string | undefined;
  readonly value: Expression;
}

/** `[for …]` without `key`, `{for …}` with it. */
export interface For extends Range {
  readonly type: "for";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  /** The value is followed by `...`: values of equal keys are collected in tuples. */
  readonly grouped: boolean;
  readonly condition: Expression | undefined;
}

/** Could not be read: a problem says why. Evaluates to unknown. */
export interface Invalid extends Range {
  readonly type: "invalid";
}
