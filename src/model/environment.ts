/** How much an environment matters; severity follows it. */
export type Tier = "production" | "non-production" | "unclassified";

export const tiers: readonly Tier[] = ["production", "non-production", "unclassified"];

export interface Environment {
  readonly name: string;
  readonly tier: Tier;
}

/** The name of what belongs to no environment in particular. */
export const defaultEnvironment = "default";

const productionWords = new Set(["prod", "prd", "production", "live", "prods", "prodn"]);

const nonProductionWords = new Set([
  ...["dev", "devel", "develop", "development", "developer", "dv"],
  ...["test", "tests", "testing", "tst", "qa", "qas", "uat", "acc", "accept", "acceptance", "acpt", "sit"],
  ...["int", "integration", "staging", "stage", "stag", "stg"],
  ...[
    "preprod",
    "preproduction",
    "preprd",
    "pprd",
    "ppe",
    "nonprod",
    "nonproduction",
    "nonprd",
    "nprd",
    "npd",
    "nprod",
  ],
  ...["sandbox", "sbx", "sbox", "demo", "poc", "playground"],
]);

const negations = new Set(["non", "not", "no", "pre"]);

/** The tier a name's words speak of, or undefined when none does. The last such word decides. */
export function tierOfName(name: string): Tier | undefined {
  const words = wordsOf(name);
  let tier: Tier | undefined;
  for (const [index, word] of words.entries()) {
    if (nonProductionWords.has(word)) tier = "non-production";
    else if (productionWords.has(word)) {
      tier = negations.has(words[index - 1] ?? "") ? "non-production" : "production";
    }
  }
  return tier;
}

/** Almost all names are ASCII, and the classes of Unicode are slow to compile. */
const isAscii = /^[\x00-\x7f]*$/;

function wordsOf(name: string): string[] {
  const words = isAscii.test(name)
    ? name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ").split(/[^A-Za-z]+/)
    : name.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ").split(/[^\p{L}]+/u);
  return words.filter((word) => word !== "").map((word) => word.toLowerCase());
}

/**
 * The last component of a path that speaks of a tier, or undefined. `live` above other directories (`live/network`) is
 * how many teams call the folder of everything deployed, so it counts only as the last component.
 */
export function environmentNameInPath(path: string): string | undefined {
  const components = path.split("/").filter((component) => component !== "" && component !== ".");
  for (let index = components.length - 1; index >= 0; index--) {
    const component = components[index]!;
    const above = index < components.length - 1;
    if (above && component.toLowerCase() === "live") continue;
    if (tierOfName(component)) return component;
  }
  return undefined;
}

/**
 * An environment by its name; where the name says nothing, `hint` may: the value of a variable or tag called
 * environment, env or stage.
 */
export function environmentNamed(name: string, hint?: string): Environment {
  return { name, tier: tierOfName(name) ?? (hint === undefined ? undefined : tierOfName(hint)) ?? "unclassified" };
}

/**
 * The environments of a target in which a source looks for it (design, section 4): the one of the same name, else all of
 * the same tier; a source of no environment in particular meets every one, and a target of none meets every source.
 */
export function environmentsThatMeet(source: Environment, targets: readonly Environment[]): readonly Environment[] {
  if (source.name === defaultEnvironment) return targets;
  const sameName = targets.filter((target) => target.name === source.name);
  if (sameName.length > 0) return sameName;
  const sameTier = targets.filter((target) => target.tier === source.tier && target.name !== defaultEnvironment);
  if (sameTier.length > 0) return sameTier;
  return targets.filter((target) => target.name === defaultEnvironment);
}
