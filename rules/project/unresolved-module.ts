import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: [],
  title: "A module is not on disk, and what it creates is not checked",
  severity: { production: "note", "non-production": "note", unclassified: "note" },
  precision: "very-high",
  sources: ["terraform"],
  tags: ["project"],
  check() {
    // The parsers report it.
  },
});
