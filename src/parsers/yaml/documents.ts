import { type Document, parseAllDocuments } from "yaml";
import type { SourceText } from "../../model/place.ts";
import type { Tree } from "../../model/tree.ts";
import { type Span, TreeBuilder } from "./tree-builder.ts";

/** More would take seconds; a file that people write is a hundredth of it. */
export const largestYaml = 1_000_000;
export const deepestYaml = 200;

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

const tooDeep = "The YAML is nested too deeply to be read";

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
  const limit = findLimit(source.text);
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
    // The parser recurses over nesting; a text that is deep in a way that findLimit does not see ends here.
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

/** What makes a text too large or too deep, seen before it is parsed. */
function findLimit(text: string): string | undefined {
  if (text.length > largestYaml) return `The YAML is longer than ${largestYaml} characters and is not read`;
  let depth = 0;
  let dashes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
    else if (code === 10) dashes = 0;
    else if ((code === 45 || code === 63) && text.charCodeAt(at + 1) === 32) dashes++;
    if (depth > deepestYaml * 5 || dashes > deepestYaml * 5) return tooDeep;
  }
  return manyProperties.test(text) ? "The YAML heaps more tags and anchors on a node than are read" : undefined;
}

/** The parser's time grows with the square of these; a node has at most one of each. */
const manyProperties = /(?:[&!][^\s]{0,40}\s{1,4}){20}/;
