import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Description } from "./describe.ts";

/** What HashiCorp's parser says of one text. */
export interface Answer {
  readonly name: string;
  readonly valid: boolean;
  readonly problem?: string;
  readonly body?: Description;
}

const largest = 2 ** 31 - 1;

/** Builds the oracle from its folder and runs `use` with a way to ask it; undefined where Go is not installed. */
export function withOracle<Result>(folder: string, use: (ask: Ask) => Result): Result | undefined {
  if (spawnSync("go", ["version"]).status !== 0) return undefined;
  const target = mkdtempSync(join(tmpdir(), "ml-lint-oracle-"));
  const program = join(target, "oracle");
  try {
    run("go", ["build", "-o", program, "."], "", folder);
    return use((input, ...flags) => run(program, flags, input));
  } finally {
    rmSync(target, { recursive: true });
  }
}

/** Hands the oracle its input and gives back its lines. */
export type Ask = (input: string, ...flags: readonly string[]) => string[];

export function parseAnswer(line: string): Answer {
  return JSON.parse(line) as Answer;
}

function run(program: string, args: readonly string[], input: string, cwd?: string): string[] {
  const result = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: largest, ...(cwd && { cwd }) });
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr || result.error?.message}`);
  return result.stdout.split("\n").filter((line) => line !== "");
}
