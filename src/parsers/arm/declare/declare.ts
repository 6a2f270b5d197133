import { placeKey } from "../../../model/place.ts";
import type { Declaration } from "../../../model/resource.ts";
import type { JsonObject } from "../../json/syntax.ts";
import { isDeployment, openDeployment } from "../evaluate/deployment.ts";
import type { Copy, Frame } from "../evaluate/frame.ts";
import { copyCount, valueOfNode } from "../evaluate/json-value.ts";
import { limits, written as shown } from "../evaluate/run.ts";
import type { Value } from "../evaluate/value.ts";
import { find, findObject, findText } from "../read/members.ts";
import { type ResourceNode, resourcesIn } from "../read/template.ts";
import { bodyOf, isExisting, type Standpoint } from "./body.ts";
import { isDeploymentScript, scriptOf } from "./scripts.ts";

/** The resources of a template, in the order in which they are written; nested deployments are followed. */
export function declareAll(resources: readonly ResourceNode[], standpoint: Standpoint): Declaration[] {
  return resources.flatMap((resource) => declareShared(resource, standpoint));
}

/** Resources in which nothing varies are those of the first environment. */
function declareShared(resource: ResourceNode, standpoint: Standpoint): readonly Declaration[] {
  const { scope, run, copies } = standpoint.frame;
  const isOwn = copies === undefined && standpoint.parent === undefined && standpoint.owner === scope.template;
  const shared = isOwn ? scope.base?.declared.get(resource.node) : undefined;
  if (shared && !scope.variation.nodeVaries(resource.node) && scope.base?.uncertainty === standpoint.uncertain) {
    return shared.map((declaration) => ({ ...declaration, environment: run.environment }));
  }
  const declarations = declareCopies(resource, standpoint, shared);
  if (isOwn) scope.declared.set(resource.node, declarations);
  return declarations;
}

function declareCopies(
  resource: ResourceNode,
  standpoint: Standpoint,
  shared: readonly Declaration[] | undefined,
): Declaration[] {
  const { frame } = standpoint;
  const copy = findObject(resource.node, "copy");
  if (!copy) return declareOne(resource, standpoint, "", shared);
  const name = findText(copy, "name") ?? "";
  const count = copyCount(copy, frame, name);
  const iteration = (index: Copy["index"]): Standpoint => {
    const copies: Copy = { name: name.toLowerCase(), index, loop: "resource", outer: frame.copies };
    return { ...standpoint, frame: { ...frame, copies } };
  };
  if (typeof count !== "number") {
    return declareOne(resource, uncertainly(iteration(count), count.why), "", shared);
  }
  const declarations: Declaration[] = [];
  for (let index = 0; index < count && frame.run.resources <= limits.resources; index++) {
    declarations.push(...declareOne(resource, iteration(index), `[${index}]`, shared));
  }
  return declarations;
}

function uncertainly(standpoint: Standpoint, why: string): Standpoint {
  return { ...standpoint, uncertain: standpoint.uncertain ?? why };
}

function declareOne(
  resource: ResourceNode,
  outside: Standpoint,
  key: string,
  shared: readonly Declaration[] | undefined,
): Declaration[] {
  const { node } = resource;
  const { frame } = outside;
  const written = typeOf(node, frame);
  if (written === undefined) return [];
  const continues = outside.parent !== undefined && !isWhole(written);
  const type = continues ? `${outside.parent!.type}/${written}` : written;
  const inside = continues ? outside : { ...outside, parent: undefined };
  const condition = conditionOf(node, frame);
  const standpoint = typeof condition === "string" ? uncertainly(inside, condition) : inside;
  if (isDeployment(type) && !isExisting(node)) {
    return condition === false ? [] : declareDeployment(resource, standpoint, key, type);
  }
  if (frame.run.templates.isBroken(frame.source, node) || !spend(node, frame)) return [];
  if (condition !== false && isDeploymentScript(type)) addScript(node, frame);
  const own = bodyOf(resource, standpoint, { type, key, shared });
  // A condition does not reach the resources that are written inside.
  const children = declareAll(resourcesIn(find(node, "resources")), { ...inside, parent: own.parent });
  return condition === false ? children : [own.declaration, ...children];
}

function addScript(node: JsonObject, frame: Frame): void {
  const script = scriptOf(node, frame);
  if (!script) return;
  const { scripts } = frame.run;
  const start = placeKey(script.text.place(0, 0));
  const isKnown = scripts.some(({ text }) => text.text === script.text.text && placeKey(text.place(0, 0)) === start);
  if (!isKnown || script.environment !== undefined) scripts.push(script);
}

/** True, false, or why nobody can tell. */
function conditionOf(node: JsonObject, frame: Frame): boolean | string {
  const written = find(node, "condition");
  if (!written) return true;
  const value: Value = valueOfNode(written, frame, "condition");
  if (value.form === "unknown") return value.why;
  if (value.form !== "scalar" || value.value === null) return "its condition is neither true nor false";
  if (typeof value.value === "boolean") return value.value;
  const text = String(value.value).toLowerCase();
  return text === "true" || text === "false" ? text === "true" : "its condition is neither true nor false";
}

function typeOf(node: JsonObject, frame: Frame): string | undefined {
  const written = find(node, "type");
  const value = written && valueOfNode(written, frame, "type");
  return value?.form === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

/** Whether a type begins with a namespace; inside another resource, one that does not continues the type of that. */
function isWhole(type: string): boolean {
  return /^[A-Za-z]+\.[A-Za-z.]+\//.test(type);
}

function spend(node: JsonObject, frame: Frame): boolean {
  if (++frame.run.resources <= limits.resources) return true;
  frame.run.limitReached(
    frame.source.place(node.from, node.from + 1),
    `This template makes more than ${shown(limits.resources)} resources; the rest is not looked at`,
  );
  return false;
}

function declareDeployment(resource: ResourceNode, standpoint: Standpoint, key: string, type: string): Declaration[] {
  const { node } = resource;
  const { frame, path, blocks, calls, location, owner } = standpoint;
  if (!spend(node, frame)) return [];
  if (path.length >= limits.deployments) {
    frame.run.limitReached(
      frame.source.place(node.from, node.from + 1),
      `Deployments are nested more than ${limits.deployments} levels deep here and are not followed further`,
    );
    return [];
  }
  const label = owner.labels.get(node) ?? type;
  const inner = [...path, label + key];
  const deployment = openDeployment(node, frame, { location, path: inner, label: label + key });
  if ("why" in deployment) {
    frame.run.leaveUnread(
      frame.source.place(deployment.at.from, deployment.at.to),
      `The deployment ${label + key} is not followed: ${deployment.why}`,
    );
    return [bodyOf(resource, standpoint, { type, key, shared: undefined }).declaration];
  }
  const { template } = deployment;
  if (deployment.frame.scope !== frame.scope) deployment.frame.scope.uncertainty = standpoint.uncertain;
  const call = resource.symbol
    ? frame.source.place(resource.symbol.keyFrom, node.from + 1)
    : frame.source.place(node.from, node.from + 1);
  return declareAll(template.resources, {
    frame: { ...deployment.frame, source: template.source },
    owner: template,
    location: deployment.location,
    parent: undefined,
    path: inner,
    blocks: [...blocks, label],
    calls: [...calls, call],
    uncertain: standpoint.uncertain,
  });
}
