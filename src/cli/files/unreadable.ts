import type { Failure } from "../../engine/report.ts";
import type { DiskFiles } from "./files.ts";

/** The files that were to be read and could not be. */
export function unreadable(files: DiskFiles): Failure[] {
  return [...files.unreadable].map(([file, why]) => ({
    message: `${file} cannot be read: ${why}.`,
    file,
    ours: false,
  }));
}
