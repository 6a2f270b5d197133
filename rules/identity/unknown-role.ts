import { nearestRoles, roleNamed } from "../../data/roles.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "role.assignment",
  title: "A role whose name is misspelt",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  sources: ["terraform"],
  tags: ["identity", "correctness"],
  check(assignment, context) {
    const role = context.written(assignment.attributes.role);
    if (role === undefined || roleNamed(role) !== undefined) return;
    const custom = context.all("role.definition").map(({ attributes }) => attributes.name);
    if (custom.some((name) => context.glimpse(name)?.toLowerCase() === role.toLowerCase())) return;
    const near = nearestRoles(role);
    if (near.length === 0) context.undecided(`whether Azure has a role "${role}" is not known`);
    for (const name of custom) context.known(name);
    context.report({
      attribute: "role",
      message: `${context.subject} grants a role that Azure does not have: ${context.state("role")}.`,
      help: `Set ${near.map((name) => context.setting("role", name)).join(" or ")}.`,
      fix: near.length === 1 ? { set: "role", to: near[0]! } : undefined,
    });
  },
});
