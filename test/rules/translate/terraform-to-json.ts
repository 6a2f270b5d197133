import { SourceText } from "../../../src/model/place.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import type { Block, Expression, NativeBody } from "../../../src/parsers/terraform/read/syntax.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Arguments that hold names of the language and no values: in JSON a plain text. */
const bare = new Set(["type", "provider", "depends_on", "ignore_changes", "source", "version"]);

/** A Terraform file as CDKTF would write it; undefined where it holds what has no single form in JSON. */
export function terraformToJson(path: string, text: string): string | undefined {
  const { body } = parseHcl(new SourceText(path, text));
  if (body.form !== "native" || /<<-?\w/.test(text)) return undefined;
  return `${JSON.stringify(bodyOf(body, text, ""), null, 2)}\n`;
}

function bodyOf(body: NativeBody, text: string, type: string): { [key: string]: Json } {
  const result: { [key: string]: Json } = {};
  for (const { name, expression } of body.attributes) {
    const isBare = bare.has(name) && (type === "variable" || name === "depends_on" || name === "provider");
    result[name] = isBare ? bareOf(expression, text) : jsonOf(expression, text);
  }
  for (const block of body.blocks) add(result, [block.type, ...block.labels.map((label) => label.text)], block, text);
  return result;
}

/** Blocks of one type and labels are a list; those of a type that has labels stand under them. */
function add(into: { [key: string]: Json }, path: readonly string[], block: Block, text: string): void {
  const [key, ...rest] = path;
  if (key === undefined || block.body.form !== "native") return;
  if (rest.length > 0) {
    into[key] ??= {};
    add(into[key] as { [key: string]: Json }, rest, block, text);
    return;
  }
  const content = bodyOf(block.body, text, block.type);
  const isTop = block.labels.length > 0 || block.type === "locals" || block.type === "terraform";
  if (isTop) into[key] = { ...(into[key] as { [key: string]: Json } | undefined), ...content };
  else into[key] = [...((into[key] as Json[] | undefined) ?? []), content];
}

function jsonOf(expression: Expression, text: string): Json {
  switch (expression.type) {
    case "string":
      return expression.value.replaceAll("${", "$${").replaceAll("%{", "%%{");
    case "number":
      return Number(expression.text);
    case "boolean":
      return expression.value;
    case "null":
      return null;
    case "tuple":
      return expression.items.map((item) => jsonOf(item, text));
    case "object": {
      const entries = expression.items.map((item) => [item.name ?? keyOf(item.key, text), jsonOf(item.value, text)]);
      return Object.fromEntries(entries) as { [key: string]: Json };
    }
    case "template":
      return JSON.parse(text.slice(expression.from, expression.to)) as string;
    default:
      return `\${${text.slice(expression.from, expression.to)}}`;
  }
}

function keyOf(key: Expression, text: string): string {
  return key.type === "string" ? key.value : `\${${text.slice(key.from, key.to)}}`;
}

function bareOf(expression: Expression, text: string): Json {
  if (expression.type === "string") return expression.value;
  if (expression.type === "tuple") return expression.items.map((item) => text.slice(item.from, item.to));
  return text.slice(expression.from, expression.to);
}
