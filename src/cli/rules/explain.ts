import { peerChecks } from "../../../data/peers.ts";
import type { Rule } from "../../engine/rule.ts";
import { holds, presetOfRule, presets } from "../../engine/settings/preset.ts";
import { tiers } from "../../model/environment.ts";
import { rulePage } from "../../report/documentation.ts";
import type { Style } from "../../report/text/style.ts";
import { enumerate } from "../../report/text/wording.ts";
import { requireRule } from "../configuration/named-rule.ts";
import { exitCodes } from "../exit-code.ts";
import { Refusal } from "../failure.ts";
import { styleOf, terminalOf } from "../terminal.ts";
import { withElsewhere } from "./elsewhere.ts";
import { find } from "./find.ts";
import { renderMarkdown } from "./markdown.ts";

/** Shows a rule's page in the terminal. */
export async function explainCommand(name: string): Promise<number> {
  const [{ rules }, { page }] = await Promise.all([
    import("../../../rules/index.ts"),
    import("../../../rules/pages.ts"),
  ]);
  const rule = ruleBehind(name, rules);
  const terminal = terminalOf(process.stdout, process.env);
  const style = await styleOf(terminal);
  const body = renderMarkdown(withElsewhere(withoutTitle(page(rule.id) ?? ""), rule.id), style, terminal.width);
  process.stdout.write(`${heading(rule, style)}\n\n${body}\n`);
  return exitCodes.fine;
}

/** The rule of that name, or the one that asks what a check of another tool of that name asks. */
function ruleBehind(name: string, rules: readonly Rule[]): Rule {
  const found = find(name, rules, peerChecks());
  const check = found.checks.find(({ id, alias }) =>
    [id, alias].some((one) => one?.toLowerCase() === name.toLowerCase()),
  );
  if (check === undefined) return requireRule(name, rules);
  const linked = Object.keys(check.rules);
  if (linked.length === 1) return requireRule(linked[0]!, rules);
  const which = linked.length === 0 ? "no rule of ml-lint asks what it asks" : `here it is ${enumerate(linked)}`;
  throw new Refusal(`${check.id} is a check of ${check.toolName}, and ${which}. See ml-lint rules --find ${check.id}.`);
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
