import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: [],
  title: "A suppression suppresses nothing",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform"],
  tags: ["project"],
  check() {
    // The engine reports it.
  },
});
