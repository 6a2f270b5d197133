import type { Expression } from "../read/syntax.ts";
import type { Written } from "./module-syntax.ts";

/** What a configuration says about the version of one provider. */
export interface ProviderVersion {
  /** From the lock file: just this one. */
  readonly locked: string | undefined;
  readonly constraints: readonly string[];
}

/**
 * The constraints on a provider: `>= 3.0, < 5.0`. They stand in `required_providers` blocks, before Terraform 0.13 also in
 * the provider's own.
 */
export function constraintsOn(provider: string, settings: readonly Written[]): string[] {
  const constraints: string[] = [];
  for (const { block: setting, name, content } of settings) {
    if (setting.type === "provider") {
      const version = name === provider ? content.attributes.get("version")?.attribute.expression : undefined;
      if (version?.type === "string") constraints.push(version.value);
      continue;
    }
    for (const block of content.blocks("required_providers")) {
      for (const [name, { attribute }] of block.content.attributes) {
        const text = constraintIn(attribute.expression, name, provider);
        if (text !== undefined) constraints.push(text);
      }
    }
  }
  return constraints;
}

/** A requirement is an object with source and version, or, before Terraform 0.13, the version alone. */
function constraintIn(expression: Expression, name: string, provider: string): string | undefined {
  if (expression.type === "string") return name === provider ? expression.value : undefined;
  if (expression.type !== "object") return undefined;
  const texts = new Map<string, string>();
  for (const { name: bare, key, value } of expression.items) {
    const label = bare ?? (key.type === "string" ? key.value : undefined);
    if (label !== undefined && value.type === "string") texts.set(label, value.value);
  }
  const source = texts.get("source");
  const isMeant = source === undefined ? name === provider : source.toLowerCase().endsWith(`/${provider}`);
  return isMeant ? texts.get("version") : undefined;
}

/**
 * The versions that may be in force, oldest first: the locked one, else those of the known ones that fit all
 * constraints, else those that the constraints themselves name.
 */
export function versionsInForce({ locked, constraints }: ProviderVersion, known: readonly string[]): readonly string[] {
  if (locked !== undefined) return [locked];
  const terms = constraints.flatMap((constraint) => constraint.split(",")).flatMap((term) => parseTerm(term) ?? []);
  const exact = terms.find((term) => term.operator === "=");
  if (exact) return [exact.text];
  const fits = (version: string) => terms.every((term) => satisfies(parseVersion(version), term));
  const fitting = known.filter(fits);
  if (fitting.length > 0) return sorted(fitting);
  const named = [...new Set(terms.map((term) => padded(term.text)))].filter(fits);
  return named.length > 0 ? sorted(named) : sorted(known);
}

interface Term {
  readonly operator: string;
  readonly text: string;
  readonly version: readonly number[];
  /** How many numbers are written: `~> 4.1` lets the last of them grow. */
  readonly length: number;
}

function parseTerm(term: string): Term | undefined {
  const match = /^\s*(=|!=|>=|<=|~>|>|<)?\s*v?(\d{1,9}(?:\.\d{1,9}){0,2})(?:-[0-9A-Za-z.-]{1,60})?\s*$/.exec(term);
  if (!match) return undefined;
  const [, operator = "=", text = ""] = match;
  return { operator, text, version: parseVersion(text), length: text.split(".").length };
}

function parseVersion(text: string): readonly number[] {
  return padded(text).split(".").map(Number);
}

function padded(text: string): string {
  const plain = text.split("-")[0]!;
  return [...plain.split("."), "0", "0"].slice(0, 3).join(".");
}

function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < 3; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function sorted(versions: readonly string[]): string[] {
  return [...versions].sort((a, b) => compareVersions(parseVersion(a), parseVersion(b)));
}

function satisfies(version: readonly number[], { operator, version: bound, length }: Term): boolean {
  const order = compareVersions(version, bound);
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    default: {
      const fixed = Math.max(1, length - 1);
      return order >= 0 && bound.slice(0, fixed).every((number, index) => version[index] === number);
    }
  }
}
