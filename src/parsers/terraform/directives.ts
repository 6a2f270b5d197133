import type { Place, SourceText } from "../../model/place.ts";
import type { Directive } from "../parser.ts";
import type { Body, Comment, Expression, Range } from "./read/syntax.ts";

interface File {
  readonly source: SourceText;
  readonly syntax: { readonly body: Body; readonly comments: readonly Comment[] };
}

/** The comments of a file that speak to ml-lint, with what they stand beside or above. */
export function directivesIn({ source, syntax }: File): Directive[] {
  return syntax.comments.map((comment) => ({
    at: source.place(comment.from, comment.to),
    text: comment.text,
    covers: coverOf(comment, syntax.body, source),
  }));
}

function coverOf(comment: Comment, body: Body, source: SourceText): Place {
  const next = comment.alone ? nextIn(body, comment.from) : undefined;
  if (next) return source.place(next.from, next.to);
  const { text } = source;
  const from = text.lastIndexOf("\n", comment.from - 1) + 1;
  const end = text.indexOf("\n", comment.from);
  return source.place(from, end < 0 ? text.length : end);
}

/** The attribute or block that comes next in the innermost body around an offset, or entry of a collection there. */
function nextIn(body: Body, offset: number): Range | undefined {
  if (body.form !== "native") return undefined;
  for (const block of body.blocks) {
    if (block.from < offset && offset < block.to) return nextIn(block.body, offset);
  }
  for (const attribute of body.attributes) {
    if (attribute.from < offset && offset < attribute.to) return nextInside(attribute.expression, offset);
  }
  return firstAfter([...body.attributes, ...body.blocks], offset);
}

function nextInside(expression: Expression, offset: number): Range | undefined {
  let current: Expression | undefined = expression;
  while (current) {
    const parts: readonly (Range & { readonly value?: Expression })[] = partsOf(current);
    const around = parts.find((part) => part.from < offset && offset < part.to);
    if (!around) return firstAfter(parts, offset);
    current = "value" in around && around.value ? around.value : (around as Expression);
  }
  return undefined;
}

function partsOf(expression: Expression): readonly Range[] {
  switch (expression.type) {
    case "object":
      return expression.items.map(({ key, value }) => ({ from: key.from, to: value.to, value }));
    case "tuple":
      return expression.items;
    case "call":
      return expression.args;
    case "parentheses":
      return [expression.expression];
    default:
      return [];
  }
}

function firstAfter<R extends Range>(ranges: readonly R[], offset: number): R | undefined {
  let first: R | undefined;
  for (const range of ranges) if (range.from >= offset && (!first || range.from < first.from)) first = range;
  return first;
}
