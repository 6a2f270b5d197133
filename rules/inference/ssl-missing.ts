import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

const contents = ["sslLeafDomainLabel", "sslCertificate", "sslKey", "sslCname"] as const;

export default defineRule({
  on: "inference.cluster",
  title: "An inference cluster answers without TLS",
  severity: { production: "error", "non-production": "note", unclassified: "warning" },
  precision: "very-high",
  securitySeverity: 7.5,
  sources: ["terraform", "arm"],
  tags: ["security", "encryption"],
  check(cluster, context) {
    const isConfigured = context.known(cluster.attributes.ssl);
    if (isConfigured === undefined || (isConfigured && encrypts(cluster, context))) return;
    context.report({
      attribute: "ssl",
      message: `${context.subject} serves its models over plain HTTP: ${isConfigured ? `${context.name("ssl")} holds neither a certificate nor a domain` : `${context.name("ssl")} is not set`}.`,
      help: "Give it a certificate with its key and its name, or a leaf domain label, for which Microsoft issues one.",
    });
  },
});

function encrypts({ attributes }: Resource<"inference.cluster">, context: Context<"inference.cluster">): boolean {
  if (attributes.sslStatus.state !== "absent") return context.known(attributes.sslStatus) !== "Disabled";
  if (contents.some((part) => context.glimpse(attributes[part]))) return true;
  return contents.some((part) => Boolean(context.known(attributes[part])));
}
