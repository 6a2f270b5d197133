import type { PipelineVariables } from "../commands/pipeline-variables.ts";
import { knownTextOf } from "../commands/values.ts";

const longestCondition = 500;

/** Whether a condition of a pipeline certainly does not hold; everything but plain comparisons is taken to hold. */
export function isCertainlyFalse(condition: string | undefined, variables: PipelineVariables): boolean {
  if (condition === undefined || condition.length > longestCondition) return false;
  const bare = condition
    .replace(/^\s*\$\{\{/, "")
    .replace(/\}\}\s*$/, "")
    .trim()
    .replace(/^if\s+/, "");
  if (bare.includes("||") || /^(?:or|not)\(/i.test(bare)) return false;
  const conjuncts =
    bare.startsWith("and(") && bare.endsWith(")") ? splitArguments(bare.slice(4, -1)) : bare.split("&&");
  return conjuncts.some((conjunct) => compare(conjunct.trim(), variables) === false);
}

function compare(text: string, variables: PipelineVariables): boolean | undefined {
  const called = /^(eq|ne)\(([^,()]+),([^,()]+)\)$/i.exec(text);
  const infix = called ? null : /^([^=!<>()]+?)\s*([=!]=)\s*([^=!<>()]+)$/.exec(text);
  const [left, right] = called ? [called[2]!, called[3]!] : [infix?.[1], infix?.[3]];
  if (left === undefined || right === undefined) return undefined;
  const a = operand(left.trim(), variables);
  const b = operand(right.trim(), variables);
  if (a === undefined || b === undefined) return undefined;
  const isEqual = a.toLowerCase() === b.toLowerCase();
  return called?.[1]?.toLowerCase() === "ne" || infix?.[2] === "!=" ? !isEqual : isEqual;
}

function operand(text: string, variables: PipelineVariables): string | undefined {
  const quoted = /^'([^']*)'$/.exec(text);
  if (quoted) return quoted[1];
  if (/^(?:true|false)$/i.test(text)) return text;
  return /^[A-Za-z_][\w.\-[\]']*$/.test(text) ? knownTextOf(variables.parse(`\${{ ${text} }}`)) : undefined;
}

function splitArguments(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")") depth--;
    else if (text[at] === "," && depth === 0) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, text.slice(from)];
}
