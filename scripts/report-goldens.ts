import { goldenFiles } from "../test/report/golden.ts";
import { type Mode, settle } from "./repository.ts";

/** What each format makes of the sample report; read the files before you commit them. */
export function main(mode: Mode): number {
  const files = new Map([...goldenFiles()].map(([name, text]) => [`test/report/golden/${name}`, text] as const));
  return settle(mode, files, "node scripts/run.js report-goldens");
}
