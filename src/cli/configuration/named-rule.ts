import type { Rule } from "../../engine/rule.ts";
import { Refusal } from "../failure.ts";
import { suggestion } from "../nearest.ts";

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
