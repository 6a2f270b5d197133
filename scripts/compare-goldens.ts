import { goldenFiles } from "../test/compare/golden.ts";
import { type Mode, settle } from "./repository.ts";

/** What each format makes of the compared sample; read the files before you commit them. */
export async function main(mode: Mode): Promise<number> {
  const files = new Map(
    [...(await goldenFiles())].map(([name, text]) => [`test/compare/golden/${name}`, text] as const),
  );
  return settle(mode, files, "node scripts/run.js compare-goldens");
}
