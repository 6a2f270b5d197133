import type { Finding } from "../engine/finding.ts";
import type { Failure, Report } from "../engine/report.ts";
import { type Place, placeKey } from "../model/place.ts";
import type { Step } from "../model/tree.ts";
import { rulePage } from "./documentation.ts";
import { untoldFailures } from "./failures.ts";
import { fixableWord } from "./fixable.ts";
import type { FormatOptions } from "./format.ts";
import { type Frame, frameOf } from "./frame.ts";
import { summarize } from "./summary.ts";
import { listSuppressed } from "./suppressed.ts";
import { harmlessInLog } from "./text/harmless.ts";
import { displayWidth, wrap } from "./text/width.ts";
import { inEnvironments } from "./text/wording.ts";
import { placeName, reasonsOf } from "./trail.ts";
import { listUndecided } from "./undecided.ts";

const mostRelated = 3;
const mostEnvironments = 6;

/** For people: each finding with the code it is about, then what was looked at. */
export function formatPretty(report: Report, options: FormatOptions): string {
  const blocks: string[] = [];
  let file: string | undefined;
  for (const finding of report.findings) {
    if (finding.at.file !== file) {
      file = finding.at.file;
      blocks.push(options.style.strong(harmlessInLog(file)));
    }
    blocks.push(showFinding(finding, report, options));
  }
  if (options.undecided && report.undecided.length > 0) blocks.push(listUndecided(report.undecided, options));
  if (options.showSuppressed) blocks.push(...listSuppressed(report, options));
  const failures = untoldFailures(report).map((failure) => showFailure(failure, options));
  return `${[...blocks, ...failures, summarize(report, options)].join("\n\n")}\n`;
}

/** One finding with the code it is about, without a line break at its end. */
export function showFinding(finding: Finding, report: Report, options: FormatOptions): string {
  const painter = new Painter(finding, report, options);
  painter.headline();
  painter.code();
  painter.trail();
  painter.change();
  painter.related();
  painter.help();
  return painter.text();
}

/** One part of a finding's drawing: a line of words that hangs on the bar, and the code below it. */
interface Part {
  readonly words: string;
  readonly frame?: Frame | undefined;
}

class Painter {
  readonly #finding: Finding;
  readonly #report: Report;
  readonly #options: FormatOptions;
  readonly #parts: Part[] = [];
  #headline = "";

  constructor(finding: Finding, report: Report, options: FormatOptions) {
    this.#finding = finding;
    this.#report = report;
    this.#options = options;
  }

  headline(): void {
    const { level, message, environments } = this.#finding;
    const { style, width } = this.#options;
    const where = inEnvironments(environments, mostEnvironments);
    const start = harmlessInLog(where === "" ? level : `${level} ${where}`);
    const lines = wrap(harmlessInLog(message), width - 2, displayWidth(start)).map((line) => style.strong(line));
    this.#headline = `${style.level(level, start)}${style.strong(":")} ${lines.join("\n  ")}`;
  }

  code(): void {
    const { at, rule } = this.#finding;
    const { style } = this.#options;
    const name = style.link(harmlessInLog(rule), rulePage(rule));
    const dot = style.faint(style.marks.dot);
    const fixable = fixableWord(this.#finding);
    const words = `${placeName(at)} ${dot} ${name}${fixable === undefined ? "" : ` ${dot} ${style.faint(fixable)}`}`;
    this.#parts.push({ words, frame: this.#frame(at) });
  }

  trail(): void {
    const { at, trail } = this.#finding;
    for (const [index, reason] of reasonsOf(at, trail).entries()) {
      const words = `${index === 0 ? "because" : "and"} ${reason.words}`;
      this.#parts.push({ words, frame: this.#frame(reason.at) });
    }
  }

  related(): void {
    const { at, trail, related } = this.#finding;
    const shown = new Set([at, ...trail.map((step) => step.at)].map(placeKey));
    const others = related.filter((step) => !shown.has(placeKey(step.at)));
    for (const step of others.slice(0, mostRelated)) {
      this.#parts.push({ words: `see also ${relatedWords(step)}`, frame: this.#frame(step.at) });
    }
    const more = others.length - mostRelated;
    if (more > 0) this.#parts.push({ words: `and ${more} more ${more === 1 ? "place" : "places"}` });
  }

  /** The place that changed, unless it is shown already. */
  change(): void {
    const { at, changedAt, trail } = this.#finding;
    if (changedAt === undefined) return;
    const isShown = [at, ...trail.map((step) => step.at)].some((place) => isSameLine(place, changedAt));
    if (!isShown) this.#parts.push({ words: `brought by the change in ${placeName(changedAt)}` });
  }

  help(): void {
    if (this.#finding.help === "") return;
    this.#parts.push({ words: `help: ${harmlessInLog(this.#finding.help)}` });
  }

  text(): string {
    const { style, width } = this.#options;
    const { marks } = style;
    const digits = Math.max(1, ...this.#parts.map((part) => (part.frame ? String(part.frame.line).length : 0)));
    const margin = " ".repeat(digits + 2);
    const bar = style.faint(marks.bar);
    const lines = [this.#headline];
    for (const [index, part] of this.#parts.entries()) {
      const isLast = index === this.#parts.length - 1;
      const mark = index === 0 ? marks.first : isLast && !part.frame ? marks.last : marks.next;
      const wrapped = index === 0 ? [part.words] : wrap(part.words, width - margin.length - mark.length - 1);
      const hanging = `\n${margin}${isLast ? " " : bar}${" ".repeat(mark.length)}`;
      lines.push(`${margin}${style.faint(mark)} ${wrapped.join(hanging)}`);
      if (!part.frame) continue;
      const number = style.faint(` ${String(part.frame.line).padStart(digits)} `);
      lines.push(`${number}${bar} ${part.frame.code}`.trimEnd());
      lines.push(`${margin}${bar} ${style.level(this.#finding.level, part.frame.underline)}`);
    }
    return lines.join("\n");
  }

  #frame(place: Place): Frame | undefined {
    const { codeWidth, style } = this.#options;
    const masked = this.#finding.sensitive === true;
    const { texts, secrets } = this.#report;
    return frameOf(place, texts, { width: Math.max(codeWidth - 8, 20), marks: style.marks, masked, secrets });
  }
}

function isSameLine(a: Place, b: Place): boolean {
  return a.file === b.file && a.start.line === b.start.line;
}

/** A related place; what it is, unless that only repeats the place. */
function relatedWords(step: Step): string {
  return step.text.endsWith(step.at.file) ? placeName(step.at) : `${placeName(step.at)}, ${harmlessInLog(step.text)}`;
}

function showFailure(failure: Failure, { style, width }: FormatOptions): string {
  const [first, ...rest] = wrap(harmlessInLog(failure.message), width - 2, "failed:".length);
  return [`${style.level("error", "failed")}${style.strong(":")} ${first}`, ...rest].join("\n  ");
}
