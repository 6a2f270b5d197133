import { readFileSync } from "node:fs";
import { globbySync } from "globby";
import { expect } from "vitest";
import { lintFiles } from "../../scripts/example.ts";
import type { Report } from "../../src/engine/report.ts";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { parseProject } from "../../src/parsers/project.ts";

export type Files = Readonly<Record<string, string>>;

/** The files of a stack in this repository, by their path in it. */
export function stackIn(folder: string): Files {
  return Object.fromEntries(globbySync(`${folder}/**`).map((path) => [path, readFileSync(path, "utf8")]));
}

/** A text to find once in a file of a stack, and what to put in its place. */
export interface Mutation {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The stack with one text replaced; it has to stand there exactly once. */
export function mutated(stack: Files, { file, from, to }: Mutation): Files {
  const path = Object.keys(stack).find((one) => one.endsWith(`/${file}`));
  const text = path === undefined ? undefined : stack[path];
  if (path === undefined || text === undefined) throw new Error(`the stack has no file ${file}`);
  expect(text.split(from).length - 1, `how often ${file} says ${from}`).toBe(1);
  return { ...stack, [path]: text.replace(from, () => to) };
}

/** Lints a stack with a preset; nothing may fail. */
export async function lintStack(files: Files, preset: "recommended" | "strict"): Promise<Report> {
  const report = await lintFiles(files, { configuration: { preset } });
  expect(report.failures).toEqual([]);
  return report;
}

/** The rules that report, each once, in the order of their names. */
export function rulesIn(report: Report): string[] {
  return [...new Set(report.findings.map((finding) => finding.rule))].sort();
}

/** How many resources of each kind a stack has in one environment. */
export async function resourcesIn(files: Files, environment: string): Promise<Record<string, number>> {
  const memory = new MemoryFiles(files);
  const input = { texts: new Texts(memory), paths: memory.paths(), environments: [environment] };
  const counts: Record<string, number> = {};
  for (const { kind } of (await parseProject(input, {})).resources) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
