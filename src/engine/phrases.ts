import type { Resource, Source } from "../model/resource.ts";
import { type Known, orDefault, type Value } from "../model/value.ts";

/** The name of an attribute in the language in which its resource is written. */
export function attributeName(resource: Resource, attribute: string): string {
  const path = resource.spelling(attribute)?.path;
  if (path === undefined || path.length === 0) return attribute;
  if (resource.source === "command") return `--${path.at(-1)}`;
  return resource.source === "azurerm" ? path.join(".") : path.slice(saysLittle(path) ? -2 : -1).join(".");
}

/** Whether the last key says nothing without the one before it: `name` of `sku`. */
function saysLittle(path: readonly string[]): boolean {
  return path.length > 1 && path.at(-1) === "name";
}

/** A clause on the value in force: what is written, or whose default it is. */
export function attributeState(resource: Resource, attribute: string, value: Value<unknown>): string {
  const name = attributeName(resource, attribute);
  const decided = orDefault(value);
  if (decided.state === "absent") return `${name} is not set`;
  if (decided.state === "unknown") return `${name} is unknown`;
  const shown = decided.sensitive ? "a masked value" : shownValue(resource, attribute, decided);
  if (decided.defaultOf === undefined) {
    return resource.spelling(attribute)?.isFlag && shown === "true" ? `${name} is given` : `${name} is ${shown}`;
  }
  return `${name} is not set, and the default of ${decided.defaultOf} is ${shown}`;
}

function shownValue(resource: Resource, attribute: string, { value, word }: Known<unknown>): string {
  const encoded = word ?? resource.spelling(attribute)?.encode(value) ?? value;
  return typeof encoded === "string" ? `"${encoded}"` : String(encoded);
}

/** The text that gives an attribute a value. */
export function attributeSetting(resource: Resource, attribute: string, value: unknown): string {
  const spelling = resource.spelling(attribute);
  const key = spelling?.path.at(-1) ?? attribute;
  if (spelling?.isFlag) return `${spelling.encode(value) === true ? "" : "no "}--${key}`;
  const text = writers[resource.source](key, spelling ? spelling.encode(value) : value);
  const holder = spelling && saysLittle(spelling.path) ? spelling.path.at(-2) : undefined;
  return holder === undefined ? text : (holders[resource.source]?.(holder, text) ?? text);
}

type Writer = (key: string, value: unknown) => string;

const quoted = (value: unknown) => (typeof value === "string" ? JSON.stringify(value) : String(value));

const assignment: Writer = (key, value) => `${key} = ${quoted(value)}`;
const member: Writer = (key, value) => `${JSON.stringify(key)}: ${quoted(value)}`;
const entry: Writer = (key, value) => `${key}: ${value}`;
const option: Writer = (key, value) => `--${key} ${value}`;

const writers: Readonly<Record<Source, Writer>> = {
  terraform: assignment,
  azurerm: assignment,
  azapi: assignment,
  arm: member,
  settings: member,
  command: option,
  azureml: entry,
  kubernetes: entry,
};

const holders: Partial<Readonly<Record<Source, (key: string, content: string) => string>>> = {
  azapi: (key, content) => `${key} = { ${content} }`,
  arm: (key, content) => `${JSON.stringify(key)}: { ${content} }`,
};
