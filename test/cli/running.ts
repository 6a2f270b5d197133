import { vi } from "vitest";
import { run } from "../../src/cli/run.ts";

export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly complaints: string;
}

/** Runs the command in a folder, as a shell would. */
export async function runIn(folder: string, ...words: readonly string[]): Promise<Ran> {
  const written = { output: "", complaints: "" };
  const keep = (stream: keyof typeof written) => (text: string | Uint8Array) => {
    written[stream] += text;
    return true;
  };
  const spies = [
    vi.spyOn(process, "cwd").mockReturnValue(folder),
    vi.spyOn(process.stdout, "write").mockImplementation(keep("output")),
    vi.spyOn(process.stderr, "write").mockImplementation(keep("complaints")),
  ];
  try {
    const code = await run([...words, "--today", "2026-11-21"]);
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
