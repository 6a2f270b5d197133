import type { Description } from "./describe.ts";

/** Shows a description as lines, children below their parent: what the golden files hold. */
export function render(body: Description | undefined): string {
  return body ? renderChildren(body, "  ").join("\n") || "  empty" : "  invalid";
}

function renderNode(key: string, node: Description, indentation: string): string[] {
  const words = [key, ...(typeof node.type === "string" ? [node.type] : [])];
  for (const [name, value] of sorted(node)) {
    if (isRange(value)) words.push(name === "range" ? value.join("-") : `${name} ${value.join("-")}`);
    else if (name === "type") continue;
    else if (typeof value !== "object" || value === null) words.push(`${name}=${JSON.stringify(value)}`);
  }
  return [indentation + words.join(" "), ...renderChildren(node, `${indentation}  `)];
}

function renderChildren(node: Description, indentation: string): string[] {
  const lines: string[] = [];
  for (const [key, value] of sorted(node)) {
    if (isRange(value) || typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) for (const item of value) lines.push(...renderNode(key, item, indentation));
    else lines.push(...renderNode(key, value as Description, indentation));
  }
  return lines;
}

function sorted(node: Description): [string, unknown][] {
  return Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isRange(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "number";
}

/** One golden file: every text, quoted, with its tree below. */
export function renderCases(texts: readonly string[], bodyOf: (text: string) => Description | undefined): string {
  const head = "Trees of HashiCorp's parser; written by `node scripts/run.js terraform-syntax-goldens`.";
  const shown = texts.map((text) => `${JSON.stringify(text)}\n${render(bodyOf(text))}`);
  return `${[head, ...shown].join("\n\n")}\n`;
}
