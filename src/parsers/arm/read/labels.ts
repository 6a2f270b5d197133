import type { JsonObject } from "../../json/syntax.ts";
import type { Expression } from "./expression.ts";
import { find, findText } from "./members.ts";
import { readMeaning } from "./parse-expression.ts";
import { type ResourceNode, resourcesIn } from "./template.ts";

/** Names of resources longer than this are cut in addresses. */
const longestName = 120;

/**
 * The labels under which the resources of a template are known, the same in all environments: the symbolic name, else
 * type and name as written.
 */
export function labelResources(resources: readonly ResourceNode[]): Map<JsonObject, string> {
  const labels = new Map<JsonObject, string>();
  const used = new Map<string, number>();
  label(resources, { symbol: "", type: "", name: "" });
  return labels;

  function label(nodes: readonly ResourceNode[], parent: { symbol: string; type: string; name: string }): void {
    for (const { node, symbol } of nodes) {
      const type = join(parent.type, findText(node, "type") ?? "?");
      const name = join(parent.name, writtenName(node));
      const text = symbol ? (parent.symbol ? `${parent.symbol}::${symbol.key}` : symbol.key) : `${type}/${name}`;
      const count = (used.get(text) ?? 0) + 1;
      used.set(text, count);
      labels.set(node, count === 1 ? text : `${text}#${count}`);
      const children = find(node, "resources");
      if (children) label(resourcesIn(children), { symbol: symbol ? text : "", type, name });
    }
  }
}

function join(parent: string, own: string): string {
  return parent === "" ? own : `${parent}/${own}`;
}

function writtenName(node: JsonObject): string {
  const name = findText(node, "name") ?? "?";
  const meaning = readMeaning(name);
  const bare = meaning.type === "expression" ? pattern(meaning.expression, name) : name;
  return bare.length > longestName ? `${bare.slice(0, longestName)}…` : bare;
}

/** An expression as people would write the name: `{workspaceName}/cpu`. */
function pattern(expression: Expression, source: string): string {
  if (expression.type === "text") return expression.value;
  if (expression.type === "call") {
    const [first, ...rest] = expression.args;
    const { key } = expression;
    if ((key === "parameters" || key === "variables") && first?.type === "text") return `{${first.value}}`;
    if (key === "concat") return expression.args.map((argument) => pattern(argument, source)).join("");
    if (key === "format" && first?.type === "text") {
      return first.value.replace(/\{(\d+)\}/g, (hole, index) => {
        const argument = rest[Number(index)];
        return argument ? pattern(argument, source) : hole;
      });
    }
  }
  return `{${source.slice(expression.from, expression.to)}}`;
}
