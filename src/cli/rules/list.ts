import type { Severity } from "../../engine/level.ts";
import type { Rule } from "../../engine/rule.ts";
import { presetOfRule } from "../../engine/settings/preset.ts";
import { tiers } from "../../model/environment.ts";
import { rulePage } from "../../report/documentation.ts";
import type { Style } from "../../report/text/style.ts";
import { displayWidth } from "../../report/text/width.ts";
import { count } from "../../report/text/wording.ts";
import { exitCodes } from "../exit-code.ts";
import { styleOf, terminalOf } from "../terminal.ts";

const headings = ["rule", "production", "non-production", "unclassified", "fix", "what is wrong"];

/** Lists every rule. */
export async function rulesCommand(format: "pretty" | "json"): Promise<number> {
  const { rules } = await import("../../../rules/index.ts");
  if (format === "json") {
    const { ruleDocument } = await import("./rule-document.ts");
    process.stdout.write(`${JSON.stringify(rules.map(ruleDocument), undefined, 2)}\n`);
  } else process.stdout.write(ruleTable(rules, await styleOf(terminalOf(process.stdout, process.env))));
  return exitCodes.fine;
}

function ruleTable(rules: readonly Rule[], style: Style): string {
  const rows = rules.map((rule) => [
    rule.id,
    ...tiers.map((tier) => rule.severity[tier]),
    rule.fix ?? "",
    titleWithPreset(rule),
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(displayWidth(heading), ...rows.map((row) => displayWidth(row[column]!))),
  );
  const pad = (text: string, column: number) =>
    column === headings.length - 1 ? text : text + " ".repeat(widths[column]! - displayWidth(text));
  const lines = [
    style.strong(headings.map(pad).join("  ")),
    ...rows.map((row) => row.map((cell, column) => paint(pad(cell, column), cell, column, style)).join("  ")),
    "",
    `${count(rules.length, "rule")}. ml-lint explain RULE shows a rule's page.`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Only what does not run by itself says so. */
function titleWithPreset(rule: Rule): string {
  const preset = presetOfRule(rule);
  return preset === "recommended" ? rule.title : `${rule.title} (preset ${preset})`;
}

function paint(padded: string, cell: string, column: number, style: Style): string {
  if (column === 0) return style.link(padded, rulePage(cell));
  if (column > tiers.length) return padded;
  const severity = cell as Severity;
  return severity === "off" ? style.faint(padded) : style.level(severity, padded);
}
