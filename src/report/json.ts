import type {
  FindingDocument,
  PlaceDocument,
  ReportDocument,
  ResourceDocument,
  StepDocument,
} from "../../schemas/types/report.generated.ts";
import type { Finding, ResourceName, UndecidedCheck } from "../engine/finding.ts";
import type { Report } from "../engine/report.ts";
import type { Place } from "../model/place.ts";
import type { Step } from "../model/tree.ts";
import { harmlessJson } from "./harmless.ts";

/** The report as `schemas/report.schema.json` describes it. */
export function formatJson(report: Report): string {
  return `${harmlessJson(reportDocument(report))}\n`;
}

export function reportDocument(report: Report): ReportDocument {
  return {
    version: 1,
    tool: { name: "ml-lint", version: report.version },
    summary: {
      errors: report.counts.error,
      warnings: report.counts.warning,
      notes: report.counts.note,
      suppressed: report.suppressed.length,
      undecided: report.undecided.length,
      files: Object.fromEntries(report.files),
    },
    findings: report.findings.map(findingDocument),
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

function findingDocument(finding: Finding): FindingDocument {
  return {
    rule: finding.rule,
    level: finding.level,
    message: finding.message,
    help: finding.help,
    place: placeDocument(finding.at),
    trail: finding.trail.map(stepDocument),
    related: finding.related.map(stepDocument),
    environments: finding.environments.map(({ name, tier }) => ({ name, tier })),
    ...(finding.resource && { resource: resourceDocument(finding.resource) }),
    ...(finding.attribute !== undefined && { attribute: finding.attribute }),
    fingerprint: finding.fingerprint,
  };
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
