import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { nearest } from "../model/nearest.ts";

/** As much of JSON Schema as our own schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "boolean" | "integer";
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What is wrong at an offset. */
export interface Complaint {
  readonly at: number;
  readonly message: string;
}

const deepest = 20;

/** Compares a YAML document with a schema; an empty document is an empty mapping. */
export function validate(contents: unknown, schema: Schema): Complaint[] {
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  return isEmpty ? [] : new Validation(schema).check(contents as Node, schema, "The configuration", 0);
}

class Validation {
  readonly #definitions: Readonly<Record<string, Schema>>;

  constructor(schema: Schema) {
    this.#definitions = schema.definitions ?? {};
  }

  check(node: Node | null, written: Schema, name: string, depth: number): Complaint[] {
    const schema = this.#resolve(written);
    const at = node?.range?.[0] ?? 0;
    if (depth > deepest) return [{ at, message: `${name} is nested too deeply.` }];
    if (isAlias(node)) return [{ at, message: `${name} is an alias, which a configuration cannot hold.` }];
    if (schema.oneOf) return this.#checkOneOf(node, schema.oneOf, name, depth);
    if (schema.type === "object") return this.#checkMapping(node, schema, name, depth);
    if (schema.type === "array") {
      if (!isSeq(node)) return [{ at, message: `${name} must be a list.` }];
      const items = schema.items ?? {};
      return node.items.flatMap((item) => this.check(item as Node, items, `An entry of ${name}`, depth + 1));
    }
    return checkScalar(node, schema, name);
  }

  #resolve(schema: Schema): Schema {
    const name = schema.$ref?.split("/").at(-1);
    return name === undefined ? schema : (this.#definitions[name] ?? {});
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
    return (node as YAMLMap).items.flatMap((pair) => this.#checkEntry(pair as Pair<Node, Node>, schema, name, depth));
  }

  #checkEntry(pair: Pair<Node, Node>, schema: Schema, name: string, depth: number): Complaint[] {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    const own = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    const value = own ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined);
    const at = pair.key?.range?.[0] ?? 0;
    if (value) return this.check(pair.value ?? null, value, quoted(key), depth + 1);
    const known = Object.keys(schema.properties ?? {});
    const near = nearest(key, known);
    const hint = near === undefined ? `It knows ${known.join(", ")}.` : `Did you mean ${near}?`;
    return [{ at, message: `${name} has no key ${quoted(key)}. ${hint}` }];
  }
}

function checkScalar(node: Node | null, schema: Schema, name: string): Complaint[] {
  const at = node?.range?.[0] ?? 0;
  const value = isScalar(node) ? node.value : undefined;
  if (schema.enum) {
    if (schema.enum.includes(value as string)) return [];
    const near = typeof value === "string" ? nearest(value, schema.enum) : undefined;
    const choices = `${schema.enum.slice(0, -1).join(", ")} or ${schema.enum.at(-1)}`;
    const hint = value === false && schema.enum.includes("off") ? " To switch it off, write off." : "";
    const meant = near === undefined ? hint : ` Did you mean ${near}?`;
    return [{ at, message: `${name} must be ${choices}.${meant}` }];
  }
  const isRight =
    schema.type === undefined || (schema.type === "integer" ? Number.isInteger(value) : typeof value === schema.type);
  if (!isRight)
    return [{ at, message: `${name} must be ${schema.type === "integer" ? "an integer" : `a ${schema.type}`}.` }];
  const isTooShort = typeof value === "string" && value.length < (schema.minLength ?? 0);
  return isTooShort ? [{ at, message: `${name} must not be empty.` }] : [];
}

function quoted(key: string): string {
  return JSON.stringify(key);
}
