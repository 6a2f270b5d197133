import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Configuration } from "../../../schemas/types/configuration.generated.ts";
import type { Severity } from "../../engine/level.ts";
import type { Rule } from "../../engine/rule.ts";
import type { Preset } from "../../engine/settings/preset.ts";
import type { RuleSettings } from "../../engine/settings/severity.ts";
import { Refusal } from "../failure.ts";
import { decode } from "../files/decode.ts";
import { configurationName } from "../files/kinds-of-files.ts";
import type { ConfigurationPlaces } from "./configuration-places.ts";
import { requireRule } from "./named-rule.ts";

export interface ConfigurationFile {
  readonly path: string;
  readonly configuration: Configuration;
  /** The places of its entries, under the name by which it is to be shown. */
  placesIn(file: string): ConfigurationPlaces;
}

/** The configuration file in force: the one that was named, else the nearest from `start` up to the root. */
export async function findConfiguration(
  named: string | undefined,
  start: string,
  root: string,
): Promise<ConfigurationFile | undefined> {
  const path = named ?? search(start, root);
  if (path === undefined) return undefined;
  const name = shortName(path);
  const text = readText(path, name);
  const [{ readWithPlaces }, { ConfigurationPlaces }, { rules }] = await Promise.all([
    import("./configuration-file.ts"),
    import("./configuration-places.ts"),
    import("../../../rules/index.ts"),
  ]);
  const { configuration, document } = readWithPlaces(text, name, rules);
  return { path, configuration, placesIn: (file) => new ConfigurationPlaces(document, text, file) };
}

const mostBytes = 1_000_000;

function readText(path: string, name: string): string {
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new Refusal(`The configuration ${name} is not a file.`);
    if (stats.size > mostBytes) throw new Refusal(`The configuration ${name} is larger than 1 MB.`);
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`The configuration ${name} cannot be read.`);
  }
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`The configuration ${name} is not UTF-8 text.`);
  }
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

/** What the command line says of rules, under their present names; they are loaded only when it says something. */
export async function commandLineSettings(
  settings: ReadonlyMap<string, Severity>,
  preset: Preset | undefined,
): Promise<RuleSettings> {
  const named = preset === undefined ? {} : { preset };
  if (settings.size === 0) return named;
  const { rules } = await import("../../../rules/index.ts");
  return { ...named, rules: settingsById(settings, rules) };
}

export function settingsById(
  settings: ReadonlyMap<string, Severity>,
  rules: readonly Rule[],
): Readonly<Record<string, Severity>> {
  return Object.fromEntries([...settings].map(([name, severity]) => [requireRule(name, rules).id, severity]));
}
