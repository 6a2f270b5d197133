import type {
  FindingDocument,
  FixDocument,
  PlaceDocument,
  ReportDocument,
  ResourceDocument,
  StepDocument,
  SuppressedDocument,
} from "../../schemas/types/report.generated.ts";
import type { Finding, ResourceName, UndecidedCheck } from "../engine/finding.ts";
import type { OfferedFix } from "../engine/fix/change.ts";
import type { Report } from "../engine/report.ts";
import type { Texts } from "../model/files.ts";
import type { Place } from "../model/place.ts";
import type { Step } from "../model/tree.ts";
import type { FormatOptions } from "./format.ts";
import { harmlessJson } from "./text/harmless.ts";

export type JsonOptions = Pick<FormatOptions, "showSuppressed">;

/** The report as `schemas/report.schema.json` describes it. */
export function formatJson(report: Report, options?: JsonOptions): string {
  return `${harmlessJson(reportDocument(report, options))}\n`;
}

export function reportDocument(report: Report, options?: JsonOptions): ReportDocument {
  return {
    version: 1,
    tool: { name: "ml-lint", version: report.version },
    summary: {
      errors: report.counts.error,
      warnings: report.counts.warning,
      notes: report.counts.note,
      suppressed: report.suppressed.length,
      ...(report.known && { known: report.known.findings.length, gone: report.known.gone }),
      ...(report.leftOut && { unchanged: report.leftOut.findings.length }),
      undecided: report.undecided.length,
      files: Object.fromEntries(report.files),
    },
    findings: report.findings.map((finding) => findingDocument(finding, report.texts)),
    ...(options?.showSuppressed && { suppressed: suppressedDocuments(report) }),
    undecided: report.undecided.map(undecidedDocument),
    roots: report.roots.map((root) => ({
      path: root.path,
      language: root.language,
      environments: root.environments.map(({ name, tier }) => ({ name, tier })),
    })),
    failures: report.failures.map(({ message, file, ours }) => ({
      message,
      ...(file !== undefined && { file }),
      ours,
    })),
  };
}

function findingDocument(finding: Finding, texts: Texts): FindingDocument {
  return {
    rule: finding.rule,
    level: finding.level,
    message: finding.message,
    help: finding.help,
    place: placeDocument(finding.at),
    ...(finding.changedAt && { changedAt: placeDocument(finding.changedAt) }),
    trail: finding.trail.map(stepDocument),
    related: finding.related.map(stepDocument),
    environments: finding.environments.map(({ name, tier }) => ({ name, tier })),
    ...(finding.resource && { resource: resourceDocument(finding.resource) }),
    ...(finding.attribute !== undefined && { attribute: finding.attribute }),
    ...(finding.fix && { fix: fixDocument(finding.fix, texts) }),
    fingerprint: finding.fingerprint,
  };
}

/** The edits that mend a finding; an insertion is at a place that begins where it ends. */
function fixDocument({ safety, edits }: OfferedFix, texts: Texts): FixDocument {
  return {
    safety,
    edits: edits.map(({ file, from, to, text }) => {
      const source = texts.get(file)!;
      return { place: placeDocument(source.place(from, to)), text };
    }),
  };
}

/** What is left out, by whom and why. */
function suppressedDocuments({ suppressed, known, texts }: Report): SuppressedDocument[] {
  return [
    ...suppressed.map(({ finding, reason, at, by }) => ({
      by,
      reason,
      at: placeDocument(at),
      finding: findingDocument(finding, texts),
    })),
    ...(known?.findings ?? []).map((finding) => ({
      by: "baseline" as const,
      finding: findingDocument(finding, texts),
    })),
  ];
}

function undecidedDocument(check: UndecidedCheck): ReportDocument["undecided"][number] {
  return {
    rule: check.rule,
    why: check.why,
    resource: resourceDocument(check.resource),
    place: placeDocument(check.at),
    environments: check.environments.map((environment) => environment.name),
  };
}

function resourceDocument({ address, type, kind, root }: ResourceName): ResourceDocument {
  return { address, type, kind, root };
}

function stepDocument(step: Step): StepDocument {
  return { place: placeDocument(step.at), text: step.text };
}

function placeDocument({ file, start, end }: Place): PlaceDocument {
  return {
    file,
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
