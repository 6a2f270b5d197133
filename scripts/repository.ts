import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every generator writes its files, or checks that they are what it would write. */
export type Mode = "write" | "check";

/** The root of the repository; scripts are started by npm, which starts them there. */
export const repository = process.cwd();

/** Files by their path from the root of the repository. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** Writes generated files, or names those that are not up to date. Returns the exit code. */
export function settle(mode: Mode, files: GeneratedFiles, command: string): number {
  const stale = [...files].filter(([path, content]) => readIfThere(path) !== content).map(([path]) => path);
  if (mode === "write") {
    for (const path of stale) write(path, files.get(path)!);
    if (stale.length > 0) say(`wrote ${stale.join(", ")}`);
    return 0;
  }
  for (const path of stale) say(`${path} is not up to date: run ${command}`);
  return stale.length > 0 ? 1 : 0;
}

export function readIfThere(path: string): string | undefined {
  const full = join(repository, path);
  return existsSync(full) ? readFileSync(full, "utf8") : undefined;
}

export function write(path: string, content: string): void {
  const full = join(repository, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
