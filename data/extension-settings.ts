import { nearest } from "../src/model/nearest.ts";
import table from "./extension-settings.json" with { type: "json" };

/** A setting of the AzureML extension. */
export interface ExtensionSetting {
  /** As documented; `nodeSelector.<label>` stands for every key that begins so. */
  readonly name: string;
  readonly type: "boolean" | "enum" | "string" | "path" | "int" | "quantity" | "map<string>";
  readonly allowed?: readonly string[];
  readonly default?: string;
  readonly workloads: readonly ("training" | "inference")[];
  /** It belongs into the protected settings. */
  readonly protected?: true;
  /** Who writes it: people, people for the CLI only, the CLI in their place, or nobody but the chart. */
  readonly layer: "user" | "user-cli-only" | "cli-computed" | "helm";
  readonly status?: string;
  readonly clusterTypes?: readonly string[];
}

/** What to write instead of a former key: keys with their new value, null where the old one stays. */
export interface FormerSetting {
  readonly replacements: Readonly<Record<string, string | null>>;
  readonly onlyWhenTrue?: true;
}

const settings = table.settings as readonly ExtensionSetting[];
const former = table.former as Readonly<Record<string, FormerSetting>>;
let byName: ReadonlyMap<string, ExtensionSetting> | undefined;
let formerByName: ReadonlyMap<string, FormerSetting> | undefined;

/** All settings, in the order of their documentation. */
export function extensionSettings(): readonly ExtensionSetting[] {
  return settings;
}

/** A setting by its key as Helm reads it: case counts. */
export function extensionSetting(key: string): ExtensionSetting | undefined {
  byName ??= new Map(settings.map((setting) => [setting.name, setting]));
  return byName.get(key) ?? settings.find((setting) => isPattern(setting.name) && key.startsWith(stemOf(setting.name)));
}

/** What became of a former or misprinted key. */
export function formerSetting(key: string): FormerSetting | undefined {
  formerByName ??= new Map(Object.entries(former));
  return formerByName.get(key);
}

/** Whether a dotted key is a value of a part of the chart that is known, such as `nginxIngress.`; then nothing is said. */
export function hasKnownRoot(key: string): boolean {
  const dot = key.indexOf(".");
  return dot > 0 && settings.some(({ name }) => name.startsWith(key.slice(0, dot + 1)));
}

/** The key that an unknown one most probably means; the first choice is one that differs only in case. */
export function nearestSetting(key: string): string | undefined {
  const names = settings.map(({ name }) => name).filter((name) => !isPattern(name));
  return names.find((name) => name.toLowerCase() === key.toLowerCase()) ?? nearest(key, names);
}

/** The value of a list that a misspelt one most probably means. */
export function nearestValue(value: string, allowed: readonly string[]): string | undefined {
  return nearest(value, allowed);
}

function isPattern(name: string): boolean {
  return name.endsWith(">");
}

function stemOf(name: string): string {
  return name.slice(0, name.indexOf("<"));
}
