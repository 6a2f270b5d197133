import { type Context, defineRule } from "../../src/engine/rule.ts";
import { type Environment, tierOfName } from "../../src/model/environment.ts";

export default defineRule({
  on: ["storage.account", "registry", "key-vault"],
  title: "Two environments give the same globally unique name",
  severity: { production: "warning", "non-production": "warning", unclassified: "off" },
  tierBound: true,
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["correctness", "environments"],
  concerns: (_, context) => elsewhere(context).length > 0,
  check(resource, context) {
    if (!resource.existence.certain) return;
    const name = context.known(resource.attributes.name);
    if (name === undefined) return;
    const same = elsewhere(context).find((sibling) => {
      const other = context.inEnvironment(sibling);
      return other && context.glimpse(other.attributes.name)?.toLowerCase() === name.toLowerCase();
    });
    if (same === undefined) return;
    context.report({
      attribute: "name",
      message: `${context.subject} is called ${name} in ${context.environment.name} and in ${same.name}, and Azure gives the name to one of them only.`,
      help: `Make the environment part of ${context.name("name")}, such as ${name}${context.environment.name}.`,
    });
  },
});

/** The other environments in which the resource exists. */
function elsewhere(context: Context<"storage.account" | "registry" | "key-vault">): Environment[] {
  return context.siblings.filter((sibling) => {
    if (!areApart(context.environment, sibling)) return false;
    const other = context.inEnvironment(sibling);
    return other !== undefined && !other.existing && other.existence.certain;
  });
}

/** Variable files may also be variants of one environment; only those whose tiers or names say so are two of them. */
function areApart(one: Environment, other: Environment): boolean {
  if (one.name === other.name || other.tier === "unclassified") return false;
  return one.tier !== other.tier || (tierOfName(one.name) !== undefined && tierOfName(other.name) !== undefined);
}
