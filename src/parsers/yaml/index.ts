import type { SourceText } from "../../model/place.ts";
import type { Problem } from "../../model/project.ts";
import type { Declaration } from "../../model/resource.ts";
import { declareAzureml } from "../azureml/declare.ts";
import { commandMarks, hasMark, yamlMarks } from "../commands/marks.ts";
import { environmentOfPath, isWanted } from "../commands/paths.ts";
import { countFiles, rootsOf } from "../commands/result.ts";
import { declareInstanceTypes } from "../kubernetes/instance-types.ts";
import type { Directive, ParserInput, ParserResult } from "../parser.ts";
import { yamlDirectives } from "./directives.ts";
import { readYaml } from "./documents.ts";
import { withoutPlaceholders } from "./fill-in.ts";

/** Broken YAML is only worth a word where it certainly is about us. */
const certainMarks = ["amlarc.azureml.com", "azuremlschemas"];

const none: ReadonlySet<string> = new Set();

/** Reads the Kubernetes resources and `az ml` files that no command names; `claimed` are those that one does. */
export function parseYaml(input: ParserInput, claimed: ReadonlySet<string> = none): ParserResult {
  const declarations: Declaration[] = [];
  const problems: Problem[] = [];
  const directives: Directive[] = [];
  for (const path of input.paths) {
    const source = /\.ya?ml$/i.test(path) ? input.texts.get(path) : undefined;
    if (!source || !hasMark(source.text, yamlMarks)) continue;
    const yaml = readYaml(source);
    directives.push(...yamlDirectives(source, yaml.documents));
    if (hasMark(source.text, certainMarks) && !hasMark(source.text, commandMarks)) problems.push(...problemsOf(source));
    const environment = environmentOfPath(path);
    if (claimed.has(path) || !isWanted(environment, input.environments)) continue;
    const context = { environment, existence: { certain: true } as const, names: new Map<string, number>() };
    for (const { root } of yaml.documents) {
      const filled = withoutPlaceholders(root, source);
      declarations.push(...declareInstanceTypes(filled, context), ...declareAzureml(filled, context));
    }
  }
  return {
    roots: rootsOf(declarations),
    declarations,
    problems,
    directives,
    files: countFiles(declarations),
    embedded: [],
  };
}

function problemsOf(source: SourceText): Problem[] {
  const language = source.text.includes("amlarc.azureml.com") ? "kubernetes" : "azureml";
  return readYaml(source).problems.map(({ message, from, to, limit }) => ({
    rule: limit ? "project/limit-reached" : "project/syntax-error",
    message: `${message}.`,
    at: source.place(from, to),
    language,
    environments: [],
  }));
}
