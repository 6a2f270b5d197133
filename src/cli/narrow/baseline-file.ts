import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import schema from "../../../schemas/baseline.schema.json" with { type: "json" };
import type { BaselineDocument } from "../../../schemas/types/baseline.generated.ts";
import type { BaselineEntry } from "../../engine/narrowing/baseline.ts";
import { type Schema, validate } from "../configuration/validate.ts";
import { Refusal } from "../failure.ts";
import { writeAtomically } from "../files/write-atomically.ts";

const baselineVersion = 1;

const mostBytes = 64 * 1024 * 1024;
const mostFindings = 1_000_000;
const schemaAddress = "https://github.com/ml-lint/ml-lint/blob/main/schemas/baseline.schema.json";

/** Reads a baseline; throws a {@link Refusal} that says what is wrong with it, and where. */
export function readBaseline(path: string, name: string): readonly BaselineEntry[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const hint = ` To write it, run ml-lint --write-baseline=${name}.`;
    throw new Refusal(isMissing ? `There is no baseline ${name}.${hint}` : `The baseline ${name} cannot be read.`);
  }
  if (text.length > mostBytes) throw new Refusal(`The baseline ${name} is larger than 64 MB.`);
  const document = parse(text, name);
  const entries = document.findings;
  const total = entries.reduce((sum, { count = 1, environments = {} }) => {
    return sum + count * Math.max(1, Object.keys(environments).length);
  }, 0);
  if (total > mostFindings) throw new Refusal(`The baseline ${name} lists more than a million findings.`);
  return entries;
}

function parse(text: string, name: string): BaselineDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Refusal(notJson(text, name, error as Error));
  }
  const { version } = (document ?? {}) as { version?: unknown };
  if (typeof version === "number" && version > baselineVersion) {
    throw new Refusal(
      `The baseline ${name} is of version ${version}, which a newer ml-lint has written: update this one.`,
    );
  }
  if (!isBaseline(document)) throw new Refusal(complaintsOf(text, name).join("\n"));
  return document;
}

function notJson(text: string, name: string, { message }: Error): string {
  const conflict = text.split("\n").findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (conflict < 0) return `The baseline ${name} is not valid JSON: ${message}.`;
  return `${name}:${conflict + 1}: The baseline holds a conflict of a merge. Take either side, then run ml-lint --write-baseline.`;
}

const levels: readonly unknown[] = ["error", "warning", "note"];
const texts = ["root", "resource", "attribute", "file", "message"] as const;

/** Compares with the schema as `validate` does, without places and therefore at once. */
function isBaseline(document: unknown): document is BaselineDocument {
  if (!isRecord(document) || !hasOnly(document, ["$schema", "version", "findings"])) return false;
  return document["version"] === 1 && Array.isArray(document["findings"]) && document["findings"].every(isEntry);
}

function isEntry(entry: unknown): boolean {
  if (!isRecord(entry) || !hasOnly(entry, ["rule", ...texts, "environments", "level", "count"])) return false;
  const { rule, environments, level, count } = entry;
  return (
    typeof rule === "string" &&
    rule !== "" &&
    texts.every((key) => entry[key] === undefined || typeof entry[key] === "string") &&
    (environments === undefined || (isRecord(environments) && Object.values(environments).every(isLevel))) &&
    (level === undefined || isLevel(level)) &&
    (count === undefined || (Number.isInteger(count) && (count as number) > 0))
  );
}

function isLevel(level: unknown): boolean {
  return levels.includes(level);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasOnly(record: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(record).every((key) => keys.includes(key));
}

/** What is wrong, with places: JSON is YAML. */
function complaintsOf(text: string, name: string): string[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const complaints = validate(contents, schema as unknown as Schema);
  if (complaints.length === 0)
    return [`${name}:1:1: The baseline needs "version": 1, and a rule in each of its findings.`];
  return complaints.slice(0, 20).map(({ at, message }) => {
    const { line, col } = lines.linePos(at);
    return `${name}:${line}:${col}: ${message.replace(/^The configuration/, "The baseline")}`;
  });
}

/** Writes a baseline, one finding on each line, so that a change of one is a change of one line. */
export function writeBaseline(path: string, name: string, entries: readonly BaselineEntry[]): void {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const findings = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  const text = `{\n  "$schema": "${schemaAddress}",\n  "version": ${baselineVersion},\n  "findings": ${findings}\n}\n`;
  writeAtomically(path, text, `The baseline ${name}`);
}
