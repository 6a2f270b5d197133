import type { SourceText } from "../../model/place.ts";

/** Offsets of the text of the script; the end is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Literal text; as long as its span, except for an escape, which is one piece. */
export interface Literal extends Span {
  readonly form: "literal";
  readonly text: string;
}

export interface VariableUse extends Span {
  readonly form: "variable";
  readonly name: string;
  /** `"${array[@]}"`: one word for each item. */
  readonly every: boolean;
  /** In quotes the text stays one word. */
  readonly quoted: boolean;
  readonly letters?: "upper" | "lower";
  /** What `${name:-text}` says for when nothing sets it. */
  readonly fallback?: readonly Piece[];
}

/** Text that only running the script, or filling in the template, would tell. */
export interface Opaque extends Span {
  readonly form: "opaque";
  /** Why it is unknown, as a clause. */
  readonly why: string;
  readonly quoted: boolean;
  /** May become any number of words. */
  readonly many: boolean;
}

export type Piece = Literal | VariableUse | Opaque;

export interface Word extends Span {
  readonly pieces: readonly Piece[];
  readonly quoted: boolean;
}

/** The alternatives and blocks that enclose a line of a script: an arm of an `if`, the body of a loop or function. */
export interface Branch {
  readonly block: Block;
  readonly parent: Branch | undefined;
}

export interface Block {
  readonly kind: "if" | "loop" | "function" | "subshell" | "conditional" | "group";
  readonly name?: string;
}

interface Statement extends Span {
  readonly source: SourceText;
  /** Counts all statements of a file, in the order in which they are written. */
  readonly order: number;
  readonly branch: Branch | undefined;
}

export interface CommandLine extends Statement {
  readonly words: readonly Word[];
  /** Assignments that stand before the command and hold for it alone. */
  readonly before?: readonly Word[];
}

export interface Assignment extends Statement {
  readonly name: string;
  /** Undefined when the value comes from outside the script (`read`, `for`, a parameter). */
  readonly value: Word | readonly Word[] | undefined;
  readonly append: boolean;
  readonly local: boolean;
}

/** Text between the lines of a script that is no script: a here-document. */
export interface Document extends Span {
  readonly source: SourceText;
  readonly text: SourceText;
  /** Whether the shell replaces variables in it. */
  readonly expands: boolean;
  readonly order: number;
  readonly branch: Branch | undefined;
}

export interface Comment extends Span {
  readonly source: SourceText;
  readonly text: string;
  /** Nothing else stands on its line. */
  readonly alone: boolean;
}

/** Where reading stopped making sense, such as a quote that never closes. */
export interface Break extends Span {
  readonly source: SourceText;
  readonly message: string;
}

/** What the scripts of one file hold, in the order in which they are written. */
export class Script {
  readonly commands: CommandLine[] = [];
  readonly assignments: Assignment[] = [];
  readonly documents: Document[] = [];
  readonly comments: Comment[] = [];
  readonly breaks: Break[] = [];
  #order = 0;

  nextOrder(): number {
    return this.#order++;
  }

  /** A point to which {@link forget} returns. */
  mark(): ScriptMark {
    return [this.commands.length, this.assignments.length, this.documents.length, this.comments.length];
  }

  /** Drops what was read since the mark. */
  forget(mark: ScriptMark): void {
    this.commands.length = mark[0];
    this.assignments.length = mark[1];
    this.documents.length = mark[2];
    this.comments.length = mark[3];
  }
}

export type ScriptMark = readonly [number, number, number, number];

/** How the text around a script changes what it means. */
export interface Dialect {
  /** Documentation also writes `[name]` for what the reader fills in. */
  readonly bracketPlaceholders: boolean;
  /** Azure Pipelines replaces `$(name)` before the shell sees it. */
  readonly macros: boolean;
}

export const plainDialect: Dialect = { bracketPlaceholders: false, macros: false };
