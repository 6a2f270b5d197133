import { formatJson } from "../../src/compare/formats/json.ts";
import { formatMarkdown } from "../../src/compare/formats/markdown.ts";
import { formatPretty } from "../../src/compare/formats/pretty.ts";
import { linksOf } from "../../src/engine/run.ts";
import { modelTree } from "../../src/report/model/tree.ts";
import { colouredStyle } from "../../src/report/text/colours.ts";
import { asciiMarks, plainStyle, unicodeMarks } from "../../src/report/text/style.ts";
import { compareFiles, readProject, sampleFiles } from "./sample.ts";

/** What each format makes of the sample, by the name of its golden file. */
export async function goldenFiles(): Promise<Map<string, string>> {
  const sample = await compareFiles(sampleFiles);
  const differences = await compareFiles(sampleFiles, { differencesOnly: true });
  const one = await compareFiles(sampleFiles, { environments: ["prod"], types: ["compute.cluster"] });
  const nothing = await compareFiles({ "a.tf": 'variable "a" {}\n' });
  const style = plainStyle(unicodeMarks);
  return new Map([
    ["pretty.txt", formatPretty(sample, { style, width: 120 })],
    ["pretty-narrow.txt", formatPretty(sample, { style, width: 60 })],
    ["pretty-ascii.txt", formatPretty(differences, { style: plainStyle(asciiMarks), width: 120 })],
    ["pretty-colours.txt", formatPretty(sample, { style: colouredStyle(1, false, unicodeMarks), width: 120 })],
    ["pretty-one-environment.txt", formatPretty(one, { style, width: 120 })],
    ["pretty-nothing.txt", formatPretty(nothing, { style, width: 120 })],
    ["markdown.md", formatMarkdown(sample)],
    ["comparison.json", formatJson(one)],
    ["tree.txt", await tree(120, unicodeMarks)],
    ["tree-narrow.txt", await tree(60, asciiMarks)],
  ]);
}

async function tree(width: number, marks: typeof unicodeMarks): Promise<string> {
  const { project } = await readProject(sampleFiles, ["prod"]);
  const types = ["key-vault", "compute.cluster", "workspace", "compute.instance"];
  return modelTree(project, {
    style: plainStyle(marks),
    width,
    filter: { types, addresses: [] },
    links: linksOf(project),
  });
}
