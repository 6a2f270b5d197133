import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "extension",
  title: "A pinned version of the extension that upgrades itself",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    const { attributes, source, type } = extension;
    const version = context.written(attributes.version);
    if (version === undefined || version === "") return;
    if (context.glimpse(attributes.autoUpgrade) === true) {
      context.known(attributes.autoUpgrade);
      context.report({
        attribute: "version",
        message: `${context.subject} pins version ${version} and asks for automatic minor upgrades, which Azure refuses together.`,
        help: `Remove the version, or set ${context.setting("autoUpgrade", false)}.`,
      });
      return;
    }
    if (source === "command" || type === "azurerm_arc_kubernetes_cluster_extension") return;
    const train = context.written(attributes.releaseTrain);
    if (train === undefined || train === "") return;
    context.report({
      attribute: "version",
      ...(source !== "azurerm" && { level: "warning" as const }),
      message: `${context.subject} pins version ${version} and names the release train "${train}", which ${source === "azurerm" ? "the provider refuses together" : "only counts where the extension upgrades itself"}.`,
      help: `Remove ${context.name("releaseTrain")}, or the version.`,
    });
  },
});
