import type { SourceText } from "../../../model/place.ts";
import { anything, type Shape, shapeOf } from "./hcl2json-shape.ts";
import type { Range, SyntaxFile } from "./syntax.ts";

/** `parse` of `@cdktf/hcl2json`: rejects with line and column in its message where it finds a syntax error. */
export type Convert = (name: string, text: string) => Promise<unknown>;

/** A place where the reference grammar and this one read a file differently: a defect of ours. */
export interface Disagreement extends Range {
  readonly message: string;
}

const mostDisagreements = 20;

/** Puts a file of native syntax before the reference grammar and compares what both make of it. */
export async function crossCheck(source: SourceText, file: SyntaxFile, convert: Convert): Promise<Disagreement[]> {
  const [problem] = file.problems;
  let converted: unknown;
  try {
    converted = await convert(source.file, source.text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Errors of its conversion are about what JSON cannot express, not about the syntax.
    if (!reason.includes("parse config") || problem) return [];
    return [
      { message: `hcl2json finds a syntax error where ml-lint finds none: ${reason}`, ...placeIn(source, reason) },
    ];
  }
  if (problem) {
    const { message, from, to } = problem;
    return [{ message: `ml-lint finds a syntax error where hcl2json finds none: ${message}`, from, to }];
  }
  const differences: Difference[] = [];
  if (file.body.form === "native") compare(shapeOf(source.text, file.body), converted, [], differences);
  return differences.map(({ path, ours, theirs }) => ({
    message: `hcl2json reads ${show(theirs)} at ${path.join(".")}, ml-lint reads ${show(ours)}`,
    ...itemAt(file, path),
  }));
}

interface Difference {
  readonly path: readonly string[];
  readonly ours: Shape | undefined;
  readonly theirs: unknown;
}

function compare(ours: Shape | undefined, theirs: unknown, path: readonly string[], found: Difference[]): void {
  if (ours === anything || found.length >= mostDisagreements) return;
  if (ours instanceof Map && isRecord(theirs)) {
    for (const name of new Set([...ours.keys(), ...Object.keys(theirs)])) {
      compare(ours.get(name), Object.hasOwn(theirs, name) ? theirs[name] : undefined, [...path, name], found);
    }
  } else if (Array.isArray(ours) && Array.isArray(theirs)) {
    const length = Math.max(ours.length, theirs.length);
    for (let at = 0; at < length; at++) compare(ours[at], theirs[at], [...path, String(at)], found);
  } else if (ours !== theirs) found.push({ path, ours, theirs });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value instanceof Map || isRecord(value)) return "an object";
  if (Array.isArray(value)) return "a list";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** The attribute or block of the file to which a path leads. */
function itemAt({ body }: SyntaxFile, path: readonly string[]): Range {
  const [name, ...labels] = path;
  if (body.form === "native") {
    const attribute = body.attributes.find((one) => one.name === name);
    if (attribute) return attribute.nameRange;
    const blocks = body.blocks.filter((one) => one.type === name);
    const block = blocks.find((one) => one.labels.every((label, at) => label.text === labels[at])) ?? blocks[0];
    if (block) return block.header;
  }
  return { from: 0, to: 0 };
}

function placeIn(source: SourceText, reason: string): Range {
  const [, line, column] = /:(\d+),(\d+)-/.exec(reason) ?? [];
  const from = source.offset({ line: Number(line ?? 1), column: Number(column ?? 1) });
  return { from, to: from };
}
