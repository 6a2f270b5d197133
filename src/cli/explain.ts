import { holds, presetOfRule, presets } from "../engine/preset.ts";
import type { Rule } from "../engine/rule.ts";
import { tiers } from "../model/environment.ts";
import { rulePage } from "../report/documentation.ts";
import type { Style } from "../report/style.ts";
import { requireRule } from "./configuration.ts";
import { withElsewhere } from "./elsewhere.ts";
import { exitCodes } from "./exit-code.ts";
import { renderMarkdown } from "./markdown.ts";
import { styleOf, terminalOf } from "./terminal.ts";

/** Shows a rule's page in the terminal. */
export async function explainCommand(name: string): Promise<number> {
  const [{ rules }, { page }] = await Promise.all([import("../../rules/index.ts"), import("../../rules/pages.ts")]);
  const rule = requireRule(name, rules);
  const terminal = terminalOf(process.stdout, process.env);
  const style = await styleOf(terminal);
  const body = renderMarkdown(withElsewhere(withoutTitle(page(rule.id) ?? ""), rule.id), style, terminal.width);
  process.stdout.write(`${heading(rule, style)}\n\n${body}\n`);
  return exitCodes.fine;
}

function heading(rule: Rule, style: Style): string {
  const severities = tiers.map((tier) => {
    const severity = rule.severity[tier];
    return `${severity === "off" ? style.faint(severity) : style.level(severity, severity)} in ${environmentsOf[tier]}`;
  });
  const title = `${style.strong(style.link(rule.id, rulePage(rule.id)))}: ${rule.title}`;
  return [title, severities.join(", "), ...fixLine(rule), ...presetLine(rule), ...optionLines(rule)].join("\n");
}

function fixLine({ fix }: Rule): string[] {
  if (fix === undefined) return [];
  return [fix === "safe" ? "mended by --fix" : "mended by --fix=unsafe"];
}

/** A rule that runs by itself says nothing of presets. */
function presetLine(rule: Rule): string[] {
  if (presetOfRule(rule) === "recommended") return [];
  return [`runs in the presets ${presets.filter((preset) => holds(preset, rule)).join(" and ")} only`];
}

function optionLines({ options = {} }: Rule): string[] {
  return Object.entries(options).map(([name, { description }]) => `option ${name}: ${description}`);
}

const environmentsOf = {
  production: "production",
  "non-production": "non-production",
  unclassified: "unclassified environments",
} as const;

function withoutTitle(text: string): string {
  return text.replace(/^# .*\n+/, "");
}
