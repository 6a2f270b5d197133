import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: [],
  title: "A bound cut the evaluation short",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["terraform"],
  tags: ["project"],
  check() {
    // The parsers report it.
  },
});
