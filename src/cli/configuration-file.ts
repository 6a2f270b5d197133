import { LineCounter, parseDocument } from "yaml";
import schema from "../../schemas/configuration.schema.json" with { type: "json" };
import type { Configuration } from "../../schemas/types/configuration.generated.ts";
import type { Rule } from "../engine/rule.ts";
import { ruleSettingsSchema } from "../engine/rule-schema.ts";
import { suggestRule } from "./configuration.ts";
import { Refusal } from "./failure.ts";
import { type Complaint, type Schema, type UnknownKey, validate } from "./validate.ts";

const mostCharacters = 1_000_000;

/** Reads a configuration; throws a {@link Refusal} that lists everything that is wrong with it, with its places. */
export function readConfiguration(text: string, path: string, rules: readonly Rule[]): Configuration {
  if (text.length > mostCharacters) throw new Refusal(`The configuration ${path} is larger than 1 MB.`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(({ pos, message }) => ({
    at: pos[0],
    message: `This is not valid YAML: ${message.split("\n")[0]}.`,
  }));
  const complaints = broken.length > 0 ? broken : validate(document.contents, schemaFor(rules), unknownRule(rules));
  refuse(complaints, path, lines);
  return (document.toJS() ?? {}) as Configuration;
}

/** The published schema, whose part on rules says of these rules what it says of ours. */
function schemaFor(rules: readonly Rule[]): Schema {
  return { ...schema, definitions: { ...schema.definitions, RuleSettings: ruleSettingsSchema(rules) } } as Schema;
}

function unknownRule(rules: readonly Rule[]): UnknownKey {
  return (key, mapping) =>
    mapping.title === "RuleSettings" ? `There is no rule ${JSON.stringify(key)}.${suggestRule(key, rules)}` : undefined;
}

function refuse(complaints: readonly Complaint[], path: string, lines: LineCounter): void {
  if (complaints.length === 0) return;
  const sentences = complaints.map(({ at, message }) => {
    const { line, col } = lines.linePos(at);
    return `${path}:${line}:${col}: ${message}`;
  });
  throw new Refusal(sentences.join("\n"));
}
