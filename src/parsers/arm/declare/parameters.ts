import type { Declaration } from "../../../model/resource.ts";
import type { Entry, Leaf, Mapping } from "../../../model/tree.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { Parameter } from "../read/template.ts";
import { LazyEntry, treeOfValue } from "./tree.ts";

/**
 * The parameters of a root template as declarations of type `parameter`, in the shape of Terraform's variables: `name`,
 * `required` (it has no default and may not be null), `sensitive`, `nullable`, `assigned` (a parameter file sets it in this
 * environment) and `value`, where there is one.
 */
export function declareParameters(scope: Scope, assigned: ReadonlyMap<string, unknown>): Declaration[] {
  const { run, template } = scope;
  const { source } = template;
  return [...template.parameters].map(([key, parameter]): Declaration => {
    const { keyFrom, keyTo, value, key: name } = parameter.member;
    const address = `parameters.${name}`;
    const header = source.place(keyFrom, keyTo);
    return {
      source: "arm",
      type: "parameter",
      versions: [],
      identity: { root: run.root, module: "", address, block: address },
      environment: run.environment,
      existence: { certain: true },
      existing: false,
      at: source.place(keyFrom, value.to),
      header,
      body: bodyOf(parameter, scope.frame(), assigned.has(key)),
      calls: [],
    };
  });
}

function bodyOf(parameter: Parameter, frame: Frame, assigned: boolean): Mapping {
  const { name, member, secure, nullable, defaultValue } = parameter;
  const at = frame.source.place(member.keyFrom, member.keyTo);
  const leaf = (value: string | boolean): Leaf => ({ form: "leaf", value, at, trail: [] });
  const entries = new Map<string, Entry>([
    ["name", { key: at, value: leaf(name) }],
    ["required", { key: at, value: leaf(defaultValue === undefined && !nullable) }],
    ["sensitive", { key: at, value: leaf(secure) }],
    ["nullable", { key: at, value: leaf(nullable) }],
    ["assigned", { key: at, value: leaf(assigned) }],
  ]);
  if (assigned || defaultValue) {
    const written = defaultValue && !assigned ? frame.source.place(defaultValue.from, defaultValue.to) : at;
    entries.set("value", new LazyEntry(written, () => treeOfValue(frame.scope.parameter(name)!, written)));
  }
  return { form: "mapping", entries, at, header: at, trail: [] };
}
