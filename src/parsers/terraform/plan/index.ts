import type { Problem, Root } from "../../../model/project.ts";
import type { Declaration } from "../../../model/resource.ts";
import { readJson } from "../../json/reader.ts";
import type { ParserInput, ParserResult } from "../../parser.ts";
import type { TerraformOptions } from "../declaration-options.ts";
import { ProblemList } from "../problem-list.ts";
import { Sources } from "../roots/sources.ts";
import { textIn } from "./json-access.ts";
import { PlanFile } from "./read-plan.ts";

/** Reads plans as `terraform show -json` writes them, among other JSON files: UTF-8 or UTF-16. */
export function parsePlans(input: ParserInput, options: TerraformOptions = {}): ParserResult {
  const sources = new Sources(input.texts, new ProblemList());
  const roots: Root[] = [];
  const declarations: Declaration[] = [];
  const problems: Problem[] = [];
  for (const path of input.paths) {
    const source = input.texts.get(path);
    if (!source || !isPlan(source.text)) continue;
    const document = readJson(source.text, "strict");
    for (const { message, from, to } of document.problems) {
      const at = source.place(from, to);
      problems.push({ rule: "project/syntax-error", message: `${message}.`, at, language: "plan", environments: [] });
    }
    if (document.root?.type !== "object" || textIn(document.root, "format_version") === undefined) continue;
    const plan = new PlanFile(source, document.root, sources, options);
    const { environment } = plan;
    if (input.environments.length > 0 && !input.environments.includes(environment.name)) continue;
    roots.push({ path, language: "plan", environments: [environment] });
    for (const declaration of plan.declarations()) declarations.push(declaration);
  }
  return { roots, declarations, problems, directives: [], files: new Map([["plan", roots.length]]), embedded: [] };
}

function isPlan(text: string): boolean {
  return text.includes('"planned_values"') && text.includes('"format_version"');
}
