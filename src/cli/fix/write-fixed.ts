import { accessSync, chmodSync, constants, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Texts } from "../../model/files.ts";
import { Refusal } from "../failure.ts";
import { byteOrderMark, decode, hasByteOrderMark } from "../files/decode.ts";
import { writeAtomically } from "../files/write-atomically.ts";

interface Writing {
  readonly file: string;
  readonly target: string;
  readonly text: string;
  readonly mode: number;
}

/** Writes fixed files, after all of them were found to be as they were read: nothing is written where one is not. */
export function writeFixed(fixed: ReadonlyMap<string, string>, texts: Texts, root: string): void {
  const writings = [...fixed].map(([file, text]) => prepare(file, text, texts.get(file)?.text, root));
  refuseTwoTexts(writings);
  for (const { file, target, text, mode } of writings) {
    writeAtomically(target, text, `The fixed file ${file}`);
    chmodSync(target, mode);
  }
}

/** Links may lead to one file by several names. */
function refuseTwoTexts(writings: readonly Writing[]): void {
  const known = new Map<string, Writing>();
  for (const writing of writings) {
    const other = known.get(writing.target);
    if (other && other.text !== writing.text) {
      const both = `${other.file} and ${writing.file}`;
      throw new Refusal(`${both} are one file and would be fixed differently. Nothing was written.`);
    }
    known.set(writing.target, writing);
  }
}

function prepare(file: string, text: string, former: string | undefined, root: string): Writing {
  const refuse = (why: string): never => {
    throw new Refusal(`${file} cannot be fixed: ${why}. Nothing was written.`);
  };
  const { target, bytes, mode } = look(join(root, file), refuse);
  if (relative(realpathSync(root), target).startsWith("..")) refuse("it is a link that leads out of the project");
  if (decode(bytes) !== former) refuse("it changed while it was linted");
  const mark = hasByteOrderMark(bytes) ? byteOrderMark : "";
  if (!Buffer.from(mark + former).equals(bytes)) refuse("it is not in UTF-8");
  return { file, target, text: mark + text, mode };
}

function look(path: string, refuse: (why: string) => never) {
  try {
    const target = realpathSync(path);
    const mode = statSync(target).mode & 0o7777;
    if ((mode & 0o222) === 0) return refuse("it is read-only");
    accessSync(target, constants.R_OK | constants.W_OK);
    accessSync(dirname(target), constants.W_OK);
    return { target, bytes: readFileSync(target), mode };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return refuse("it is gone");
    return refuse(code === "EROFS" ? "the disk is read-only" : "permission is denied");
  }
}
