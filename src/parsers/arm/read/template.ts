import type { SourceText } from "../../../model/place.ts";
import { type JsonMember, type JsonNode, type JsonObject, membersOf } from "../../json/syntax.ts";
import { labelResources } from "./labels.ts";
import { find, findObject, findText } from "./members.ts";

/** A template as it is written, shared by all environments and all deployments of it. */
export class Template {
  readonly source: SourceText;
  readonly node: JsonObject;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly functions: ReadonlyMap<string, UserFunction>;
  readonly outputs: ReadonlyMap<string, JsonMember>;
  readonly resources: readonly ResourceNode[];
  /** Whether resources have symbolic names. */
  readonly symbolic: boolean;
  #labels: ReadonlyMap<JsonObject, string> | undefined;

  constructor(source: SourceText, node: JsonObject) {
    this.source = source;
    this.node = node;
    this.parameters = readParameters(node);
    this.variables = readVariables(node);
    this.functions = readFunctions(node);
    this.outputs = byLowerName(findObject(node, "outputs"));
    const resources = find(node, "resources");
    this.resources = resourcesIn(resources);
    this.symbolic = resources?.type === "object";
  }

  /** What each resource is called in addresses. */
  get labels(): ReadonlyMap<JsonObject, string> {
    this.#labels ??= labelResources(this.resources);
    return this.#labels;
  }

  /** The scope that its schema says it is deployed at. */
  get schemaScope(): ScopeKind {
    const schema = (findText(this.node, "$schema") ?? "").toLowerCase();
    if (schema.includes("subscriptiondeployment")) return "subscription";
    if (schema.includes("managementgroupdeployment")) return "managementGroup";
    return schema.includes("tenantdeployment") ? "tenant" : "resourceGroup";
  }
}

export type ScopeKind = "resourceGroup" | "subscription" | "managementGroup" | "tenant";

export interface Parameter {
  readonly name: string;
  readonly member: JsonMember;
  /** In lower case: `secureString`, `SecureString` and `securestring` are the same type. */
  readonly type: string;
  readonly secure: boolean;
  readonly nullable: boolean;
  readonly defaultValue: JsonNode | undefined;
  readonly allowed: readonly JsonNode[] | undefined;
}

/** A variable is a value, or a copy loop that makes one. */
export type Variable =
  | { readonly type: "value"; readonly name: string; readonly value: JsonNode }
  | { readonly type: "copy"; readonly name: string; readonly copy: JsonObject };

export interface UserFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly output: JsonNode | undefined;
}

export interface ResourceNode {
  readonly node: JsonObject;
  /** Its symbolic name and where that is written. */
  readonly symbol: JsonMember | undefined;
}

/** The resources of a `resources` property: a list, or an object of symbolic names. */
export function resourcesIn(resources: JsonNode | undefined): ResourceNode[] {
  const nodes: ResourceNode[] = [];
  if (resources?.type === "array") {
    for (const item of resources.items) if (item.type === "object") nodes.push({ node: item, symbol: undefined });
  } else if (resources?.type === "object") {
    for (const member of membersOf(resources)) {
      if (member.value.type === "object") nodes.push({ node: member.value, symbol: member });
    }
  }
  return nodes;
}

function readParameters(template: JsonObject): Map<string, Parameter> {
  const definitions = findObject(template, "definitions");
  const parameters = new Map<string, Parameter>();
  for (const [key, member] of byLowerName(findObject(template, "parameters"))) {
    if (member.value.type !== "object") continue;
    const declaration = resolve(member.value, definitions);
    const type = (declaration.text("type") ?? "").toLowerCase();
    const allowed = declaration.find("allowedValues");
    parameters.set(key, {
      name: member.key,
      member,
      type,
      secure: type === "securestring" || type === "secureobject",
      nullable: declaration.isTrue("nullable"),
      defaultValue: find(member.value, "defaultValue"),
      allowed: allowed?.type === "array" ? allowed.items : undefined,
    });
  }
  return parameters;
}

/** A declaration together with the definitions that its `$ref` leads to. */
function resolve(declaration: JsonObject, definitions: JsonObject | undefined) {
  const chain = [declaration];
  while (chain.length < 16) {
    const reference = findText(chain.at(-1), "$ref");
    const name = reference && /^#\/definitions\/([^/]+)$/i.exec(reference)?.[1];
    const next =
      name && definitions ? findObject(definitions, name.replaceAll("~1", "/").replaceAll("~0", "~")) : undefined;
    if (!next) break;
    chain.push(next);
  }
  const findInChain = (name: string): JsonNode | undefined => {
    for (const object of chain) {
      const found = find(object, name);
      if (found) return found;
    }
    return undefined;
  };
  return {
    find: findInChain,
    text: (name: string) => {
      const found = findInChain(name);
      return found?.type === "string" ? found.value : undefined;
    },
    isTrue: (name: string) => {
      const found = findInChain(name);
      return found?.type === "word" && found.value === true;
    },
  };
}

function readVariables(template: JsonObject): Map<string, Variable> {
  const variables = new Map<string, Variable>();
  for (const [key, { key: name, value }] of byLowerName(findObject(template, "variables"))) {
    if (key === "copy" && value.type === "array") {
      for (const copy of copiesIn(value)) variables.set(copy.name.toLowerCase(), { type: "copy", ...copy });
    } else variables.set(key, { type: "value", name, value });
  }
  return variables;
}

/** The loops of a `copy` property of an object that is no resource. */
export function copiesIn(copy: JsonNode): { name: string; copy: JsonObject }[] {
  const loops: { name: string; copy: JsonObject }[] = [];
  for (const item of copy.type === "array" ? copy.items : [copy]) {
    const name = findText(item, "name");
    if (item.type === "object" && name !== undefined && find(item, "input")) loops.push({ name, copy: item });
  }
  return loops;
}

function readFunctions(template: JsonObject): Map<string, UserFunction> {
  const functions = new Map<string, UserFunction>();
  const namespaces = find(template, "functions");
  for (const item of namespaces?.type === "array" ? namespaces.items : []) {
    const namespace = findText(item, "namespace");
    const members = findObject(item, "members");
    if (namespace === undefined || !members) continue;
    for (const { key, value } of membersOf(members)) {
      const name = `${namespace}.${key}`;
      const parameters = find(value, "parameters");
      const names = parameters?.type === "array" ? parameters.items.map((entry) => findText(entry, "name") ?? "") : [];
      functions.set(name.toLowerCase(), { name, parameters: names, output: find(find(value, "output"), "value") });
    }
  }
  return functions;
}

function byLowerName(object: JsonObject | undefined): Map<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  for (const member of object ? membersOf(object) : []) members.set(member.key.toLowerCase(), member);
  return members;
}
