import type { Step } from "../../../model/tree.ts";
import { type JsonMember, type JsonNode, type JsonObject, type JsonString, membersOf } from "../../json/syntax.ts";
import { find, findMember } from "../read/members.ts";
import { isWrapped } from "../read/parse-expression.ts";
import { copiesIn } from "../read/template.ts";
import { nameOfValue } from "./access.ts";
import { evaluate } from "./evaluate.ts";
import { type Copy, type Frame, LiteralStep } from "./frame.ts";
import { limits, written } from "./run.ts";
import {
  Cell,
  dictionary,
  type NamedCell,
  scalar,
  sequence,
  type Unknown,
  unknown,
  type Value,
  withOrigin,
} from "./value.ts";

/** The value of a JSON node whose strings may be expressions; `words` say what it is, for trails. */
export function valueOfNode(node: JsonNode, frame: Frame, words: string): Value {
  switch (node.type) {
    case "string":
      return valueOfString(node, frame, words);
    case "number":
    case "word":
      return scalar(node.value, originOf(node, frame, words));
    case "broken":
      return unknown("it cannot be read");
    case "array":
      return sequence(
        node.items.map((item) => new Cell(() => valueOfNode(item, frame, words))),
        originOf(node, frame, words),
      );
    case "object":
      return valueOfObject(node, frame, words);
  }
}

/** The value of a JSON node in which a bracket is just a bracket: parameter files hold no expressions. */
export function valueOfLiteral(node: JsonNode, frame: Pick<Frame, "source">, words: string): Value {
  const origin = originOf(node, frame, words);
  if (node.type === "string") return scalar(node.value, origin);
  if (node.type === "number" || node.type === "word") return scalar(node.value, origin);
  if (node.type === "broken") return unknown("it cannot be read");
  if (node.type === "array") {
    return sequence(
      node.items.map((item) => new Cell(() => valueOfLiteral(item, frame, words))),
      origin,
    );
  }
  const entries = membersOf(node).map(({ key, value }) => ({
    name: key,
    cell: new Cell(() => valueOfLiteral(value, frame, words)),
  }));
  return dictionary(entries, origin);
}

function originOf(node: JsonNode, frame: Pick<Frame, "source">, words: string): Step {
  return new LiteralStep(frame.source, node, words);
}

function valueOfString(node: JsonString, frame: Frame, words: string): Value {
  const { value } = node;
  if (!isWrapped(value)) return scalar(value, originOf(node, frame, words));
  const meaning = frame.run.meanings.of(value);
  if (meaning.type === "literal") return scalar(meaning.value, originOf(node, frame, words));
  if (meaning.type === "broken") return unknown("its expression cannot be read");
  return withOrigin(evaluate(meaning.expression, { ...frame, string: node }), originOf(node, frame, words));
}

function valueOfObject(node: JsonObject, frame: Frame, words: string): Value {
  const copy = copyOf(node);
  const entries: NamedCell[] = [];
  for (const member of membersOf(node)) {
    if (member === copy) continue;
    entries.push({ ...nameOf(member, frame), cell: new Cell(() => valueOfNode(member.value, frame, words)) });
  }
  for (const loop of copy ? copiesIn(copy.value) : []) {
    entries.push({ name: loop.name, cell: new Cell(() => valueOfCopy(loop.copy, loop.name, frame, words)) });
  }
  return dictionary(entries, originOf(node, frame, words));
}

/** The member that holds the property copies of an object, if it has any. */
export function copyOf(node: JsonObject): JsonMember | undefined {
  const copy = findMember(node, "copy");
  return copy?.value.type === "array" && copiesIn(copy.value).length > 0 ? copy : undefined;
}

/** The name of a member, which may be an expression of its own. */
export function nameOf(member: JsonMember, frame: Frame): Pick<NamedCell, "name" | "pieces"> {
  if (!isWrapped(member.key)) return { name: member.key };
  const string: JsonString = { type: "string", from: member.keyFrom, to: member.keyTo, value: member.key };
  return nameOfValue(valueOfString(string, frame, ""));
}

/** The list that a copy loop of a variable, property or output makes. */
export function valueOfCopy(copy: JsonObject, name: string, frame: Frame, words: string): Value {
  const count = copyCount(copy, frame, name);
  const input = find(copy, "input") ?? find(copy, "value");
  if (!input) return unknown(`the copy loop "${name}" has no input`);
  if (typeof count !== "number") return count;
  const items = Array.from({ length: count }, (_, index) => {
    const inner = { ...frame, copies: { name: name.toLowerCase(), index, loop: "value", outer: frame.copies } as Copy };
    return new Cell(() => valueOfNode(input, inner, words));
  });
  return sequence(items, originOf(copy, frame, words));
}

/** How often a loop is run, within the bound; else why that is unknown. */
export function copyCount(copy: JsonObject, frame: Frame, name: string): number | Unknown {
  const node = find(copy, "count");
  if (!node) return unknown(`the copy loop "${name}" has no count`);
  const count = valueOfNode(node, frame, "count");
  if (count.form === "unknown") return count;
  const number =
    count.form === "scalar" && typeof count.value !== "boolean" ? Number(count.value ?? Number.NaN) : Number.NaN;
  if (!Number.isInteger(number) || number < 0) return unknown(`the count of the copy loop "${name}" is no number`);
  if (number <= limits.copies) return number;
  frame.run.limitReached(
    frame.source.place(node.from, node.to),
    `The copy loop "${name}" asks for ${written(number)} iterations, Azure allows ${written(limits.copies)}: ` +
      `only those are looked at`,
  );
  return limits.copies;
}
