import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: [],
  title: "A suppression names no rule, gives no reason or has expired",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform"],
  tags: ["project"],
  check() {
    // The engine reports it.
  },
});
