import { homePage } from "../report/documentation.ts";
import { harmlessInLog } from "../report/text/harmless.ts";
import { exitCodes } from "./exit-code.ts";

/** Says that the command itself failed, and leaves the exit code of a failure. */
export function reportCrash(error: unknown): void {
  process.stderr.write(crashText(error));
  process.exitCode = exitCodes.failure;
}

/** What it takes to find the defect; a message may quote what was read. */
export function crashText(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = what.split("\n").map(harmlessInLog).join("\n");
  return `ml-lint failed. This is a defect of ml-lint, not of what it read: please report it at\n${homePage}/issues.\n\n${lines}\n`;
}
