import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "storage.account",
  title: "Storage of a workspace shuts out trusted Azure services",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm"],
  tags: ["network", "correctness"],
  check(account, context) {
    if (context.known(account.attributes.defaultAction) !== "Deny") return;
    const bypass = context.written(account.attributes.bypass);
    if (bypass === undefined || bypass.some((item) => includesAzureServices(context.known(item)))) return;
    if (context.pointingTo(account, "workspace", "storageAccount").length === 0) return;
    context.report({
      attribute: "bypass",
      message: `${context.subject} is the storage of a workspace and denies by default, trusted Azure services included: ${context.name("bypass")} leaves out AzureServices.`,
      help: `Add "AzureServices" to ${context.name("bypass")}.`,
      fix: { add: "bypass", item: "AzureServices" },
    });
  },
});

/** ARM writes the list as one string: "Logging, AzureServices". */
function includesAzureServices(word: string | undefined): boolean {
  return word !== undefined && /\bAzureServices\b/i.test(word);
}
