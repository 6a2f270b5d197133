import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { armTemplate, type Input, terraformRoot } from "../bench/inputs.ts";
import { type Mode, repository, say } from "./repository.ts";

const runs = Number(process.env["ML_LINT_BENCH_RUNS"] ?? 7);
const command = join(repository, "dist/ml-lint.js");
const peak = join(repository, "bench/peak.js");

interface Subject {
  readonly name: string;
  readonly prepare: (folder: string) => void;
  readonly words: readonly string[];
}

const subjects: readonly Subject[] = [
  { name: "--version", prepare: () => {}, words: ["--version"] },
  { name: "empty folder", prepare: () => {}, words: ["."] },
  { name: "the example, two environments", prepare: copyExample, words: ["."] },
  ...[100, 1000, 5000].map((amount) => ({
    name: `${amount} Terraform resources, two environments`,
    prepare: writing(() => terraformRoot(amount, 2)),
    words: ["."],
  })),
  { name: "1000 Terraform resources, one environment", prepare: writing(() => terraformRoot(1000, 1)), words: ["."] },
  { name: "1000 Terraform resources, ten environments", prepare: writing(() => terraformRoot(1000, 10)), words: ["."] },
  { name: "ARM template of 1 MB", prepare: writing(() => armTemplate(1e6)), words: ["."] },
  ...[1, 10].map((amount) => ({
    name: `ARM template of 1 MB, ${amount === 1 ? "one environment" : "ten environments"}`,
    prepare: writing(() => armTemplate(1e6, amount)),
    words: ["."],
  })),
  { name: "ARM template of 10 MB", prepare: writing(() => armTemplate(1e7)), words: ["."] },
];

/**
 * Whole processes, each beside a bare `node -e 0` in turn: the ratio holds where the machine's speed drifts. A word given
 * after `--` picks the subjects whose name holds it.
 */
export function main(_mode: Mode, rest: readonly string[]): number {
  const wanted = rest.filter((word) => !word.startsWith("-"));
  say("| input | time over bare node | seconds | peak memory |");
  say("|---|---|---|---|");
  for (const subject of subjects) {
    if (wanted.length > 0 && !wanted.some((word) => subject.name.includes(word))) continue;
    measure(subject);
  }
  return 0;
}

function measure({ name, prepare, words }: Subject): void {
  const folder = mkdtempSync(join(tmpdir(), "ml-lint-bench-"));
  const memory = join(tmpdir(), `ml-lint-bench-${process.pid}.txt`);
  try {
    prepare(folder);
    const samples = Array.from({ length: runs + 1 }, () => {
      const bare = time(["-e", "0"], folder);
      return { own: time([command, ...words, "--fail-on", "never"], folder), bare };
    }).slice(1);
    spawnSync(process.execPath, ["--import", peak, command, ...words], {
      cwd: folder,
      stdio: "ignore",
      env: { ...process.env, ML_LINT_BENCH_PEAK: memory },
    });
    const ratio = median(samples.map(({ own, bare }) => own / bare));
    const seconds = median(samples.map(({ own }) => own)) / 1000;
    const megabytes = Math.round(Number(readFileSync(memory, "utf8")) / 1024);
    say(`| ${name} | ${ratio.toFixed(2)} | ${seconds.toFixed(2)} | ${megabytes} MB |`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(memory, { force: true });
  }
}

function time(words: readonly string[], cwd: string): number {
  const before = performance.now();
  const { status } = spawnSync(process.execPath, words, { cwd, stdio: ["ignore", "ignore", "ignore"] });
  if (status !== 0 && status !== 1) throw new Error(`node ${words.join(" ")} ended with ${status}`);
  return performance.now() - before;
}

function writing(make: () => Input): (folder: string) => void {
  return (folder) => {
    for (const [path, text] of Object.entries(make())) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
}

function copyExample(folder: string): void {
  cpSync(join(repository, "examples/platform"), folder, { recursive: true });
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
