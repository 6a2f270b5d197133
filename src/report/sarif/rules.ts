import type { ReportingDescriptor } from "sarif";
import type { Level, Severity } from "../../engine/level.ts";
import type { Rule } from "../../engine/rule.ts";
import { tiers } from "../../model/environment.ts";
import { rulePage } from "../documentation.ts";
import type { Peer } from "../format.ts";
import { levelOrder } from "../text/wording.ts";

const mostTags = 20;

/** GitHub's words for severities that are not about security. */
const problemSeverity: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "recommendation" };

/** A rule as SARIF describes it; its page, which only rules with findings bring, is its help. */
export function describeRule(
  id: string,
  rule: Rule | undefined,
  page: string | undefined,
  peers: readonly Peer[] = [],
): ReportingDescriptor {
  const title = rule?.title ?? id;
  const level = rule ? worstLevel(Object.values(rule.severity)) : "error";
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: title },
    fullDescription: { text: (page && firstParagraph(page)) || title },
    help: page === undefined ? { text: title } : { text: page, markdown: page },
    helpUri: rulePage(id),
    defaultConfiguration: { level },
    properties: {
      ...(rule && { precision: rule.precision }),
      "problem.severity": problemSeverity[level],
      ...(rule?.securitySeverity !== undefined && { "security-severity": rule.securitySeverity.toFixed(1) }),
      tags: tagsOf(rule, peers),
      ...(peers.length > 0 && { peers }),
      ...(rule?.fix && { fix: rule.fix }),
      ...(rule && { severities: Object.fromEntries(tiers.map((tier) => [tier, rule.severity[tier]])) }),
    },
  };
}

/**
 * GitHub reads `security-severity` only of rules that carry the tag `security`. The names that ask the same elsewhere are
 * tags, too, so that alerts can be filtered by them: `external/checkov/CKV_AZURE_137`.
 */
function tagsOf(rule: Rule | undefined, peers: readonly Peer[]): string[] {
  const security = rule?.securitySeverity === undefined ? [] : ["security"];
  const same = peers.filter(({ link }) => link === "same").map(({ tool, id }) => `external/${tool}/${id}`);
  return [...new Set([...security, ...(rule?.tags ?? []), ...same])].slice(0, mostTags);
}

function worstLevel(severities: readonly Severity[]): Level {
  return levelOrder.find((level) => severities.includes(level)) ?? "note";
}

/** `compute/public-ip` as `ComputePublicIp`. */
function nameOf(id: string): string {
  return id.replace(/(?:^|[/-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The first paragraph of a page below its title, on one line, without marks for code and links. */
function firstParagraph(page: string): string | undefined {
  const paragraph = page.split(/\n[ \t]*\n/).find((block) => block.trim() !== "" && !block.trimStart().startsWith("#"));
  return paragraph
    ?.trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replaceAll("`", "");
}
