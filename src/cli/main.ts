#!/usr/bin/env node
import { version } from "../version.ts";

const words = process.argv.slice(2);
const quick = words.length === 1 ? words[0] : undefined;

process.stdout.on("error", stopQuietly);
process.stderr.on("error", stopQuietly);

start().catch(async (error: unknown) => (await import("./crash.ts")).reportCrash(error));

async function start(): Promise<void> {
  if (quick === "--version" || quick === "-V") process.stdout.write(`ml-lint ${version}\n`);
  else if (quick === "--help" || quick === "-h" || quick === "help") {
    const { usage } = await import("./usage.ts");
    process.stdout.write(usage);
  } else {
    const { run } = await import("./run.ts");
    process.exitCode = await run(words);
  }
}

/** A reader that goes away (`ml-lint | head`) is no error of ours. */
function stopQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}
