import type { Context } from "../../src/engine/rule.ts";
import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: ["storage.account", "storage.container"],
  title: "Blobs may be read without credentials",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  securitySeverity: 8,
  sources: ["terraform", "arm"],
  tags: ["security", "network"],
  check(resource, context) {
    if (context.known(resource.attributes.publicBlobs) !== true) return;
    const isAccount = resource.kind === "storage.account";
    const isHarmless = isAccount
      ? context.known((resource as Resource<"storage.account">).attributes.flavor) === "FileStorage"
      : isOverruled(resource as Resource<"storage.container">, context);
    if (isHarmless) return;
    context.report({
      attribute: "publicBlobs",
      message: `${context.subject} lets ${isAccount ? "any of its containers be opened to readers" : "its blobs be read"} without credentials: ${context.state("publicBlobs")}.`,
      help: `Set ${context.setting("publicBlobs", false)}.`,
      fix: { set: "publicBlobs", to: false },
    });
  },
});

/** Azure opens no container of an account that allows no anonymous access. */
function isOverruled(
  { attributes }: Resource<"storage.container">,
  context: Context<"storage.account" | "storage.container">,
): boolean {
  const accounts = context.follow(attributes.account, "storage.account");
  return accounts.some((account) => context.known(account.attributes.publicBlobs) === false);
}
