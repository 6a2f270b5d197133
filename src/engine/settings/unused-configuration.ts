import { defaultEnvironment } from "../../model/environment.ts";
import { matchesName } from "../../model/name-pattern.ts";
import { nearest } from "../../model/nearest.ts";
import { PathPatterns } from "../../model/path-patterns.ts";
import type { Root } from "../../model/project.ts";
import type { Finding } from "../finding.ts";
import { defect } from "../suppression/defects.ts";
import type { ConfigurationSource, EntryPath } from "./configuration-source.ts";

const rule = "project/unused-configuration";

/** The entries of a configuration that can match nothing. */
export interface MatchingEntries {
  readonly exclude?: readonly string[];
  readonly overrides?: readonly { readonly files: readonly string[] }[];
  readonly environments?: Readonly<Record<string, unknown>>;
}

/** What a run looked at. */
export interface LookedAt {
  readonly roots: readonly Root[];
  /** The environments that were asked for; all when empty. */
  readonly environments: readonly string[];
  readonly paths: readonly string[];
}

/** What the configuration says and nothing answers to, where the run looked at everything it may speak of. */
export function superfluousEntries(said: MatchingEntries, source: ConfigurationSource, seen: LookedAt): Finding[] {
  if (!source.isWhole) return [];
  const report = (path: EntryPath, message: string, help: string) =>
    defect(rule, "warning", source.place(path), message, help);
  const overrides = (said.overrides ?? []).flatMap(({ files }, index) => {
    const idle = new PathPatterns(files, source.base).idleAmong(seen.paths);
    return idle.map((at) => report(["overrides", index, "files", at], noFile(files[at]!, "an override"), patternHelp));
  });
  const exclude = source.idle.map((path) => {
    return report(path, noFile(said.exclude?.[path.at(-1) as number] ?? "", "exclude"), patternHelp);
  });
  const environments = unmatchedEnvironments(said, seen).map(({ name, help }) =>
    report(["environments", name], `There is no environment ${name}, to which a tier is given.`, help),
  );
  return [...exclude, ...overrides, ...environments];
}

const patternHelp =
  "Correct it, or remove it; patterns are those of .gitignore, relative to the folder of the configuration.";

function noFile(pattern: string, where: string): string {
  return `The pattern ${pattern} of ${where} matches no file that is linted.`;
}

function unmatchedEnvironments({ environments = {} }: MatchingEntries, seen: LookedAt) {
  if (seen.environments.length > 0) return [];
  const found = new Set(seen.roots.flatMap((root) => root.environments.map(({ name }) => name)));
  const unmatched = Object.keys(environments).filter(
    (pattern) => ![...found].some((name) => matchesName(pattern, name)),
  );
  return unmatched.map((name) => ({ name, help: environmentHelp(name, [...found].sort()) }));
}

function environmentHelp(name: string, found: readonly string[]): string {
  const near = nearest(name, found);
  if (near !== undefined) return `Did you mean ${near}?`;
  const named = found.filter((each) => each !== defaultEnvironment).slice(0, 8);
  return named.length === 0 ? "Remove it." : `Remove it, or name one that there is: ${named.join(", ")}.`;
}
