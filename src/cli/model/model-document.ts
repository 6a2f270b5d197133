import { placeKey } from "../../model/place.ts";
import type { Problem, Project, Root } from "../../model/project.ts";
import type { Resource } from "../../model/resource.ts";
import { withoutSecrets } from "../../model/secret-attributes.ts";
import type { Step } from "../../model/tree.ts";
import type { Fallback, Value } from "../../model/value.ts";

/** The model as plain data, as far as it is to be shown. Reading it computes every attribute, so problems come last. */
export function projectDocument(project: Project, shown: readonly Resource[]): object {
  const resources = shown.map(resourceDocument);
  return {
    version: 1,
    roots: project.roots.map(rootDocument),
    resources,
    problems: project.problems.map(problemDocument),
  };
}

function rootDocument({ path, language, environments, unread }: Root): object {
  return { path, language, environments, ...(unread && { unread }) };
}

function resourceDocument(resource: Resource): object {
  const { identity, existence } = resource;
  return {
    kind: resource.kind,
    type: resource.type,
    source: resource.source,
    address: identity.address,
    root: identity.root,
    environment: resource.environment,
    ...(resource.version !== undefined && { version: resource.version }),
    ...(resource.existing && { existing: true }),
    ...(!existence.certain && { mayNotExist: existence.why }),
    place: placeKey(resource.header),
    attributes: attributesDocument(resource),
  };
}

/** Attributes are getters on a prototype, which only `for … in` lists. */
function attributesDocument(resource: Resource): object {
  const attributes = resource.attributes as Readonly<Record<string, Value<unknown>>>;
  const documents: Record<string, object> = {};
  for (const name in attributes) documents[name] = valueDocument(withoutSecrets(resource, name, attributes[name]!));
  return documents;
}

function valueDocument(value: Value<unknown>): object {
  if (value.state === "absent") {
    return { state: "absent", ...fallbackDocument(value.fallback), place: placeKey(value.at) };
  }
  const trail = value.trail.map(stepDocument);
  const where = { place: placeKey(value.at), ...(trail.length > 0 && { trail }) };
  if (value.state === "unknown") return { state: "unknown", why: value.why, ...where };
  if (value.sensitive) return { state: "known", sensitive: true, ...where };
  return { state: "known", value: plain(value.value), ...where };
}

function fallbackDocument(fallback: Fallback<unknown>): object {
  if (fallback.kind === "value") return { default: plain(fallback.value), defaultOf: fallback.of };
  return fallback.kind === "undecidable" ? { why: fallback.why } : {};
}

/** Any value of the model as JSON can hold it: maps as objects, values inside lists and maps with their states. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if ("state" in value && "at" in value) return valueDocument(value as Value<unknown>);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

function problemDocument({ rule, message, at, environments }: Problem): object {
  return { rule, message, place: placeKey(at), environments: environments.map(({ name }) => name) };
}

function stepDocument({ at, text }: Step): object {
  return { text, place: placeKey(at) };
}
