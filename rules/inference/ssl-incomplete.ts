import { defineRule } from "../../src/engine/rule.ts";

const parts = ["sslCertificate", "sslKey", "sslCname"] as const;

export default defineRule({
  on: "inference.cluster",
  title: "A certificate without its key or its name",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["correctness"],
  check(cluster, context) {
    const { attributes } = cluster;
    const isEmpty = (part: (typeof parts)[number]) =>
      attributes[part].state === "absent" || context.glimpse(attributes[part]) === "";
    const missing = parts.filter(isEmpty);
    if (missing.length === 0 || missing.length === parts.length) return;
    if (context.written(attributes.sslStatus) === "Disabled") return;
    if (context.written(attributes.sslLeafDomainLabel)) return;
    const given = parts.filter((part) => !isEmpty(part));
    const certain = given.find((part) => attributes[part].state === "known");
    context.known(attributes[certain ?? given[0]!]);
    const names = (list: readonly (typeof parts)[number][]) => list.map((part) => context.name(part)).join(" and ");
    context.report({
      attribute: "ssl",
      message: `${context.subject} sets ${names(given)} without ${names(missing)}; a certificate of your own needs all three.`,
      help: `Add ${names(missing)}.`,
    });
  },
});
