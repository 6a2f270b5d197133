import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../failure.ts";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EISDIR: "it is a folder",
  EEXIST: "a part of its path is a file",
  ENOTDIR: "a part of its path is a file",
};

/** Writes a file beside its place and moves it there, so that nobody ever reads half of it. */
export function writeAtomically(path: string, text: string, what: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const target = targetOf(path);
    writeFileSync(temporary, text, { mode: modeOf(target) });
    renameSync(temporary, target);
  } catch (error) {
    remove(temporary);
    const { code } = error as NodeJS.ErrnoException;
    const why = (code && reasons[code]) ?? `the system says ${code}`;
    throw new Refusal(`${what} cannot be written: ${why}.`);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never written.
  }
}

/** A link stays a link: what it leads to is written. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function modeOf(path: string): number {
  try {
    return statSync(path).mode & 0o777;
  } catch {
    return 0o666;
  }
}
