import { type PeerCheck, type PeerLink, peerChecks } from "../../../data/peers.ts";
import type { Rule } from "../../engine/rule.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import type { Style } from "../../report/text/style.ts";
import { wrap } from "../../report/text/width.ts";
import { enumerate } from "../../report/text/wording.ts";
import { exitCodes } from "../exit-code.ts";
import { styleOf, terminalOf } from "../terminal.ts";
import { type Found, find, nearestNames } from "./find.ts";
import { ruleDocument } from "./rule-document.ts";

const relations: Readonly<Record<PeerLink, string>> = {
  same: "asks the same",
  part: "asks it in part",
  opposite: "asks the contrary",
};

/** Says which rules a name stands for, that of another tool's check as well; 1 when nothing is known of it. */
export async function findRulesCommand(text: string, format: "pretty" | "json"): Promise<number> {
  const { rules } = await import("../../../rules/index.ts");
  const checks = peerChecks();
  const found = find(text, rules, checks);
  const isKnown = found.checks.length + found.rules.length > 0;
  if (format === "json") {
    process.stdout.write(`${JSON.stringify(foundDocument(text, found, rules), undefined, 2)}\n`);
  } else if (isKnown) {
    const terminal = terminalOf(process.stdout, process.env);
    process.stdout.write(foundText(found, rules, await styleOf(terminal), terminal.width));
  } else {
    process.stdout.write(`${nothing(text, nearestNames(text, rules, checks))}\n`);
  }
  return isKnown ? exitCodes.fine : exitCodes.findings;
}

function nothing(text: string, near: readonly string[]): string {
  const hint = near.length === 0 ? "ml-lint rules lists all rules." : `The nearest: ${enumerate(near)}.`;
  return `Nothing is known of the name ${harmlessInLog(JSON.stringify(text))}. ${hint}`;
}

function foundDocument(text: string, { checks, rules }: Found, all: readonly Rule[]): object {
  const linked = new Set([...rules.map(({ id }) => id), ...checks.flatMap((check) => Object.keys(check.rules))]);
  return {
    find: text,
    checks: checks.map(({ tool, id, alias, asks, rules: links, note }) => ({
      tool,
      id,
      ...(alias !== undefined && { alias }),
      asks,
      rules: Object.entries(links).map(([rule, link]) => ({ id: rule, link })),
      ...(note !== undefined && { note }),
    })),
    rules: all.filter(({ id }) => linked.has(id)).map(ruleDocument),
  };
}

function foundText({ checks, rules }: Found, all: readonly Rule[], style: Style, width: number): string {
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  const own = rules.map(({ id, title }) => `${style.strong(id)}: ${title}`);
  const blocks = checks.map((check) => checkText(check, titles, style, width));
  return `${[...(own.length > 0 ? [own.join("\n")] : []), ...blocks].join("\n\n")}\n`;
}

function checkText(check: PeerCheck, titles: ReadonlyMap<string, string>, style: Style, width: number): string {
  const links = Object.entries(check.rules);
  const lines = links.map(([id, link]) => `  ${style.strong(id)} ${relations[link]} and says: ${titles.get(id)}`);
  if (links.length === 0) lines.push("  No rule of ml-lint asks this.");
  const note = check.note === undefined ? [] : wrap(check.note, width - 2).map((line) => `  ${line}`);
  return [...wrap(`${check.toolName} ${nameOf(check)} asks that ${check.asks}.`, width), ...lines, ...note].join("\n");
}

function nameOf({ id, alias }: PeerCheck): string {
  return alias === undefined || alias.endsWith(id) ? id : `${id} (${alias})`;
}
