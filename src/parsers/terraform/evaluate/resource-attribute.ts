import type { Target } from "../../../model/tree.ts";
import { written } from "../values/origin.ts";
import { dynamicType, mapType, stringType, type TerraformType } from "../values/type.ts";
import { nullValue, type Outcome, type TerraformValue, tupleValue, unknownValue } from "../values/value.ts";
import type { Blocks, Body } from "./body.ts";
import { decidedAt } from "./origin-of-name.ts";
import type { ResourceInstance } from "./resource.ts";
import type { RootEvaluation } from "./root-evaluation.ts";
import type { Run } from "./run.ts";

/**
 * An attribute of a resource: the value written on it, as the provider takes it over, or unknown where the provider
 * computes it. Undefined when the target is no resource of this root.
 */
export function attributeOfResource(root: RootEvaluation, target: Target, name: string, run: Run): Outcome | undefined {
  const resource = target.root === root.path ? root.resources.get(target.address) : undefined;
  if (!resource) return undefined;
  const body = bodyAt(resource, target.attribute, run);
  if (!body) return undefined;
  const attribute = target.attribute === "" ? name : `${target.attribute}.${name}`;
  const inner = { ...target, attribute };
  return writtenAttribute(resource, body, name, inner, run) ?? computedAttribute(resource, name, inner, run);
}

/** The body of a nested block on the way `identity.0`. */
function bodyAt(resource: ResourceInstance, path: string, run: Run): Body | undefined {
  let body: Body | undefined = resource.body;
  if (path === "") return body;
  const steps = path.split(".");
  for (let at = 0; at < steps.length; at += 2) {
    const blocks: Blocks | undefined = body?.blocks(steps[at]!)?.read(run);
    const index = Number(steps[at + 1]);
    body = blocks?.form === "bodies" && Number.isInteger(index) ? blocks.bodies[index] : undefined;
    if (!body) return undefined;
  }
  return body;
}

function writtenAttribute(
  resource: ResourceInstance,
  body: Body,
  name: string,
  target: Target,
  run: Run,
): TerraformValue | undefined {
  const cell = body.isJsonBlock(name) ? undefined : body.attribute(name);
  if (cell) {
    const value = cell.read(run);
    if (value.form === "null" && !isBuiltIn(resource)) return undefined;
    return decidedAt(value, `value of ${resource.address}.${target.attribute}`);
  }
  const blocks = body.blocks(name)?.read(run);
  if (!blocks) return undefined;
  const { header } = resource.block;
  if (blocks.form === "undecided") return unknownValue(dynamicType, { why: blocks.why, target }, blocks.origin);
  const handles = blocks.bodies.map((inner, index) => {
    const known = { why: whyOf(resource, target.attribute), notNull: true as const };
    const at = { ...target, attribute: `${target.attribute}.${index}` };
    return unknownValue(dynamicType, { ...known, target: at }, written(inner.header));
  });
  return tupleValue(handles, written(handles[0]?.origin.at ?? header));
}

function computedAttribute(resource: ResourceInstance, name: string, target: Target, run: Run): TerraformValue {
  if (isBuiltIn(resource) && name === "output" && target.attribute === "output") {
    const input = resource.body.attribute("input")?.read(run);
    if (input) return decidedAt(input, `value of ${resource.address}.input`);
  }
  if (isBuiltIn(resource) && (name === "input" || name === "triggers_replace")) {
    return nullValue(dynamicType, written(resource.block.header));
  }
  const why = whyOf(resource, target.attribute);
  return unknownValue(
    typeOfComputed(name),
    { why, target, ...(isAlwaysSet(name) && { notNull: true }) },
    written(resource.block.header),
  );
}

function whyOf(resource: ResourceInstance, attribute: string): string {
  const { mode } = resource.block.syntax;
  const when = mode === "data" ? "is known only when Terraform reads it from Azure" : "is known only after apply";
  return `${resource.address}.${attribute} ${when}`;
}

function isBuiltIn(resource: ResourceInstance): boolean {
  const { type, mode } = resource.block.syntax;
  return type === "terraform_data" && mode === "managed";
}

/** Attributes that have one type on every resource of Azure. */
function typeOfComputed(name: string): TerraformType {
  if (name === "tags") return mapType(stringType);
  return isAlwaysSet(name) || name === "name" || name === "location" ? stringType : dynamicType;
}

function isAlwaysSet(name: string): boolean {
  return name === "id" || name.endsWith("_id");
}

/** An element of a resource of which nobody can tell the instances: that resource again. */
export function elementOfResource(root: RootEvaluation, target: Target): Outcome | undefined {
  if (target.root !== root.path || target.attribute !== "") return undefined;
  const resource = root.resources.get(target.address);
  return resource?.key === null ? resource.handle : undefined;
}
