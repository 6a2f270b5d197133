import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { globbySync } from "globby";
import { type GeneratedFiles, type Mode, readIfThere, repository, say, settle } from "./repository.ts";

/** Where the facts lie that `data/` is generated from: beside the repository, or where ML_LINT_FACTS says. */
const facts = process.env["ML_LINT_FACTS"] ?? resolve(repository, "../shared/facts");

/** Where a generated file of `data/` comes from. */
export interface Provenance {
  readonly source: string;
  readonly date: string;
  readonly script: string;
}

export function readFacts<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(facts, name), "utf8")) as T;
}

/**
 * Writes or checks files of `data/`. Each keeps the hash of the facts it was made from and of its own content: without the
 * facts there is nothing to compare with but the latter, and it says so.
 */
export function settleFacts(mode: Mode, needed: string, make: () => GeneratedFiles, command: string): number {
  const source = resolve(facts, needed);
  if (existsSync(source)) {
    const hash = hashOf(readFileSync(source, "utf8"));
    const files = [...make()].map(([path, text]) => [path, withHashes(text, hash)] as const);
    return settle(mode, new Map(files), command);
  }
  say(`${command}: the facts (${needed}) are not here, so the hash of the data alone is checked; set ML_LINT_FACTS`);
  const changed = filesOf(command).filter((path) => !hasItsHash(readIfThere(path) ?? ""));
  for (const path of changed) say(`${path} is not what its provenance says: it was changed by hand`);
  return mode === "check" && changed.length === 0 ? 0 : 1;
}

/** The files of `data/` that a script says it wrote. */
function filesOf(command: string): string[] {
  const script = `"script":"scripts/${command.split(" ").at(-1)}.ts"`;
  const files = globbySync("data/*.json", { cwd: repository }).sort();
  return files.filter((path) => readIfThere(path)?.split("\n", 2)[1]?.includes(script));
}

function withHashes(text: string, source: string): string {
  const [open, provenance, ...rest] = text.split("\n");
  const hashes = `,"facts":"${source}","content":"${hashOf(rest.join("\n"))}"},`;
  return [open, provenance!.replace(/\},$/, () => hashes), ...rest].join("\n");
}

/** Whether what stands below the provenance of a file is what its hash says. */
export function hasItsHash(text: string): boolean {
  const [, provenance = "", ...rest] = text.split("\n");
  return provenance.includes(`"content":"${hashOf(rest.join("\n"))}"`);
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("hex")}`;
}

/** JSON with one line per entry of its second level, so that differences can be read. */
export function dataFile(provenance: Provenance, sections: Readonly<Record<string, object>>): string {
  const parts = [`  "provenance": ${JSON.stringify(provenance)}`];
  for (const [name, section] of Object.entries(sections)) parts.push(`  ${JSON.stringify(name)}: ${linesOf(section)}`);
  return `{\n${parts.join(",\n")}\n}\n`;
}

function linesOf(section: object): string {
  const lines = Array.isArray(section)
    ? section.map((item) => JSON.stringify(item))
    : Object.entries(section).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const [open, close] = Array.isArray(section) ? "[]" : "{}";
  return `${open}\n${lines.map((line) => `    ${line}`).join(",\n")}\n  ${close}`;
}
