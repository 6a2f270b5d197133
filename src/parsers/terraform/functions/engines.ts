import type { RE2JS } from "re2js";

/**
 * Packages that few runs need. Functions are evaluated synchronously, so whoever reads the sources loads what they
 * mention before anything is evaluated; a function that misses its engine gives an unknown that says so.
 */
export interface Engines {
  /** Patterns of linted files run on an engine whose time is linear in the text; it never backtracks. */
  readonly patterns?: typeof RE2JS;
  readonly yaml?: Pick<typeof import("yaml"), "parseAllDocuments" | "isAlias" | "isMap" | "isScalar" | "isSeq">;
}

let loaded: Engines = {};

/** The engines that are loaded. */
export function engines(): Engines {
  return loaded;
}

/** Loads what the functions in these sources need; returns undefined, without waiting, where that is nothing new. */
export function loadEngines(sources: Iterable<string>): Promise<void> | undefined {
  let patterns = false;
  let yaml = false;
  for (const source of sources) {
    patterns ||= mentionsPatterns(source);
    yaml ||= source.includes("yamldecode");
  }
  patterns &&= !loaded.patterns;
  yaml &&= !loaded.yaml;
  return patterns || yaml ? load(patterns, yaml) : undefined;
}

function mentionsPatterns(source: string): boolean {
  return source.includes("regex") || (source.includes("replace(") && source.includes('"/'));
}

async function load(patterns: boolean, yaml: boolean): Promise<void> {
  if (patterns) loaded = { ...loaded, patterns: (await import("re2js")).RE2JS };
  if (yaml) loaded = { ...loaded, yaml: await import("yaml") };
}
