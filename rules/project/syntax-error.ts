import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: [],
  title: "A file, an expression or a command cannot be read",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform"],
  tags: ["project"],
  check() {
    // The parsers report it.
  },
});
