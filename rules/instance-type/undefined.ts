import { vmSize } from "../../data/vm-sizes.ts";
import { type Context, defineRule } from "../../src/engine/rule.ts";
import { nearest } from "../../src/model/nearest.ts";
import type { Resource } from "../../src/model/resource.ts";

/** Exists on every cluster, whether or not anybody defines it. */
const builtIn = "defaultinstancetype";

export default defineRule({
  on: "workload",
  title: "An instance type is used that the project does not define",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "medium",
  fix: "safe",
  sources: ["azureml", "arm", "terraform"],
  tags: ["correctness"],
  check(workload, context) {
    const types = context.all("instance-type");
    const wanted = types.length === 0 ? undefined : context.written(workload.attributes.instanceType);
    if (wanted === undefined || wanted.toLowerCase() === builtIn || isVmSize(wanted)) return;
    if (!runsOnKubernetes(workload, context)) return;
    const names = types.map((type) => context.known(type.attributes.name)).filter((name) => name !== undefined);
    if (names.length === 0 || names.some((name) => name.toLowerCase() === wanted.toLowerCase())) return;
    const near = nearest(wanted, names);
    context.report({
      attribute: "instanceType",
      message: `${context.subject} asks for the instance type "${wanted}", and the project defines only ${shown(names)}.`,
      help: near
        ? `Set ${context.setting("instanceType", near)}.`
        : `Define ${wanted}, or set ${context.name("instanceType")} to one of those that are defined.`,
      fix: near ? { set: "instanceType", to: near } : undefined,
    });
  },
});

function runsOnKubernetes(workload: Resource<"workload">, context: Context<"workload">): boolean {
  const { kubernetes, compute } = workload.attributes;
  return context.known(kubernetes) === true || context.follow(compute, "attachment").length > 0;
}

function isVmSize(name: string): boolean {
  return vmSize(name) !== undefined || /^(?:standard|basic)_/i.test(name);
}

function shown(names: readonly string[]): string {
  const different = [...new Set(names)];
  const listed = different.slice(0, 5).join(", ");
  return different.length > 5 ? `${listed} and ${different.length - 5} more` : listed;
}
