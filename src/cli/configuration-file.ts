import { LineCounter, parseDocument } from "yaml";
import schema from "../../schemas/configuration.schema.json" with { type: "json" };
import type { Configuration } from "../../schemas/types/configuration.generated.ts";
import type { Rule } from "../engine/rule.ts";
import { suggestRule } from "./configuration.ts";
import { Refusal } from "./failure.ts";
import { type Complaint, type Schema, validate } from "./validate.ts";

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
  const complaints = broken.length > 0 ? broken : validate(document.contents, schema as Schema);
  refuse(complaints, path, lines);
  const configuration = (document.toJS() ?? {}) as Configuration;
  const known = new Set(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]));
  const unknown = Object.keys(configuration.rules ?? {}).filter((name) => !known.has(name));
  const places = unknown.map((name) => ({
    at: keyOffset(document.contents, ["rules", name]),
    message: `There is no rule ${JSON.stringify(name)}.${suggestRule(name, rules)}`,
  }));
  refuse(places, path, lines);
  return configuration;
}

function refuse(complaints: readonly Complaint[], path: string, lines: LineCounter): void {
  if (complaints.length === 0) return;
  const sentences = complaints.map(({ at, message }) => {
    const { line, col } = lines.linePos(at);
    return `${path}:${line}:${col}: ${message}`;
  });
  throw new Refusal(sentences.join("\n"));
}

/** Where the key at the end of a path stands. */
function keyOffset(contents: unknown, path: readonly string[]): number {
  let node = contents as MappingNode | undefined;
  let at = 0;
  for (const name of path) {
    const pair = node?.items?.find((item) => item.key?.value === name);
    at = pair?.key?.range?.[0] ?? at;
    node = pair?.value;
  }
  return at;
}

interface MappingNode {
  readonly items?: readonly {
    readonly key?: { readonly value?: unknown; readonly range?: readonly number[] };
    readonly value?: MappingNode;
  }[];
}
