import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: [],
  title: "An entry of the configuration that matches nothing",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform"],
  tags: ["project"],
  check() {
    // The engine reports it.
  },
});
