import { peersOf } from "../../../data/peers.ts";
import type { Rule } from "../../engine/rule.ts";
import { presetOfRule } from "../../engine/settings/preset.ts";
import { rulePage } from "../../report/documentation.ts";

/** A rule as JSON, with what it is called elsewhere. */
export function ruleDocument(rule: Rule): object {
  const { id, title, severity, precision, sources, securitySeverity, tags, fix, options = {}, aliases = [] } = rule;
  return {
    id,
    title,
    severity,
    preset: presetOfRule(rule),
    precision,
    sources,
    ...(securitySeverity !== undefined && { securitySeverity }),
    tags,
    ...(fix && { fix }),
    options,
    aliases,
    peers: peerDocuments(id),
    page: rulePage(id),
  };
}

function peerDocuments(rule: string): object[] {
  return peersOf(rule).flatMap(({ link, checks, note }) =>
    checks.map(({ tool, id, alias }) => ({
      tool,
      id,
      ...(alias !== undefined && { alias }),
      link,
      ...(note && { note }),
    })),
  );
}
