import { scriptMarks, settingsMarks, yamlMarks } from "../../parsers/commands/marks.ts";
import { carrierMarks, terraformMarks } from "../../parsers/pipelines/marks.ts";
import { decode } from "./decode.ts";
import type { DiskFiles } from "./files.ts";
import { interestIn } from "./kinds-of-files.ts";

/** What Terraform plans, ARM templates and parameter files hold, written as patterns. */
const planMarks = ['"resource_changes"', '"planned_values"'];
const armMarks = ["[dD]eployment(?:[tT]emplate|[pP]arameters)\\.json", '"contentVersion"', '"parameters"'];

const json = new RegExp([...planMarks, ...armMarks, ...settingsMarks.map(literal)].join("|"));
const yaml = new RegExp([...yamlMarks, ...terraformMarks].map(literal).join("|"));
const scripts = new RegExp([...scriptMarks, ...carrierMarks].map(literal).join("|"));
const markdown = new RegExp(scriptMarks.map(literal).join("|"));

/** Whether a file, whose name alone does not tell, holds a mark by which a parser knows its subject. */
export function isMarked(path: string, bytes: Buffer): boolean {
  const hasWideCharacters = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marksOf(path).test(hasWideCharacters ? decode(bytes) : bytes.toString("latin1"));
}

function marksOf(path: string): RegExp {
  if (/\.jsonc?$/i.test(path)) return json;
  if (/\.ya?ml$/i.test(path)) return yaml;
  return /\.(?:md|markdown)$/i.test(path) ? markdown : scripts;
}

function literal(mark: string): string {
  return mark.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Keeps the files that a parser should see; their bytes are read once. */
export function selectFiles(paths: readonly string[], files: DiskFiles): string[] {
  return paths.filter((path) => {
    if (interestIn(path) === "always") return true;
    const bytes = files.readBytes(path);
    if (bytes === undefined || !isMarked(path, bytes)) return false;
    files.keep(path, bytes);
    return true;
  });
}
