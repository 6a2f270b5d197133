import type { Language, Problem, Root } from "../../model/project.ts";
import type { Declaration } from "../../model/resource.ts";
import type { Directive, EmbeddedScript, ParserInput, ParserResult } from "../parser.ts";
import { directivesOf } from "./directives.ts";
import { expressionProblems, jsonProblems } from "./read/check.ts";
import { Meanings } from "./read/parse-expression.ts";
import { claimsToBe } from "./read/recognise.ts";
import { type Document, Templates } from "./read/templates.ts";
import { RootFinder, type TemplateRoot } from "./roots/find-roots.ts";
import { parseRoot, type RootResult } from "./roots/parse-root.ts";

/** Reads ARM templates, compiled Bicep among them, and evaluates each once for each of its parameter files. */
export function parseArm(input: ParserInput): ParserResult {
  const templates = new Templates(input.texts);
  const meanings = new Meanings();
  const finder = new RootFinder(input.texts, templates);
  const roots = finder.find(input.paths);
  const results = roots.map((root) => ({ root, ...parseRoot(root, input, templates, meanings) }));
  const counted = results.filter(({ root }) => root.hasParameterFiles || !templates.isPart(root.path));
  const documents = documentsOf(input, roots, finder, templates);
  const syntax = documents.flatMap((document) => problemsOf(document, finder, meanings));
  return {
    roots: counted.map(({ root: { path }, environments, problems }): Root => {
      const unread = problems.unread.size > 0 && { unread: [...problems.unread] };
      return { path, language: "arm", environments, ...unread };
    }),
    declarations: counted.flatMap(({ declarations }): readonly Declaration[] => declarations),
    get problems(): readonly Problem[] {
      return [...syntax, ...counted.flatMap(({ problems }: RootResult) => problems.all)];
    },
    directives: documents.flatMap((document): Directive[] => directivesOf(document)),
    files: new Map<Language, number>(documents.length > 0 ? [["arm", documents.length]] : []),
    embedded: counted.flatMap(({ scripts }): readonly EmbeddedScript[] => scripts),
  };
}

/** Every file that was taken for a template or parameter file, named or found beside one. */
function documentsOf(
  input: ParserInput,
  roots: readonly TemplateRoot[],
  finder: RootFinder,
  templates: Templates,
): Document[] {
  const paths = new Set<string>(templates.linked.keys());
  for (const path of input.paths) {
    const text = input.texts.get(path)?.text;
    if (text !== undefined && (finder.kindOf(path) || claimsToBe(text))) paths.add(path);
  }
  for (const root of roots) {
    paths.add(root.path);
    for (const { file } of root.environments) if (file) paths.add(file.source.file);
  }
  return [...paths].sort().flatMap((path) => templates.document(path) ?? []);
}

function problemsOf(document: Document, finder: RootFinder, meanings: Meanings): Problem[] {
  const isTemplate = finder.kindOf(document.source.file) === "template";
  return [...jsonProblems(document), ...(isTemplate ? expressionProblems(document, meanings) : [])];
}
