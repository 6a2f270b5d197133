import { type Document, parseAllDocuments } from "yaml";
import type { SourceText } from "../../model/place.ts";
import type { Tree } from "../../model/tree.ts";
import { limitOfYaml, tooDeep } from "./limits.ts";
import { type Span, TreeBuilder } from "./tree-builder.ts";

/** One document of a YAML file as a tree, with the ranges that its nodes and entries take. */
export interface YamlDocument {
  readonly root: Tree;
  /** The ranges of scalars, for those who read what is inside. */
  readonly spans: ReadonlyMap<Tree, Span>;
  /** The ranges of mapping entries and list items, in the order in which they start. */
  readonly entries: readonly Span[];
}

export interface YamlProblem extends Span {
  readonly message: string;
  /** The file is too large or too deep, not wrong. */
  readonly limit: boolean;
}

export interface YamlText {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

const read = new WeakMap<SourceText, YamlText>();

/** The documents of a YAML text, read once. Never throws; what cannot be read is a problem, its neighbours are kept. */
export function readYaml(source: SourceText): YamlText {
  const known = read.get(source);
  if (known) return known;
  const text = readFresh(source);
  read.set(source, text);
  return text;
}

function readFresh(source: SourceText): YamlText {
  const limit = limitOfYaml(source.text);
  if (limit) return { documents: [], problems: [{ message: limit, from: 0, to: 0, limit: true }] };
  const documents: YamlDocument[] = [];
  const problems: YamlProblem[] = [];
  try {
    for (const document of parseDocuments(source.text)) {
      const [error] = document.errors;
      if (error) {
        if (!isTemplate(source.text)) problems.push(problemOf(error.message, error.pos, source));
        continue;
      }
      const { contents } = document;
      if (contents) documents.push(new TreeBuilder(source).document(contents));
    }
  } catch (error) {
    // The parser recurses over nesting; a text that is deep in a way that limitOfYaml does not see ends here.
    if (!(error instanceof RangeError)) throw error;
    return { documents: [], problems: [{ message: tooDeep, from: 0, to: 0, limit: true }] };
  }
  return { documents, problems };
}

function parseDocuments(text: string): readonly Document[] {
  const parsed = parseAllDocuments(text, { uniqueKeys: false, strict: false, logLevel: "silent", stringKeys: false });
  return Array.isArray(parsed) ? parsed : [];
}

/** Files of templating engines (Helm, Jinja) are YAML only after they are filled in. */
function isTemplate(text: string): boolean {
  return text.includes("{{") || text.includes("{%");
}

function problemOf(message: string, [from, to]: readonly [number, number], source: SourceText): YamlProblem {
  if (message.includes("call stack")) return { message: tooDeep, from: 0, to: 0, limit: true };
  const [sentence] = message.split("\n", 1);
  const cut = sentence!.replace(/ at line \d+, column \d+:?$/, "");
  const end = Math.min(Math.max(to, from), source.text.length);
  return { message: `This is not valid YAML: ${cut}`, from: Math.min(from, end), to: end, limit: false };
}
