// Loaded before the command: writes the peak memory of the process, in kilobytes, where the bench asks for it.
import { writeFileSync } from "node:fs";

const file = process.env["ML_LINT_BENCH_PEAK"];
if (file) process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
