import type { Piece } from "../../../model/tree.ts";
import { type JsonNode, type JsonObject, membersOf } from "../../json/syntax.ts";
import { find, findObject, findText } from "../read/members.ts";
import type { Template } from "../read/template.ts";
import { memberOf } from "./access.ts";
import { type Copy, type Frame, LiteralStep } from "./frame.ts";
import { valueOfCopy, valueOfLiteral, valueOfNode } from "./json-value.ts";
import { findLinked } from "./linked.ts";
import { type Location, scopeId } from "./location.ts";
import { type Argument, Scope } from "./scope.ts";
import { asSegment, piecesOf, splitPieces } from "./text.ts";
import { asSensitive, unknown, type Value, withHop } from "./value.ts";
import { deploymentVaries } from "./variation.ts";

/** A nested deployment, opened: its template, and the frame in which that is evaluated. */
export interface Deployment {
  readonly template: Template;
  readonly frame: Frame;
  readonly location: Location;
}

export interface Unresolved {
  readonly why: string;
  readonly at: JsonNode;
}

/** Where a deployment stands. */
export interface Standing {
  readonly location: Location;
  /** The addresses that lead to it, its own last. */
  readonly path: readonly string[];
  readonly label: string;
}

export function isDeployment(type: string | undefined): boolean {
  return type?.toLowerCase() === "microsoft.resources/deployments";
}

/** Opens a deployment for the iteration that the frame is in, once. */
export function openDeployment(node: JsonObject, frame: Frame, standing: Standing): Deployment | Unresolved {
  const { base, deployments, variation } = frame.scope;
  if (base && !variation.nodeVaries(node))
    return openDeployment(node, { ...frame, scope: base, run: base.run }, standing);
  const key = keyOf(frame, standing);
  const opened = deployments.get(node)?.get(key);
  if (opened) return opened;
  const deployment = open(node, frame, standing);
  if ("why" in deployment) return deployment;
  const known = deployments.get(node) ?? new Map<string, Deployment>();
  deployments.set(node, known.set(key, deployment));
  return deployment;
}

function keyOf({ copies }: Frame, { location }: Standing): string {
  return `${iterationKey(copies)}|${textOf(scopeId(location))}`;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.token)).join("");
}

function iterationKey(copies: Copy | undefined): string {
  return copies ? `${typeof copies.index === "number" ? copies.index : "?"},${iterationKey(copies.outer)}` : "";
}

function open(node: JsonObject, frame: Frame, standing: Standing): Deployment | Unresolved {
  const properties = findObject(node, "properties");
  if (!properties) return { why: "its properties are computed", at: find(node, "properties") ?? node };
  const location = locationOf(node, frame, standing.location);
  const written = findObject(properties, "template");
  const template = written ? frame.run.templates.of(frame.source, written) : findLinked(properties, frame);
  if ("why" in template) return template;
  if (written && !isInner(properties, frame)) return { template, frame, location };
  return openInner({ node, properties, frame, standing, location, template });
}

function isInner(properties: JsonObject, frame: Frame): boolean {
  const scope = find(find(properties, "expressionEvaluationOptions"), "scope");
  const value = scope && valueOfNode(scope, frame, "scope");
  return value?.form === "scalar" && String(value.value).toLowerCase() === "inner";
}

interface Inner {
  readonly node: JsonObject;
  readonly properties: JsonObject;
  readonly frame: Frame;
  readonly standing: Standing;
  readonly location: Location;
  readonly template: Template;
}

function openInner({ node, properties, frame, standing, location, template }: Inner): Deployment {
  const { scope, run } = frame;
  const { args, varying } = argumentsOf(properties, frame, template, standing.label);
  const name = find(node, "name");
  if (name && scope.variation.nodeVaries(name)) varying.add(deploymentVaries);
  const scopeVaries = ["scope", "subscriptionId", "resourceGroup"].some((key) => {
    const value = find(node, key);
    return value !== undefined && scope.variation.nodeVaries(value);
  });
  const counterpart = scopeVaries ? undefined : scope.base?.deployments.get(node)?.get(keyOf(frame, standing));
  const base = counterpart && counterpart.template === template ? counterpart.frame.scope : undefined;
  const inner = new Scope({
    run,
    template,
    location,
    args,
    varying,
    base: base?.template === template ? base : undefined,
    path: standing.path,
    deploymentName: name && valueOfNode(name, frame, "name"),
  });
  return { template, frame: inner.frame(), location };
}

function argumentsOf(properties: JsonObject, frame: Frame, template: Template, label: string) {
  const args = new Map<string, Argument>();
  const varying = new Set<string>();
  const { variation } = frame.scope;
  const parameters = find(properties, "parameters");
  const words = `passed to deployment ${label}`;
  if (parameters?.type === "object") {
    for (const { key, value } of membersOf(parameters)) {
      args.set(key.toLowerCase(), () => argumentOf(value, frame, words, key));
      if (variation.nodeVaries(value)) varying.add(key.toLowerCase());
    }
  } else if (parameters?.type === "string") {
    for (const [key, { name }] of template.parameters) {
      args.set(key, () => memberOf(memberOf(valueOfNode(parameters, frame, words), name, true), "value", true));
      if (variation.nodeVaries(parameters)) varying.add(key);
    }
  }
  return { args, varying };
}

function argumentOf(node: JsonNode, frame: Frame, words: string, name: string): Value {
  if (find(node, "reference")) return secretOf(name);
  const written = node.type === "object" ? find(node, "value") : undefined;
  if (!written) {
    const whole = valueOfNode(node, frame, words);
    return whole.form === "dictionary" && whole.entries.has("reference")
      ? secretOf(name)
      : memberOf(whole, "value", true);
  }
  const value = valueOfNode(written, frame, words);
  return value.hops.length > 0 ? withHop(value, new LiteralStep(frame.source, written, words)) : value;
}

/** The value of a parameter that a Key Vault reference fills in. */
export function secretOf(name: string): Value {
  return asSensitive(unknown(`parameter ${name} is read from a key vault during the deployment`));
}

/** The value of a parameter in a parameter file, in which nothing is evaluated. */
export function givenIn(node: JsonNode, frame: Pick<Frame, "source">, name: string): Value {
  if (find(node, "reference")) return secretOf(name);
  const value = find(node, "value");
  if (!value) return unknown(`parameter ${name} has no value in ${frame.source.file}`);
  return valueOfLiteral(value, frame, `set in ${frame.source.file}`);
}

/** Where the resources of a deployment go: what it says itself, else where it is itself. */
function locationOf(node: JsonObject, frame: Frame, outer: Location): Location {
  const scope = piecesAt(node, "scope", frame);
  if (scope) return locationOfScope(scope, outer);
  const subscription = piecesAt(node, "subscriptionId", frame);
  const group = piecesAt(node, "resourceGroup", frame);
  if (group) return { ...outer, scope: "resourceGroup", ...(subscription && { subscription }), group };
  if (!subscription) return outer;
  return { ...outer, scope: "subscription", subscription };
}

function locationOfScope(scope: readonly Piece[], outer: Location): Location {
  const { parts, open } = splitPieces(scope, (text) => text.split("/"));
  if (open) return outer;
  const words = parts.map((part) => (typeof part[0] === "string" && part.length === 1 ? part[0].toLowerCase() : ""));
  const after = (word: string) => (words.includes(word) ? parts[words.indexOf(word) + 1] : undefined);
  const subscription = after("subscriptions") ?? outer.subscription;
  const group = after("resourcegroups");
  if (group) return { ...outer, scope: "resourceGroup", subscription, group };
  if (after("subscriptions")) return { ...outer, scope: "subscription", subscription };
  const managementGroup = after("managementgroups");
  if (managementGroup) return { ...outer, scope: "managementGroup", managementGroup };
  return { ...outer, scope: "tenant" };
}

/** A property that is a segment of an id; nothing where it is not written, null or empty. */
export function piecesAt(node: JsonObject, name: string, frame: Frame): readonly Piece[] | undefined {
  const written = find(node, name);
  if (!written) return undefined;
  const pieces = piecesOf(valueOfNode(written, frame, name));
  if (!pieces || pieces.length === 0 || (pieces.length === 1 && pieces[0] === "")) return undefined;
  return name === "scope" ? pieces : asSegment(pieces);
}

/** An output of a deployment; undefined when it has none of that name. */
export function outputOf({ template, frame }: Deployment, name: string): Value | undefined {
  const member = template.outputs.get(name.toLowerCase());
  if (!member) return undefined;
  const own: Frame = { ...frame, source: template.source };
  const words = `output ${member.key}`;
  const copy = find(member.value, "copy");
  if (copy?.type === "object") return valueOfCopy(copy, member.key, own, words);
  const written = find(member.value, "value");
  if (!written) return unknown(`the output ${member.key} has no value`);
  const plain = valueOfNode(written, own, words);
  const value = plain.hops.length > 0 ? withHop(plain, new LiteralStep(template.source, written, words)) : plain;
  return findText(member.value, "type")?.toLowerCase().startsWith("secure") ? asSensitive(value) : value;
}
