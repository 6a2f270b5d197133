import type { SourceText } from "../../../model/place.ts";
import type { Problem } from "../../../model/project.ts";
import type { JsonNode, JsonString } from "../../json/syntax.ts";
import { placeInString } from "../evaluate/frame.ts";
import { isWrapped, type Meanings } from "./parse-expression.ts";
import type { Document } from "./templates.ts";

/** Names below which nothing is evaluated. */
const prose = new Set(["metadata", "definitions", "$schema"]);

/** The syntax errors of a JSON file. */
export function jsonProblems({ source, problems }: Document): Problem[] {
  return problems.map(({ message, from, to }) => syntaxError(message, source, from, to));
}

/** The broken expressions of a template, whether anybody reads them or not. */
export function expressionProblems({ source, root }: Document, meanings: Meanings): Problem[] {
  const problems: Problem[] = [];
  if (root) check(root);
  return problems;

  function check(node: JsonNode): void {
    if (node.type === "string") checkText(node);
    else if (node.type === "array") for (const item of node.items) check(item);
    else if (node.type === "object") {
      for (const { key, keyFrom, keyTo, value } of node.members) {
        if (prose.has(key)) continue;
        if (isWrapped(key)) checkText({ type: "string", from: keyFrom, to: keyTo, value: key });
        check(value);
      }
    }
  }

  function checkText(string: JsonString): void {
    if (!isWrapped(string.value)) return;
    const meaning = meanings.of(string.value);
    if (meaning.type !== "broken") return;
    const { message, from, to } = meaning.problem;
    problems.push({ ...syntaxError(message, source, 0, 0), at: placeInString(source, string, from, to) });
  }
}

function syntaxError(message: string, source: SourceText, from: number, to: number): Problem {
  return { rule: "project/syntax-error", message, at: source.place(from, to), language: "arm", environments: [] };
}
