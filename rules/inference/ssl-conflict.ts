import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

type Attribute = "sslCertificate" | "sslKey" | "sslCname" | "sslLeafDomainLabel" | "sslOverwriteDomain";

export default defineRule({
  on: "inference.cluster",
  title: "SSL settings exclude each other",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["correctness"],
  check(cluster, context) {
    const leaf = firstWritten(cluster, ["sslLeafDomainLabel", "sslOverwriteDomain"], context);
    if (leaf === undefined) return;
    const own = firstWritten(cluster, ["sslCertificate", "sslKey", "sslCname"], context);
    if (own === undefined) return;
    context.report({
      attribute: leaf,
      message: `${context.subject} sets both ${context.name(leaf)} and ${context.name(own)}: a domain of Microsoft's and a certificate of your own exclude each other.`,
      help: `Remove ${context.name(leaf)} to serve under your own certificate, or the certificate, its key and its name to use a Microsoft domain.`,
    });
  },
});

/** The first that is certainly written; where none is and one may be null, the check ends undecided. */
function firstWritten(
  cluster: Resource<"inference.cluster">,
  attributes: readonly Attribute[],
  context: Context<"inference.cluster">,
): Attribute | undefined {
  const written = attributes.filter((attribute) => counts(cluster, attribute));
  const certain = written.find((attribute) => cluster.attributes[attribute].state === "known") ?? written[0];
  if (certain !== undefined) context.written<unknown>(cluster.attributes[certain]);
  return certain;
}

/** The schema of azurerm refuses the pair however empty; Azure itself takes no notice of an empty text or of false. */
function counts({ attributes, source }: Resource<"inference.cluster">, attribute: Attribute): boolean {
  const value = attributes[attribute];
  if (value.state === "absent") return false;
  return source === "azurerm" || value.state === "unknown" || (value.value !== "" && value.value !== false);
}
