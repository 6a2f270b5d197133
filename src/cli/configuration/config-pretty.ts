import type { EffectiveRule } from "../../engine/settings/effective.ts";
import { tiers } from "../../model/environment.ts";
import { rulePage } from "../../report/documentation.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import type { Style } from "../../report/text/style.ts";
import { displayWidth, wrap } from "../../report/text/width.ts";
import { enumerate } from "../../report/text/wording.ts";
import type { ConfigDocument } from "./config-document.ts";

/** Shows a document to people: what holds, then the tiers of environments, then every rule. */
export function showConfig(document: ConfigDocument, style: Style, width: number): string {
  const { path, environments } = document;
  const blocks = [
    [style.strong(`Configuration of ${harmlessInLog(path === "" ? "." : path)}`), ...general(document, style, width)],
    environments.length === 0
      ? [style.strong("No environments here")]
      : table(
          ["environment", "tier", "from"],
          environments.map(({ name, tier, from }) => [name, tier, from]),
          style,
        ),
    table(["rule", ...tiers, "from"], document.rules.map(ruleRow), style),
    options(document, style),
  ];
  const shown = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${shown.join("\n\n")}\n`;
}

function general(document: ConfigDocument, style: Style, width: number): string[] {
  const { file, why, preset, excluded, sources, overrides, ignores, locked } = document;
  const off = Object.entries(sources).filter(([, { value }]) => value === "off");
  const facts: [name: string, ...values: string[]][] = [
    ["file", file === undefined ? why : `${file}, ${why}`],
    ["preset", `${preset.value} (${preset.from})`],
  ];
  if (excluded) facts.push(["excluded", `not linted, by ${excluded.value} (${excluded.from})`]);
  facts.push(...off.map(([name, { from }]): [string, string] => ["source", `${name} is off (${from})`]));
  facts.push(...overrides.map(overrideFact));
  facts.push(...locked.map(({ value, from }): [string, string] => ["locked", `${value} (${from})`]));
  facts.push(...ignores.map(({ value, from }): [string, string] => ["ignore", `${ignoreText(value)} (${from})`]));
  const longest = Math.max(...facts.map(([name]) => name.length));
  return facts.flatMap(([name, value = ""]) => {
    const [first = "", ...rest] = wrap(harmlessInLog(value), Math.max(20, width - longest - 4));
    const margin = " ".repeat(longest + 4);
    return [`  ${style.faint(name.padEnd(longest))}  ${first}`, ...rest.map((line) => `${margin}${line}`)];
  });
}

const holding = { all: "holds", some: "holds for some files here", none: "holds for no file here" } as const;

function overrideFact({ files, from, holds }: ConfigDocument["overrides"][number]): [string, string] {
  return ["override", `${files.join(", ")} ${holding[holds]} (${from})`];
}

interface IgnoreParts {
  readonly rules?: readonly string[];
  readonly resource?: string;
  readonly files?: readonly string[];
  readonly environments?: readonly string[];
  readonly until?: string;
  readonly reason?: string;
}

function ignoreText({ rules = [], resource, files, environments, until, reason }: IgnoreParts): string {
  const where = [
    enumerate(rules),
    ...(resource === undefined ? [] : [`on ${resource}`]),
    ...(files === undefined ? [] : [`in ${enumerate(files)}`]),
    ...(environments === undefined ? [] : [`for ${enumerate(environments)}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ];
  return `${where.join(" ")}: ${reason}`;
}

function ruleRow({ id, severity }: EffectiveRule): string[] {
  return [id, ...tiers.map((tier) => severity[tier].value), originsOf(severity)];
}

/** One word where all tiers have the same origin, else each with its tiers. */
function originsOf(severity: EffectiveRule["severity"]): string {
  const origins = [...new Set(tiers.map((tier) => severity[tier].from))];
  if (origins.length === 1) return origins[0]!;
  const named = origins.map((from) => {
    const own = tiers.filter((tier) => severity[tier].from === from);
    return from === "default" ? undefined : `${from} (${enumerate(own)})`;
  });
  return named.filter((each) => each !== undefined).join(", ");
}

function options({ rules }: ConfigDocument, style: Style): string[] {
  const rows = rules.flatMap(({ id, options: set }) =>
    Object.entries(set).map(([name, { value, from }]) => [id, name, valueText(value), from]),
  );
  return rows.length === 0 ? [] : table(["rule", "option", "value", "from"], rows, style);
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function table(headings: readonly string[], written: readonly (readonly string[])[], style: Style): string[] {
  const rows = written.map((row) => row.map(harmlessInLog));
  const widths = headings.map((heading, column) =>
    Math.max(displayWidth(heading), ...rows.map((row) => displayWidth(row[column]!))),
  );
  const pad = (text: string, column: number) =>
    column === headings.length - 1 ? text : text + " ".repeat(widths[column]! - displayWidth(text));
  return [
    style.strong(headings.map(pad).join("  ")),
    ...rows.map((row) =>
      row.map((cell, column) => paint(pad(cell, column), cell, headings[column]!, style)).join("  "),
    ),
  ];
}

const levels: ReadonlySet<string> = new Set(["error", "warning", "note"]);

function paint(padded: string, cell: string, heading: string, style: Style): string {
  if (heading === "rule") return style.link(padded, rulePage(cell));
  if (cell === "off" || cell === "default") return style.faint(padded);
  const isTier = (tiers as readonly string[]).includes(heading);
  return isTier && levels.has(cell) ? style.level(cell as "error" | "warning" | "note", padded) : padded;
}
