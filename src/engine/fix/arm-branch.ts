import type { Scalar } from "./literal.ts";
import type { Stretch } from "./rewrite.ts";

interface Call {
  readonly isIf: boolean;
  argument: number;
  from: number;
}

const longest = 4096;

/** The one branch of `if(…)` in an expression of ARM that is a literal and makes a value. */
export function armBranchWith(text: string, value: Scalar | null): Stretch | undefined {
  if (text.length > longest || !text.startsWith('"[') || text.startsWith('"[[') || text.includes("\\"))
    return undefined;
  const branches = branchesOf(text).filter(({ from, to }) => {
    const literal = armLiteral(text.slice(from, to));
    return literal !== undefined && String(literal).toLowerCase() === String(value).toLowerCase();
  });
  return branches.length === 1 ? branches[0] : undefined;
}

/** How a value is written in an expression; undefined where that would take escapes. */
export function writeInArm(value: Scalar): string | undefined {
  if (typeof value === "boolean") return `${value}()`;
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : undefined;
  return /^[\w ./:@+=,-]*$/.test(value) ? `'${value}'` : undefined;
}

function armLiteral(text: string): Scalar | undefined {
  const word = text.toLowerCase();
  if (word === "true()" || word === "false()") return word === "true()";
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  return /^'[^']*'$/.test(text) ? text.slice(1, -1) : undefined;
}

/** The second and third argument of each `if`. */
function branchesOf(text: string): Stretch[] {
  const branches: Stretch[] = [];
  const open: Call[] = [];
  const finish = (at: number) => {
    const call = open.at(-1);
    if (call?.isIf && call.argument > 0) branches.push(trimmed(text, call.from, at));
  };
  for (let at = 2; at < text.length; at++) {
    const character = text[at];
    if (character === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return [];
      at = end;
    } else if (character === "(") {
      open.push({
        isIf: /(?:^|[^\w.])if\s{0,9}$/i.test(text.slice(Math.max(0, at - 13), at)),
        argument: 0,
        from: at + 1,
      });
    } else if (character === "," || character === ")") {
      finish(at);
      const call = open.at(-1);
      if (character === ")") open.pop();
      else if (call) [call.argument, call.from] = [call.argument + 1, at + 1];
    }
  }
  return branches;
}

function trimmed(text: string, from: number, to: number): Stretch {
  const part = text.slice(from, to);
  return { from: from + part.length - part.trimStart().length, to: from + part.trimEnd().length };
}
