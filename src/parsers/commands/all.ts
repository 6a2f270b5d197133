import type { Language, Problem } from "../../model/project.ts";
import type { ParserInput, ParserResult } from "../parser.ts";
import { parseYaml } from "../yaml/index.ts";
import { parseCommands } from "./index.ts";

/** Commands first, because they say in which context the files that they name are read; then the YAML left over. */
export function parseCommandsAndYaml(input: ParserInput): ParserResult {
  const commands = parseCommands(input);
  const yaml = parseYaml(input, commands.claimed);
  const files = new Map<Language, number>(commands.files);
  for (const [language, count] of yaml.files) files.set(language, (files.get(language) ?? 0) + count);
  const problems: Problem[] = [...commands.problems, ...yaml.problems];
  return {
    roots: [...commands.roots, ...yaml.roots],
    declarations: [...commands.declarations, ...yaml.declarations],
    problems,
    directives: [...commands.directives, ...yaml.directives],
    files,
    embedded: [],
  };
}
