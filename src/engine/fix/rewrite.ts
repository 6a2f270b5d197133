import { endOfNested } from "./hcl-scan.ts";
import { booleanOf, type FixLanguage, likeFormer, literalOf, type Scalar, writeLiteral } from "./literal.ts";

/** A stretch of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The literal that takes the place of one that makes `was`, so that it makes `value`; undefined where the text is no literal
 * or makes something else. A boolean may be the opposite of what it makes.
 */
export function rewritten(text: string, language: FixLanguage, was: Scalar | null, value: Scalar): string | undefined {
  const literal = literalOf(text, language);
  if (!literal) return undefined;
  const [made, wrote] = [booleanOf(was), booleanOf(literal.value)];
  if (typeof value === "boolean" && made !== undefined && wrote !== undefined) {
    if (value === made) return undefined;
    return writeLiteral(likeFormer(!wrote, literal.value), language, literal.quote);
  }
  if (!saysTheSame(literal.value, was)) return undefined;
  return writeLiteral(likeFormer(value, literal.value), language, literal.quote || "usual");
}

/** The one branch of a conditional expression of HCL that is a literal and makes a value. */
export function branchWith(text: string, value: Scalar | null): Stretch | undefined {
  const branches = branchesOf(text).filter(({ from, to }) => {
    const literal = literalOf(text.slice(from, to), "hcl");
    return literal !== undefined && saysTheSame(literal.value, value);
  });
  return branches.length === 1 ? branches[0] : undefined;
}

const longest = 4096;

/** What stands behind each `?` and `:` outside of brackets and texts, without the blanks around it. */
function branchesOf(text: string): Stretch[] {
  const branches: Stretch[] = [];
  if (text.length > longest || !text.includes("?")) return branches;
  let from: number | undefined;
  const inner = withoutParentheses(text);
  for (let at = inner.from; at <= inner.to; ) {
    const character = at === inner.to ? undefined : text[at];
    if (character === undefined || character === "?" || (character === ":" && from !== undefined)) {
      if (from !== undefined) branches.push(trimmed(text, from, at));
      from = at + 1;
    }
    const isNested = character === '"' || character === "(" || character === "[" || character === "{";
    const next = isNested ? endOfNested(text, at) : at + 1;
    if (next === undefined) return [];
    at = next;
  }
  return branches;
}

function withoutParentheses(text: string): Stretch {
  let inner = trimmed(text, 0, text.length);
  while (text[inner.from] === "(" && endOfNested(text, inner.from) === inner.to) {
    inner = trimmed(text, inner.from + 1, inner.to - 1);
  }
  return inner;
}

function trimmed(text: string, from: number, to: number): Stretch {
  const part = text.slice(from, to);
  return { from: from + part.length - part.trimStart().length, to: from + part.trimEnd().length };
}

function saysTheSame(literal: Scalar | null, value: unknown): boolean {
  return String(literal).toLowerCase() === String(value).toLowerCase();
}
