import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "insights",
  title: "Application Insights without a Log Analytics workspace",
  severity: { production: "warning", "non-production": "note", unclassified: "note" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["retirement"],
  check(insights, context) {
    const { logAnalytics } = insights.attributes;
    if (logAnalytics.state !== "absent") return;
    const serves = context.pointingTo(insights, "workspace", "applicationInsights").length > 0;
    const isRefused =
      insights.source === "azurerm" && insights.version !== undefined && !insights.version.startsWith("3.");
    context.report({
      attribute: "logAnalytics",
      ...(!(serves && isRefused) && { level: "note" as const }),
      message: `${context.subject} names no Log Analytics workspace, and Azure retired Application Insights without one on 29 February 2024.`,
      help: `Set ${context.name("logAnalytics")} to the id of a Log Analytics workspace.`,
    });
  },
});
