import type { Place } from "../../model/place.ts";
import type { Finding } from "../finding.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { Severities } from "../settings/severity.ts";

export const invalidSuppression = "project/invalid-suppression";
export const unusedSuppression = "project/unused-suppression";

/** A finding that somebody decided to live with. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** The comment, or the entry of the configuration. */
  readonly at: Place;
  readonly by: "comment" | "configuration";
}

/** A finding of the engine's own: about no resource and no environment in particular. */
export function defect(rule: string, level: Finding["level"], at: Place, message: string, help: string): Finding {
  return {
    rule,
    level,
    message,
    help,
    at,
    trail: [],
    related: [],
    environments: [],
    resource: undefined,
    attribute: undefined,
    fingerprint: fingerprintOf(rule, { root: at.file, block: "" }, message),
  };
}

export const expiredHelp = "Mend what it covers, or decide anew until when it holds.";
export const unusedHelp = "Remove it.";

/** The engine's own findings at the severity that is configured for them. */
export function atSeverity(findings: readonly Finding[], severities: Severities): Finding[] {
  return findings.flatMap((finding) => {
    const level = severities.anywhere(finding.rule, finding.at);
    return level === "off" ? [] : [{ ...finding, level }];
  });
}
