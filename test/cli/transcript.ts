import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const repository = process.cwd();
const folder = join(repository, "test/cli/transcripts");
const prompt = "$ ";

/** The transcripts by their file names. */
export function transcripts(): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/**
 * Plays a transcript again: its commands, in a fresh copy of the sandbox, each followed by what it prints now and its
 * exit code. Lines that start with `#` before the first command say what the transcript shows.
 */
export function play(transcript: string): string {
  const lines = transcript.split("\n");
  const first = lines.findIndex((line) => line.startsWith(prompt));
  const commands = lines.filter((line) => line.startsWith(prompt)).map((line) => line.slice(prompt.length));
  const place = mkdtempSync(join(tmpdir(), "ml-lint-transcript-"));
  try {
    const sandbox = prepare(place);
    const played = commands.map((command) => `${prompt}${command}\n${run(command, sandbox, place)}`);
    return `${lines.slice(0, first).join("\n")}\n${played.join("\n")}`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function prepare(place: string): string {
  const sandbox = join(place, "work");
  cpSync(join(repository, "test/cli/sandbox"), sandbox, { recursive: true });
  const command = join(place, "ml-lint");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(repository, "dist/ml-lint.js")}" "$@"\n`);
  chmodSync(command, 0o755);
  return sandbox;
}

function run(command: string, sandbox: string, place: string): string {
  const { status, stdout } = spawnSync("sh", ["-c", `{ ${command}\n} 2>&1`], {
    cwd: sandbox,
    encoding: "utf8",
    env: {
      PATH: [place, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter),
      HOME: place,
      LANG: "C.UTF-8",
    },
  });
  const shown = stdout.replaceAll(sandbox, "SANDBOX").replaceAll("\u001b", "␛");
  return `${shown}${shown === "" || shown.endsWith("\n") ? "" : "\n"}[exit ${status}]\n`;
}
