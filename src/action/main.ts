import { reportCrash } from "../cli/crash.ts";
import { act } from "./act.ts";

start().catch(reportCrash);

async function start(): Promise<void> {
  process.exitCode = await act();
}
