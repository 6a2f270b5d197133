import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox } from "../../scripts/sandbox.ts";

const folder = join(process.cwd(), "test/cli/transcripts");
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
  const sandbox = new Sandbox("test/cli/sandbox");
  try {
    const played = commands.map((command) => {
      const { output, status } = sandbox.run(command);
      return `${prompt}${command}\n${output}[exit ${status}]\n`;
    });
    return `${lines.slice(0, first).join("\n")}\n${played.join("\n")}`;
  } finally {
    sandbox.remove();
  }
}
