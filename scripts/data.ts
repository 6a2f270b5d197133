import { spawnSync } from "node:child_process";
import { basename } from "node:path";
import { globbySync } from "globby";
import { type Mode, readIfThere, repository } from "./repository.ts";

/** Writes or checks everything in `data/` that a script of this folder generates from facts: `data-*.ts`. */
export function main(mode: Mode): number {
  const generators = globbySync("scripts/data-*.ts", { cwd: repository })
    .filter((path) => /^export (async )?function main\b/m.test(readIfThere(path) ?? ""))
    .map((path) => basename(path, ".ts"))
    .sort();
  const words = mode === "check" ? ["--check"] : [];
  const failed = generators.filter((name) => {
    const { status } = spawnSync(process.execPath, ["scripts/run.js", name, ...words], { stdio: "inherit" });
    return status !== 0;
  });
  return failed.length > 0 ? 1 : 0;
}
