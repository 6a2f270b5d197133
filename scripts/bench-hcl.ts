import { reportParsing } from "../bench/hcl.ts";
import { type Mode, say } from "./repository.ts";

/** `node scripts/run.js bench-hcl FOLDER`: megabytes a second over the Terraform files of a folder. */
export function main(_mode: Mode, [folder]: readonly string[]): number {
  if (folder === undefined) {
    say("bench-hcl: expected a folder with Terraform files");
    return 2;
  }
  say(reportParsing(folder));
  return 0;
}
