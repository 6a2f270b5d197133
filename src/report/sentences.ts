import type { Finding } from "../engine/finding.ts";
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

/** `file:line:column: level rule: message [environments]`. */
export function conciseLine({ at, level, rule, message, environments }: Finding): string {
  const names = namedEnvironments(environments);
  const where = names.length === 0 ? "" : ` [${names.join(", ")}]`;
  const { file, start } = at;
  return harmlessInLog(`${file}:${start.line}:${start.column}: ${level} ${rule}: ${message}${where}`);
}
