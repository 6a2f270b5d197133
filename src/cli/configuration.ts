import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Configuration } from "../../schemas/types/configuration.generated.ts";
import type { Severity } from "../engine/level.ts";
import type { Rule } from "../engine/rule.ts";
import { Refusal } from "./failure.ts";
import { suggestion } from "./nearest.ts";

export const configurationName = "ml-lint.yaml";

export interface ConfigurationFile {
  readonly path: string;
  readonly configuration: Configuration;
}

/** The configuration file in force: the one that was named, else the nearest from `start` up to the root. */
export async function findConfiguration(
  named: string | undefined,
  start: string,
  root: string,
): Promise<ConfigurationFile | undefined> {
  const path = named ?? search(start, root);
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Refusal(`The configuration ${shortName(path)} cannot be read.`);
  }
  const { readConfiguration } = await import("./configuration-file.ts");
  const { rules } = await import("../../rules/index.ts");
  const configuration = readConfiguration(text, shortName(path), rules);
  return { path, configuration };
}

function search(start: string, root: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, configurationName);
    if (existsSync(path)) return path;
    const other = join(folder, "ml-lint.yml");
    if (existsSync(other))
      throw new Refusal(`The configuration ${shortName(other)} is not read: rename it to ${configurationName}.`);
    if (folder === root || dirname(folder) === folder) return undefined;
  }
}

/** A path as a person at the working directory writes it. */
function shortName(path: string): string {
  return relative(process.cwd(), path);
}

/** The configuration with what the command line says about rules. */
export function withRuleSettings(
  configuration: Configuration,
  settings: ReadonlyMap<string, Severity>,
  rules: readonly Rule[],
): Configuration {
  const named = [...settings].map(([name, severity]) => [requireRule(name, rules).id, severity] as const);
  return { ...configuration, rules: { ...configuration.rules, ...Object.fromEntries(named) } };
}

/** The rule of that name or former name. */
export function requireRule(name: string, rules: readonly Rule[]): Rule {
  const rule = rules.find((candidate) => candidate.id === name || candidate.aliases?.includes(name));
  if (rule) return rule;
  throw new Refusal(`There is no rule ${JSON.stringify(name)}.${suggestRule(name, rules)}`);
}

/** The rule that was probably meant, also where only the part behind the slash was written. */
export function suggestRule(name: string, rules: readonly Rule[]): string {
  const ids = rules.map((rule) => rule.id);
  const ending = ids.find((id) => id.endsWith(`/${name}`));
  return ending === undefined ? suggestion(name, ids) : ` Did you mean ${ending}?`;
}
