import type { Configuration } from "../../../schemas/types/configuration.generated.ts";
import type { Rule } from "../../engine/rule.ts";
import type { ConfigurationSource, EntryPath } from "../../engine/settings/configuration-source.ts";
import {
  type Effective,
  type EffectiveRule,
  effectivePreset,
  effectiveRules,
  type NamedSettings,
} from "../../engine/settings/effective.ts";
import type { RuleSettings } from "../../engine/settings/severity.ts";
import { type Environment, tierOfName } from "../../model/environment.ts";
import { PathPatterns } from "../../model/path-patterns.ts";
import type { Language } from "../../model/project.ts";
import { tierEntry } from "../../model/tier-settings.ts";

/** What is in force for a path, and where each part comes from: what `ml-lint config -f json` prints. */
export interface ConfigDocument {
  readonly version: 1;
  /** Relative to the project root; "" is the root itself. */
  readonly path: string;
  /** The configuration file, if there is one. */
  readonly file?: string;
  readonly why: string;
  readonly preset: Effective<string>;
  readonly excluded?: Effective<string>;
  readonly sources: Readonly<Record<Language, Effective<"on" | "off">>>;
  readonly overrides: readonly OverrideDocument[];
  readonly ignores: readonly Effective<object>[];
  readonly locked: readonly Effective<string>[];
  readonly environments: readonly (Environment & { readonly from: string })[];
  readonly rules: readonly EffectiveRule[];
}

export interface OverrideDocument {
  readonly files: readonly string[];
  readonly from: string;
  /** All files of the path, some of them, or none. */
  readonly holds: "all" | "some" | "none";
}

/** What a document is made of. */
export interface ConfigSubject {
  readonly path: string;
  /** The files that the path stands for. */
  readonly files: readonly string[];
  readonly isFile: boolean;
  readonly configuration: Configuration;
  readonly source: ConfigurationSource;
  readonly file: string | undefined;
  readonly why: string;
  readonly commandLine: RuleSettings;
  /** In the tiers that the configuration gives them. */
  readonly environments: readonly Environment[];
  readonly rules: readonly Rule[];
}

const languages: readonly Language[] = [
  ...(["terraform", "plan", "arm", "commands", "settings", "kubernetes", "azureml"] as const),
];

export function configDocument(subject: ConfigSubject): ConfigDocument {
  const { configuration, source, commandLine, rules, file, path, why } = subject;
  const origin = (entry: EntryPath) => `${source.place(entry).file}:${source.place(entry).start.line}`;
  const overrides = overridesOf(subject, origin);
  const layers: NamedSettings[] = [
    { settings: configuration, originOf: origin },
    ...(configuration.overrides ?? []).flatMap((settings, index) => {
      if (overrides[index]!.holds !== "all") return [];
      return [{ settings, originOf: (entry: EntryPath) => `override ${origin(["overrides", index, ...entry])}` }];
    }),
    { settings: commandLine, originOf: ([key]) => (key === "preset" ? "--preset" : "--rule") },
  ];
  const excluded = exclusionOf(subject, origin);
  return {
    version: 1,
    path,
    ...(file !== undefined && { file }),
    why,
    preset: effectivePreset(layers),
    ...(excluded && { excluded }),
    sources: sourcesOf(configuration, origin),
    overrides,
    ignores: (configuration.ignores ?? []).map((value, index) => ({ value, from: origin(["ignores", index]) })),
    locked: (configuration.locked ?? []).map((value, index) => ({ value, from: origin(["locked", index]) })),
    environments: subject.environments.map((environment) => ({
      ...environment,
      from: tierOrigin(environment, configuration.environments ?? {}, origin),
    })),
    rules: effectiveRules(rules, layers),
  };
}

type OriginOf = (entry: EntryPath) => string;

function overridesOf({ configuration, source, files }: ConfigSubject, origin: OriginOf): OverrideDocument[] {
  return (configuration.overrides ?? []).map((override, index) => {
    const patterns = new PathPatterns(override.files, source.base);
    const covered = files.filter((file) => patterns.cover(file)).length;
    const holds = covered === 0 ? "none" : covered === files.length ? "all" : "some";
    return { files: override.files, from: origin(["overrides", index]), holds };
  });
}

/** The pattern that keeps a file from being linted. */
function exclusionOf({ configuration, source, path, isFile }: ConfigSubject, origin: OriginOf) {
  const exclude = configuration.exclude ?? [];
  if (!isFile || !new PathPatterns(exclude, source.base).cover(path)) return undefined;
  const index = exclude.findLastIndex((pattern) => new PathPatterns([pattern], source.base).cover(path));
  return { value: exclude[index]!, from: origin(["exclude", index]) };
}

function sourcesOf({ sources = {} }: Configuration, origin: OriginOf): ConfigDocument["sources"] {
  const entries = languages.map((language) => {
    const value = sources[language];
    return [language, value === undefined ? byDefault : { value, from: origin(["sources", language]) }] as const;
  });
  return Object.fromEntries(entries) as ConfigDocument["sources"];
}

const byDefault: Effective<"on"> = { value: "on", from: "default" };

function tierOrigin({ name, tier }: Environment, set: NonNullable<Configuration["environments"]>, origin: OriginOf) {
  const entry = tierEntry(set, name);
  if (entry !== undefined) return origin(["environments", entry]);
  if (tierOfName(name) !== undefined) return "its name";
  return tier === "unclassified" ? "nothing tells" : "a variable or tag";
}
