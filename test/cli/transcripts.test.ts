import { describe, expect, test } from "vitest";
import { play, transcripts } from "./transcript.ts";

describe("what the command prints (rewritten by: node scripts/run.js transcripts)", () => {
  test.each([...transcripts()])("%s", { timeout: 30_000 }, (_name, transcript) => {
    expect(play(transcript)).toBe(transcript);
  });
});
