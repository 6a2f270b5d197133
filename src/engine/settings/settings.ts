import type { Environment } from "../../model/environment.ts";
import { PathPatterns } from "../../model/path-patterns.ts";
import type { Place } from "../../model/place.ts";
import type { Level, Severity } from "../level.ts";
import type { Rule } from "../rule.ts";
import { type Decisions, decide, levelIn, optionsOf, type RuleSettings, type Severities, worstOf } from "./severity.ts";

type Options = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Settings of rules for some files. */
export interface Override {
  readonly covers: (file: string) => boolean;
  readonly settings: RuleSettings;
}

/** What is said of rules: for all files, for some, and, over both, on the command line. */
export interface AllSettings {
  readonly general: RuleSettings;
  readonly overrides: readonly Override[];
  readonly last: RuleSettings;
}

/** What holds for files of which the same overrides speak. */
interface Table {
  readonly decisions: ReadonlyMap<string, Decisions>;
  readonly options: Options;
}

/** Severities and options of rules, for each file; files of which no override speaks share one table. */
export class Settings implements Severities {
  readonly #rules: readonly Rule[];
  readonly #all: AllSettings;
  readonly #general: Table;
  readonly #tables = new Map<string, Table>();
  readonly #files = new Map<string, Table>();

  constructor(rules: readonly Rule[], all: AllSettings) {
    this.#rules = rules;
    this.#all = all;
    this.#general = this.#tableOf([]);
  }

  readonly of = (rule: string, environment: Environment, at: Place, drafted?: Level): Severity => {
    const decisions = this.#tableFor(at).decisions.get(rule);
    return decisions === undefined ? "off" : levelIn(decisions[environment.tier], drafted);
  };

  anywhere(rule: string, at: Pick<Place, "file">): Severity {
    return worstIn(this.#tableFor(at), rule);
  }

  /** On in some tier of some file. One override after the other suffices: of several the last decides alone. */
  readonly isEverOn = (named: Rule | string): boolean => {
    const id = typeof named === "string" ? named : named.id;
    if (worstIn(this.#general, id) !== "off") return true;
    const rule = this.#rules.find((candidate) => candidate.id === id);
    if (!rule) return false;
    return this.#all.overrides.some((override) => worstOf(decide(rule, this.#settingsWith([override]))) !== "off");
  };

  /** The options set for a rule in a file. */
  readonly options = (rule: string, at: Pick<Place, "file">): Readonly<Record<string, unknown>> | undefined => {
    return this.#tableFor(at).options.get(rule);
  };

  #tableFor(at: Pick<Place, "file">): Table {
    if (this.#all.overrides.length === 0) return this.#general;
    const known = this.#files.get(at.file);
    if (known) return known;
    const overrides = this.#all.overrides.filter((override) => override.covers(at.file));
    const key = overrides.map((override) => this.#all.overrides.indexOf(override)).join();
    const table = overrides.length === 0 ? this.#general : (this.#tables.get(key) ?? this.#tableOf(overrides));
    this.#tables.set(key, table);
    this.#files.set(at.file, table);
    return table;
  }

  #tableOf(overrides: readonly Override[]): Table {
    const settings = this.#settingsWith(overrides);
    return {
      decisions: new Map(this.#rules.map((rule) => [rule.id, decide(rule, settings)])),
      options: optionsOf(this.#rules, ...settings),
    };
  }

  #settingsWith(overrides: readonly Override[]): RuleSettings[] {
    return [this.#all.general, ...overrides.map(({ settings }) => settings), this.#all.last];
  }
}

function worstIn(table: Table, rule: string): Severity {
  const decisions = table.decisions.get(rule);
  return decisions === undefined ? "off" : worstOf(decisions);
}

/** What a configuration says of rules; the patterns of its overrides are relative to a folder. */
export interface ConfiguredRules extends RuleSettings {
  readonly overrides?: readonly (RuleSettings & { readonly files: readonly string[] })[];
}

/** The settings of a configuration, with what the command line says over all of it. */
export function settingsOf(
  rules: readonly Rule[],
  configuration: ConfiguredRules,
  base = "",
  commandLine: RuleSettings = {},
): Settings {
  const overrides = (configuration.overrides ?? []).map((settings) => {
    const patterns = new PathPatterns(settings.files, base);
    return { covers: (file: string) => patterns.cover(file), settings };
  });
  return new Settings(rules, { general: configuration, overrides, last: commandLine });
}
