import { play, transcripts } from "../test/cli/transcript.ts";
import { type Mode, settle } from "./repository.ts";

/** Plays every transcript with the bundled command; read the files before you commit them. */
export function main(mode: Mode): number {
  const files = new Map(
    [...transcripts()].map(([name, text]) => [`test/cli/transcripts/${name}`, play(text)] as const),
  );
  return settle(mode, files, "node scripts/run.js transcripts");
}
