import { type PeerCheck, type PeerGroup, type PeerLink, peersOf } from "../../../data/peers.ts";

/** How a check of another tool relates to a rule, as a heading of a list. */
const relations: Readonly<Record<PeerLink, string>> = {
  same: "The same",
  part: "In part",
  opposite: "The contrary",
};

/** The section of a rule's page on what other tools call it, as Markdown. */
export function elsewhereSection(rule: string): string {
  const groups = peersOf(rule);
  const lines = groups.length === 0 ? ["No other tool is known to ask this."] : groups.map(groupLine);
  return ["## Elsewhere", "", ...lines].join("\n");
}

/** A page with that section before its references. */
export function withElsewhere(page: string, rule: string): string {
  const references = page.lastIndexOf("\n## References");
  const at = references < 0 ? page.length : references + 1;
  return `${page.slice(0, at)}${elsewhereSection(rule)}\n\n${page.slice(at)}`;
}

function groupLine({ link, checks, note }: PeerGroup): string {
  const byTool = new Map<string, string[]>();
  for (const check of checks) {
    byTool.set(check.toolName, [...(byTool.get(check.toolName) ?? []), shownName(check)]);
  }
  const tools = [...byTool].map(([tool, names]) => `${tool} ${names.join(", ")}`);
  return `- ${relations[link]}: ${tools.join("; ")}.${note === undefined ? "" : ` ${note}`}`;
}

function shownName({ id, alias }: PeerCheck): string {
  const second = alias === undefined || alias.endsWith(id) ? "" : ` (\`${alias}\`)`;
  return `\`${id}\`${second}`;
}
