import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A compute lets in with a password or an SSH key",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 5.5,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "identity"],
  check(compute, context) {
    if (context.known(compute.attributes.localAuth) !== true) return;
    const derived = isDerived(compute);
    context.report({
      attribute: "localAuth",
      message: derived
        ? `${context.subject} lets in whoever has its SSH key or password: ${context.name("localAuth")} is written.`
        : `${context.subject} lets in whoever has its SSH key or password: ${context.state("localAuth")}.`,
      help: derived ? `Remove ${context.name("localAuth")}.` : `Set ${context.setting("localAuth", false)}.`,
      fix: fixOf(compute, derived),
    });
  },
});

/** In YAML and commands a cluster has local authentication exactly when its account is written. */
function isDerived({ kind, source }: Resource): boolean {
  return kind === "compute.cluster" && (source === "azureml" || source === "command");
}

/** A command has the account's password or key beside its name: what goes with it is not for us to say. */
function fixOf({ source }: Resource, derived: boolean) {
  if (!derived) return { set: "localAuth", to: false } as const;
  return source === "azureml" ? ({ remove: "localAuth" } as const) : undefined;
}
