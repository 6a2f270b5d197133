import type { Finding } from "../../engine/finding.ts";
import type { Place } from "../../model/place.ts";
import { harmlessInLog } from "./harmless.ts";
import { inEnvironments, namedEnvironments } from "./wording.ts";

/** A finding in sentences, for formats without a field for environments: the message, where it holds, what to do. */
export function sentencesOf({ message, environments, help }: Finding): string[] {
  const where = inEnvironments(environments);
  return [message, ...(where === "" ? [] : [`This holds ${where}.`]), ...(help === "" ? [] : [help])];
}

/** The literal that decides, as `file:line`, if it stands elsewhere than the finding. */
export function decidedAt({ trail }: Finding): string | undefined {
  const last = trail.at(-1);
  return last && `${last.at.file}:${last.at.start.line}`;
}

/** Where an annotation belongs: at the line that changed, if the finding itself stands elsewhere. */
export function annotatedPlace({ at, changedAt }: Finding): Place {
  return changedAt ?? at;
}

/** What an annotation cannot show by where it is: the places of the finding and of the literal that decides. */
export function placesElsewhere(finding: Finding): string[] {
  const { file, start } = annotatedPlace(finding);
  const decided = decidedAt(finding);
  return [
    ...(finding.changedAt === undefined ? [] : [`Found at ${finding.at.file}:${finding.at.start.line}.`]),
    ...(decided === undefined || decided === `${file}:${start.line}` ? [] : [`Decided at ${decided}.`]),
  ];
}

/** `file:line:column: level rule: message [environments]`. */
export function conciseLine({ at, level, rule, message, environments }: Finding): string {
  const names = namedEnvironments(environments);
  const where = names.length === 0 ? "" : ` [${names.join(", ")}]`;
  const { file, start } = at;
  return harmlessInLog(`${file}:${start.line}:${start.column}: ${level} ${rule}: ${message}${where}`);
}
