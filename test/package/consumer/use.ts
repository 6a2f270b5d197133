import {
  type FileReader,
  type FindingDocument,
  type LintOptions,
  lint,
  lintToSarif,
  type ReportDocument,
  rules,
} from "ml-lint";

const options: LintOptions = {
  today: "2026-11-21",
  environments: ["prod"],
  configuration: { preset: "strict", rules: { "compute/public-ip": { production: "error" } }, exclude: ["old/**"] },
};

const reader: FileReader = { paths: ["main.tf"], read: () => "", list: () => [] };

const report: ReportDocument = await lint({ "main.tf": "" }, options);
const findings: FindingDocument[] = report.findings;
const lines: number[] = findings.map((finding) => finding.place.start.line);
const sarif: string = await lintToSarif(reader);
const severity: "error" | "warning" | "note" | "off" = rules()[0]!.severity.production;

// @ts-expect-error An option that does not exist.
await lint({}, { preset: "strict" });
// @ts-expect-error A file is a text.
await lint({ "main.tf": 1 });
// @ts-expect-error A severity that does not exist.
await lint({}, { configuration: { rules: { "compute/public-ip": "fatal" } } });

export { lines, sarif, severity };
