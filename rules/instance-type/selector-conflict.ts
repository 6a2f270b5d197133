import { type Context, defineRule } from "../../src/engine/rule.ts";
import { writtenSettings } from "../../src/model/extension-settings.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Value } from "../../src/model/value.ts";

type TypeContext = Context<"instance-type">;
type Extension = Resource<"extension">;

export default defineRule({
  on: "instance-type",
  title: "The node selector of an instance type contradicts the extension's",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["kubernetes", "arm", "terraform", "azureml"],
  tags: ["correctness"],
  check(type, context) {
    const selector = context.written(type.attributes.nodeSelector);
    if (selector === undefined || selector.size === 0) return;
    const selectors = extensionsOf(type, context).map(selectorOf);
    if (selectors.length === 0) return;
    for (const [label, value] of selector) {
      const wanted = context.glimpse(value);
      const others = selectors.map((labels) => labels.get(label));
      const other = others[0];
      if (wanted === undefined || other === undefined || others.some((one) => agrees(one, wanted))) continue;
      context.rest(other);
      context.report({
        attribute: "nodeSelector",
        at: value,
        part: label,
        message: `${context.subject} selects nodes with ${label}=${wanted}, and the extension those with ${label}=${context.glimpse(other)}; both have to hold, so that no node is left.`,
        help: `Set ${label} to the value of the extension's setting nodeSelector.${label}, or remove it from one of the two.`,
      });
    }
  },
});

/** Not known to be another value. */
function agrees(value: Value<string> | undefined, wanted: string): boolean {
  return value?.state !== "known" || value.value === wanted;
}

/** The extensions under which a type can be: that of its attachment's cluster, else every installation. */
function extensionsOf(type: Resource<"instance-type">, context: TypeContext): readonly Extension[] {
  if (type.attributes.attachment.state === "absent") {
    return context.all("extension").filter(({ attributes }) => context.glimpse(attributes.update) === false);
  }
  const [attachment] = context.follow(type.attributes.attachment, "attachment");
  const clusters = attachment ? context.follow(attachment.attributes.cluster, "kubernetes.cluster") : [];
  return clusters.flatMap((cluster) => context.pointingTo(cluster, "extension", "cluster"));
}

const prefix = "nodeSelector.";

/** The labels that the extension's settings select, by label; a dot within a label is written with a backslash. */
function selectorOf(extension: Extension): Map<string, Value<string>> {
  const written = writtenSettings(extension).filter(({ key }) => key.startsWith(prefix));
  return new Map(written.map(({ key, value }) => [key.slice(prefix.length).replaceAll("\\", ""), value]));
}
