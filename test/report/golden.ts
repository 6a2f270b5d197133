import { formatAzure } from "../../src/report/azure.ts";
import { formatConcise } from "../../src/report/concise.ts";
import type { FormatOptions } from "../../src/report/format.ts";
import { formatGithub } from "../../src/report/github.ts";
import { formatGitlab } from "../../src/report/gitlab.ts";
import { formatJson } from "../../src/report/json.ts";
import { formatJunit } from "../../src/report/junit.ts";
import { formatMarkdown } from "../../src/report/markdown.ts";
import { formatPretty } from "../../src/report/pretty.ts";
import { formatSarif } from "../../src/report/sarif/sarif.ts";
import { colouredStyle } from "../../src/report/text/colours.ts";
import { asciiMarks, plainStyle, unicodeMarks } from "../../src/report/text/style.ts";
import { cleanReport, emptyReport, nothingNewReport, sampleReport, sampleRulePage } from "../samples/report.ts";

export const sampleOptions: FormatOptions = {
  style: plainStyle(unicodeMarks),
  width: 80,
  codeWidth: 100,
  undecided: false,
  page: sampleRulePage,
  provenance: { repositoryUri: "https://example.com/team/platform", revisionId: "0123456789abcdef", branch: "main" },
  scope: { paths: ["infra", "docs"], files: 12, environments: [] },
};

const ascii: FormatOptions = { ...sampleOptions, style: plainStyle(asciiMarks), undecided: true };
const coloured: FormatOptions = { ...sampleOptions, style: colouredStyle(1, true, unicodeMarks) };
const narrow: FormatOptions = { ...sampleOptions, width: 40, codeWidth: 40 };
const suppressed: FormatOptions = { ...sampleOptions, showSuppressed: true };
const nothingThere: FormatOptions = { ...sampleOptions, scope: { paths: [], files: 0, environments: [] } };

/** What every format makes of the sample, by the name of its golden file. */
export function goldenFiles(): Map<string, string> {
  return new Map([
    ["pretty.txt", formatPretty(sampleReport, sampleOptions)],
    ["pretty-ascii-undecided.txt", formatPretty(sampleReport, ascii)],
    ["pretty-colours.txt", formatPretty(sampleReport, coloured)],
    ["pretty-narrow.txt", formatPretty(sampleReport, narrow)],
    ["pretty-clean.txt", formatPretty(cleanReport, sampleOptions)],
    ["pretty-nothing-new.txt", formatPretty(nothingNewReport, sampleOptions)],
    ["pretty-suppressed.txt", formatPretty({ ...sampleReport, findings: [], counts: cleanReport.counts }, suppressed)],
    ["pretty-empty.txt", formatPretty(emptyReport, sampleOptions)],
    ["pretty-nothing-there.txt", formatPretty(emptyReport, nothingThere)],
    ["concise.txt", formatConcise(sampleReport)],
    ["github.txt", formatGithub(sampleReport)],
    ["azure.txt", formatAzure(sampleReport)],
    ["report.json", formatJson(sampleReport)],
    ["gitlab.json", formatGitlab(sampleReport)],
    ["junit.xml", formatJunit(sampleReport)],
    ["junit-clean.xml", formatJunit(cleanReport)],
    ["markdown.md", formatMarkdown(sampleReport)],
    ["markdown-clean.md", formatMarkdown(cleanReport)],
    ["report.sarif", formatSarif(sampleReport, sampleOptions)],
  ]);
}
