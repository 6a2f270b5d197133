import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GeneratedFiles, type Mode, repository, say, settle } from "./repository.ts";

/** Where the facts lie that `data/` is generated from: beside the repository, or where ML_LINT_FACTS says. */
const facts = process.env["ML_LINT_FACTS"] ?? join(repository, "../shared/facts");

/** Where a generated file of `data/` comes from. */
export interface Provenance {
  readonly source: string;
  readonly date: string;
  readonly script: string;
}

export function readFacts<T>(name: string): T {
  return JSON.parse(readFileSync(join(facts, name), "utf8")) as T;
}

/** Writes or checks files of `data/`; without the facts there is nothing to compare with, and it says so. */
export function settleFacts(mode: Mode, needed: string, make: () => GeneratedFiles, command: string): number {
  if (!existsSync(join(facts, needed))) {
    say(`${command}: the facts (${needed}) are not here, so data/ is taken as it is; set ML_LINT_FACTS to check it`);
    return mode === "check" ? 0 : 1;
  }
  return settle(mode, make(), command);
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
