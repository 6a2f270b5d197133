import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProjectFiles } from "../../model/files.ts";
import { decode } from "./decode.ts";
import { isInside } from "./root.ts";

/** Larger files are not read; the largest template that Azure takes is 4 MB. */
const mostBytes = 64 * 1024 * 1024;

/** Never waits for a pipe and never follows a link, where the system can say so. */
const carefully = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
const seesLinks = constants.O_NOFOLLOW !== undefined;

/** The files of a project on disk. What leads out of the root, also through symbolic links, is not there. */
export class DiskFiles implements ProjectFiles {
  readonly root: string;
  /** Files that are there and could not be read, with the reason. */
  readonly unreadable = new Map<string, string>();
  readonly #realRoot: string;
  readonly #folders = new Map<string, boolean>();
  readonly #kept = new Map<string, Buffer>();

  constructor(root: string) {
    this.root = root;
    this.#realRoot = realpathSync(root);
  }

  read(path: string): string | undefined {
    const bytes = this.readBytes(path);
    return bytes === undefined ? undefined : decode(bytes);
  }

  readBytes(path: string): Buffer | undefined {
    const kept = this.#kept.get(path);
    if (kept === undefined) return this.#load(path);
    this.#kept.delete(path);
    return kept;
  }

  /** Holds bytes that were read already until somebody asks for them. */
  keep(path: string, bytes: Buffer): void {
    this.#kept.set(path, bytes);
  }

  list(directory: string): string[] {
    const full = this.#locate(directory);
    if (full === undefined || !this.#isFolderInside(full)) return [];
    try {
      const names: string[] = [];
      for (const entry of readdirSync(full, { withFileTypes: true })) {
        if (entry.isDirectory()) names.push(`${entry.name}/`);
        else if (entry.isFile()) names.push(entry.name);
        else if (entry.isSymbolicLink()) names.push(...this.#nameOfLink(join(full, entry.name), entry.name));
      }
      return names.sort();
    } catch {
      return [];
    }
  }

  #locate(path: string): string | undefined {
    if (path.includes("\0")) return undefined;
    const full = join(this.root, path);
    return isInside(full, this.root) ? full : undefined;
  }

  #load(path: string): Buffer | undefined {
    const full = this.#locate(path);
    if (full === undefined || !this.#isFolderInside(dirname(full))) return undefined;
    try {
      return this.#open(path, seesLinks ? full : this.#target(full));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ELOOP" || code === "EMLINK") return this.#loadLinked(path, full);
      if (code !== "ENOENT" && code !== "ENOTDIR") this.unreadable.set(path, reasonOf(code));
      return undefined;
    }
  }

  #loadLinked(path: string, full: string): Buffer | undefined {
    try {
      return this.#open(path, this.#target(full));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.unreadable.set(path, code === "ENOENT" ? "it is a link to nothing" : reasonOf(code));
      return undefined;
    }
  }

  #open(path: string, full: string | undefined): Buffer | undefined {
    if (full === undefined) {
      this.unreadable.set(path, "it is a link that leads out of the project");
      return undefined;
    }
    const file = openSync(full, carefully);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return undefined;
      if (stats.size <= mostBytes) return readFileSync(file);
      this.unreadable.set(path, `it is larger than ${mostBytes / 1024 / 1024} MB`);
      return undefined;
    } finally {
      closeSync(file);
    }
  }

  /** Where a path really leads, if that is inside the project. */
  #target(full: string): string | undefined {
    const real = realpathSync(full);
    return isInside(real, this.#realRoot) ? real : undefined;
  }

  #isFolderInside(full: string): boolean {
    const known = this.#folders.get(full);
    if (known !== undefined) return known;
    let inside = false;
    try {
      inside = this.#target(full) !== undefined;
    } catch {
      inside = false;
    }
    this.#folders.set(full, inside);
    return inside;
  }

  #nameOfLink(full: string, name: string): string[] {
    try {
      const target = this.#target(full);
      if (target === undefined) return [];
      return [statSync(target).isDirectory() ? `${name}/` : name];
    } catch {
      return [];
    }
  }
}

function reasonOf(code: string | undefined): string {
  if (code === "EACCES" || code === "EPERM") return "permission is denied";
  return code === "ELOOP" ? "its links go in a circle" : `the system says ${code ?? "that something is wrong"}`;
}
