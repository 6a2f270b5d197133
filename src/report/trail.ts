import { comparePositions, type Place } from "../model/place.ts";
import type { Step } from "../model/tree.ts";
import { harmlessInLog } from "./text/harmless.ts";

/** One reason on the way from a finding to the literal that decides it. */
export interface Reason {
  readonly words: string;
  readonly at: Place;
}

/**
 * The trail as reasons that read well after "because" and "and". A name that stands within the code shown before it
 * only names what the next step is about. A value computed from several others has a way of its own to each of them, one
 * after the other; each ends at a literal.
 */
export function reasonsOf(at: Place, trail: readonly Step[]): Reason[] {
  const reasons: Reason[] = [];
  let shown = at;
  let subject: string | undefined = "it";
  for (const step of trail) {
    const text = harmlessInLog(step.text);
    if (!(isName(text) && isWithin(step.at, shown))) {
      const words = subject === undefined ? `${text} in ${placeName(step.at)} decides, too` : undefined;
      reasons.push({ words: words ?? clause(subject!, text, step.at), at: step.at });
      shown = step.at;
    }
    if (isName(text)) subject = text;
    else if (isLiteral(text)) subject = undefined;
  }
  return reasons;
}

/** `file:line:column`. */
export function placeName({ file, start }: Place): string {
  return `${harmlessInLog(file)}:${start.line}:${start.column}`;
}

/** "var.sku", "$SKU", "parameter sku": what a step is about; other texts say something of it. */
function isName(text: string): boolean {
  return !text.replace(/^(?:parameter|variable|output|property) /, "").includes(" ");
}

/** Whether a step is the end of its way. */
function isLiteral(text: string): boolean {
  return /^(?:default of |set in |.*, set in )/.test(text);
}

function clause(subject: string, text: string, at: Place): string {
  const file = harmlessInLog(at.file);
  if (text === `set in ${file}`) return `${subject} is set in ${placeName(at)}`;
  if (text.endsWith(`, set in ${file}`))
    return `${text.slice(0, -`, set in ${file}`.length)} is set in ${placeName(at)}`;
  if (text.startsWith("default of ")) return `${text.slice("default of ".length)} has its default in ${placeName(at)}`;
  return `${subject} is ${text} in ${placeName(at)}`;
}

function isWithin(inner: Place, outer: Place): boolean {
  if (inner.file !== outer.file) return false;
  return comparePositions(inner.start, outer.start) >= 0 && comparePositions(inner.end, outer.end) <= 0;
}
