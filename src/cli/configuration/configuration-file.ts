import { type Document, LineCounter, parseDocument, type YAMLError } from "yaml";
import schema from "../../../schemas/configuration.schema.json" with { type: "json" };
import type { Configuration } from "../../../schemas/types/configuration.generated.ts";
import type { Rule } from "../../engine/rule.ts";
import { ruleSettingsSchema } from "../../engine/rule-schema.ts";
import { limitOfYaml, tooDeep } from "../../parsers/yaml/limits.ts";
import { Refusal } from "../failure.ts";
import { suggestRule } from "./named-rule.ts";
import { type Complaint, type Schema, type UnknownName, validate } from "./validate.ts";

/** A configuration that was read, and the document in which its entries have their places. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly document: Document;
}

/** Reads a configuration; throws a {@link Refusal} that lists everything that is wrong with it, with its places. */
export function readConfiguration(text: string, path: string, rules: readonly Rule[]): Configuration {
  return readWithPlaces(text, path, rules).configuration;
}

export function readWithPlaces(text: string, path: string, rules: readonly Rule[]): ReadConfiguration {
  const limit = limitOfYaml(text);
  if (limit !== undefined) throw new Refusal(`The configuration ${path} cannot be read: ${lowered(limit)}.`);
  const lines = new LineCounter();
  const document = parse(text, path, lines);
  const broken = document.errors.map((error) => ({ at: error.pos[0], message: brokenMessage(error, text) }));
  const complaints = broken.length > 0 ? broken : validate(document.contents, schemaFor(rules), unknownRule(rules));
  refuse(complaints, path, lines);
  return { configuration: withoutEmpty(document.toJS()), document };
}

function parse(text: string, path: string, lines: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`The configuration ${path} cannot be read: ${lowered(tooDeep)}.`);
  }
}

function brokenMessage({ code, message, pos }: YAMLError, text: string): string {
  const [, key = ""] = /^["']?([^"':\n]{1,80})/.exec(text.slice(pos[0], pos[0] + 100)) ?? [];
  if (code === "DUPLICATE_KEY") return `The key ${JSON.stringify(key.trim())} is written twice.`;
  if (code === "MULTIPLE_DOCS") return "A second document begins here; a configuration is one.";
  return `This is not valid YAML: ${message.split("\n")[0]}.`;
}

/** A key without a value says nothing: what stood below it may be commented out. */
function withoutEmpty(value: unknown): Configuration {
  return Object.fromEntries(Object.entries((value ?? {}) as object).filter(([, each]) => each !== null));
}

function lowered(sentence: string): string {
  return sentence[0]!.toLowerCase() + sentence.slice(1);
}

/** The published schema, whose part on rules says of these rules what it says of ours. */
function schemaFor(rules: readonly Rule[]): Schema {
  return { ...schema, definitions: { ...schema.definitions, RuleSettings: ruleSettingsSchema(rules) } } as Schema;
}

/** Rules are named as keys of settings and in lists. */
function unknownRule(rules: readonly Rule[]): UnknownName {
  const known = new Set(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]));
  return (name, within) => {
    if ((within.title !== "RuleSettings" && within.title !== "RuleNames") || known.has(name)) return undefined;
    return `There is no rule ${JSON.stringify(name)}.${suggestRule(name, rules)}`;
  };
}

function refuse(complaints: readonly Complaint[], path: string, lines: LineCounter): void {
  if (complaints.length === 0) return;
  const sentences = complaints.map(({ at, message }) => {
    const { line, col } = lines.linePos(at);
    return `${path}:${line}:${col}: ${message}`;
  });
  throw new Refusal(sentences.join("\n"));
}
