import type { Severity } from "../../engine/level.ts";
import { type Preset, presets } from "../../engine/settings/preset.ts";
import { UsageError } from "../failure.ts";
import { oneOf } from "./choice.ts";
import type { OptionForm, Written } from "./options.ts";

/** What is linted, and by which rules. */
export interface InputArguments {
  readonly paths: readonly string[];
  readonly environments: readonly string[];
  readonly config: string | undefined;
  readonly rules: ReadonlyMap<string, Severity>;
  readonly preset: Preset | undefined;
  /** YYYY-MM-DD; undefined: the current date. */
  readonly today: string | undefined;
  /** The whole project is analysed, whatever the paths. */
  readonly wholeProject?: boolean;
}

export const inputForms: readonly OptionForm[] = [
  { name: "env", value: "the name of an environment", repeatable: true },
  { name: "config", value: "a file", choices: "file" },
  { name: "rule", value: "a rule and its severity, as in compute/public-ip=off", repeatable: true, choices: "rule" },
  { name: "preset", value: "the name of a preset", choices: presets },
  { name: "today", value: "a date, as in 2027-03-01" },
];

const severities: readonly Severity[] = ["error", "warning", "note", "off"];

/** Reads the options above. */
export function inputOf({ options, paths }: Written): InputArguments {
  const today = options.get("today")?.[0];
  if (today !== undefined && !isDate(today)) {
    throw new UsageError(`The option --today needs a date, as in 2027-03-01, not ${today}.`);
  }
  const preset = options.get("preset")?.[0];
  return {
    paths,
    environments: options.get("env") ?? [],
    config: options.get("config")?.[0],
    rules: new Map((options.get("rule") ?? []).map(ruleSetting)),
    preset: preset === undefined ? undefined : oneOf(preset, presets, "preset"),
    today,
  };
}

function ruleSetting(text: string): [rule: string, severity: Severity] {
  const equals = text.lastIndexOf("=");
  if (equals <= 0) {
    throw new UsageError(`The option --rule needs a rule and its severity, as in ${text || "compute/public-ip"}=off.`);
  }
  return [text.slice(0, equals), oneOf(text.slice(equals + 1), severities, "severity")];
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
