import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { nearest } from "../../model/nearest.ts";

/** As much of JSON Schema as our own schemas use. */
export interface Schema {
  readonly title?: string;
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "boolean" | "integer" | "number";
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  /** Groups of keys of which one must be there. */
  readonly anyOf?: readonly { readonly required: readonly string[] }[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  /** One schema under a description of its own. */
  readonly allOf?: readonly [Schema];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What is wrong at an offset. */
export interface Complaint {
  readonly at: number;
  readonly message: string;
}

const deepest = 20;

/** What to say of a name that a schema does not know as a key or an item, in place of the usual words. */
export type UnknownName = (name: string, within: Schema) => string | undefined;

/** Compares a YAML document with a schema; an empty document is an empty mapping. */
export function validate(contents: unknown, schema: Schema, unknownName: UnknownName = () => undefined): Complaint[] {
  return isEmpty(contents)
    ? []
    : new Validation(schema, unknownName).check(contents as Node, schema, "The configuration", 0);
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

class Validation {
  readonly #definitions: Readonly<Record<string, Schema>>;
  readonly #unknownName: UnknownName;

  constructor(schema: Schema, unknownName: UnknownName) {
    this.#definitions = schema.definitions ?? {};
    this.#unknownName = unknownName;
  }

  check(node: Node | null, written: Schema, name: string, depth: number): Complaint[] {
    const schema = this.#resolve(written);
    const at = node?.range?.[0] ?? 0;
    if (depth > deepest) return [{ at, message: `${name} is nested too deeply.` }];
    if (isAlias(node)) return [{ at, message: `${name} is an alias, which a configuration cannot hold.` }];
    if (depth === 1 && isEmpty(node) && (schema.type === "object" || schema.type === "array")) return [];
    if (schema.oneOf) return this.#checkOneOf(node, schema.oneOf, name, depth);
    if (schema.type === "object") return this.#checkMapping(node, schema, name, depth);
    if (schema.type === "array") return this.#checkList(node, schema, name, depth);
    return checkScalar(node, schema, name);
  }

  #resolve(written: Schema): Schema {
    const schema = written.allOf?.[0] ?? written;
    const name = schema.$ref?.split("/").at(-1);
    return name === undefined ? schema : (this.#definitions[name] ?? {});
  }

  #checkList(node: Node | null, schema: Schema, name: string, depth: number): Complaint[] {
    const { items = {}, minItems = 0 } = schema;
    const at = node?.range?.[0] ?? 0;
    if (!isSeq(node)) return [{ at, message: `${name} must be a list.` }];
    if (node.items.length < minItems) return [{ at, message: `${name} must not be empty.` }];
    return node.items.flatMap((item) => {
      const complaints = this.check(item as Node, items, `An entry of ${name}`, depth + 1);
      const unknown = complaints.length === 0 && isScalar(item) && this.#unknownName(String(item.value), schema);
      return unknown ? [{ at: item.range?.[0] ?? 0, message: unknown }] : complaints;
    });
  }

  /** The alternative of the same shape speaks; in our schemas the shapes differ. */
  #checkOneOf(node: Node | null, choices: readonly Schema[], name: string, depth: number): Complaint[] {
    const shape = isMap(node) ? "object" : isSeq(node) ? "array" : "string";
    const resolved = choices.map((choice) => this.#resolve(choice));
    const choice = resolved.find((candidate) => (candidate.type ?? "string") === shape) ?? resolved[0]!;
    return this.check(node, choice, name, depth + 1);
  }

  #checkMapping(node: Node | null, schema: Schema, name: string, depth: number): Complaint[] {
    if (!isMap(node)) return [{ at: node?.range?.[0] ?? 0, message: `${name} must be a mapping of keys to values.` }];
    const entries = (node as YAMLMap).items.flatMap((pair) => {
      return this.#checkEntry(pair as Pair<Node, Node>, schema, name, depth);
    });
    return entries.length > 0 ? entries : missingKeys(node, schema, name);
  }

  #checkEntry(pair: Pair<Node, Node>, schema: Schema, name: string, depth: number): Complaint[] {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    const own = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    const value = own ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined);
    const at = pair.key?.range?.[0] ?? 0;
    if (value) return this.check(pair.value ?? null, value, quoted(key), depth + 1);
    const special = this.#unknownName(key, schema);
    if (special !== undefined) return [{ at, message: special }];
    const known = Object.keys(schema.properties ?? {});
    const near = nearest(key, known);
    const hint = near === undefined ? `It knows ${known.join(", ")}.` : `Did you mean ${near}?`;
    return [{ at, message: `${name} has no key ${quoted(key)}. ${hint}` }];
  }
}

function missingKeys(node: YAMLMap, { required = [], anyOf = [] }: Schema, name: string): Complaint[] {
  const at = node.range?.[0] ?? 0;
  const missing = required.find((key) => !node.has(key));
  if (missing !== undefined) return [{ at, message: `${name} has no ${missing}.` }];
  if (anyOf.length === 0 || anyOf.some((group) => group.required.every((key) => node.has(key)))) return [];
  const choices = anyOf.map((group) => group.required.join(" and "));
  return [{ at, message: `${name} needs ${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}.` }];
}

function checkScalar(node: Node | null, schema: Schema, name: string): Complaint[] {
  const at = node?.range?.[0] ?? 0;
  const value = isScalar(node) ? node.value : undefined;
  if (schema.enum) {
    if (schema.enum.includes(value as string)) return [];
    const near = typeof value === "string" ? nearest(value, schema.enum) : undefined;
    const choices = `${schema.enum.slice(0, -1).join(", ")} or ${schema.enum.at(-1)}`;
    const hint = booleanHint(value, schema.enum);
    const meant = near === undefined ? hint : ` Did you mean ${near}?`;
    return [{ at, message: `${name} must be ${choices}.${meant}` }];
  }
  if (schema.type === "number" || schema.type === "integer") {
    const wrong = checkNumber(value, schema);
    return wrong === undefined ? [] : [{ at, message: `${name} must be ${wrong}.` }];
  }
  if (schema.type !== undefined && typeof value !== schema.type) {
    return [{ at, message: `${name} must be a ${schema.type}.` }];
  }
  if (schema.format === "date" && !isDate(String(value))) {
    return [{ at, message: `${name} must be a date, as in 2027-03-01.` }];
  }
  const isTooShort = typeof value === "string" && value.length < (schema.minLength ?? 0);
  return isTooShort ? [{ at, message: `${name} must not be empty.` }] : [];
}

/** Booleans are written for off, and for on. */
function booleanHint(value: unknown, choices: readonly string[]): string {
  if (value === false && choices.includes("off")) return " To switch it off, write off.";
  return value === true && choices.includes("on") ? " To switch it on, write on." : "";
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** What a value should have been instead: an integer from 1 to 5. */
function checkNumber(value: unknown, { type, minimum, maximum }: Schema): string | undefined {
  const isOfType = type === "integer" ? Number.isInteger(value) : Number.isFinite(value);
  const isInRange = (value as number) >= (minimum ?? -Infinity) && (value as number) <= (maximum ?? Infinity);
  if (isOfType && isInRange) return undefined;
  return `${type === "integer" ? "a whole number" : "a number"}${rangeOf(minimum, maximum)}`;
}

function rangeOf(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined) return maximum === undefined ? "" : `, ${maximum} or less`;
  return maximum === undefined ? `, ${minimum} or more` : ` from ${minimum} to ${maximum}`;
}

function quoted(key: string): string {
  return JSON.stringify(key);
}
