import { tierOfName } from "./environment.ts";

/**
 * A name or path without what says which environment it is for: `module.platform_dev` and `module.platform_prod` are
 * both `module.platform_*`.
 */
export function withoutTierWords(text: string): string {
  const marked = text.replace(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g, (word) => (tierOfName(word) === undefined ? word : "*"));
  return marked.replace(/(?:no[nt]|pre)[-_. ]?\*/gi, "*");
}
