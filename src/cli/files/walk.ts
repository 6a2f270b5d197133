import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Ignore } from "ignore";
import {
  cdktfOutput,
  interestIn,
  isDeployedThoughIgnored,
  isNeverEntered,
  mayHoldVariableFiles,
} from "./kinds-of-files.ts";

/** Patterns of one `.gitignore`, and the folder they speak about, relative to the project root. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** How much of a folder is taken: everything, or only what people deploy from although git ignores it. */
type Reach = "everything" | "deployed-only";

interface Folder {
  /** Relative to the project root; "" is the root. */
  readonly path: string;
  readonly ignores: readonly IgnoreFile[];
  readonly reach: Reach;
}

/** Finds the files below folders whose names are of interest, relative to the root, without what git ignores. */
export class Walker {
  readonly #root: string;
  readonly #found = new Set<string>();
  /** The files found that are symbolic links: where they lead has to be looked at. */
  readonly links: string[] = [];
  readonly #rootFolders = new Map<string, readonly IgnoreFile[]>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The files found so far, in order. */
  get paths(): string[] {
    return [...this.#found].sort();
  }

  /** A file that was named is taken whatever git says. */
  takeFile(path: string): void {
    this.#found.add(path);
  }

  /** A folder that was named is walked even if git ignores it; then only `.gitignore` files inside it count. */
  async takeFolder(path: string): Promise<void> {
    const above = await this.#ignoresAbove(path);
    const isIgnored = path !== "" && ignores(above, path, true);
    const pending: Folder[] = [{ path, ignores: isIgnored ? [] : above, reach: "everything" }];
    while (pending.length > 0) await this.#visit(pending.pop()!, pending);
  }

  async #visit(folder: Folder, pending: Folder[]): Promise<void> {
    const entries = entriesOf(join(this.#root, folder.path));
    if (entries.some((entry) => entry.name === "pyvenv.cfg")) return;
    const own = entries.some((entry) => entry.name === ".gitignore") ? await this.#read(folder.path) : undefined;
    const rules = own ? [...folder.ignores, own] : folder.ignores;
    for (const entry of entries) {
      const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
      if (entry.isDirectory()) {
        const reach = this.#reachInto(entry.name, path, rules, folder.reach);
        if (reach) pending.push({ path, ignores: entry.name === cdktfOutput ? [] : rules, reach });
      } else if (this.#isWanted(entry, path, rules, folder.reach)) this.#found.add(path);
    }
  }

  #reachInto(name: string, path: string, rules: readonly IgnoreFile[], reach: Reach): Reach | undefined {
    if (isNeverEntered(name)) return undefined;
    if (name === cdktfOutput) return "everything";
    if (reach === "deployed-only") return reach;
    if (!ignores(rules, path, true)) return "everything";
    return mayHoldVariableFiles(name) ? "deployed-only" : undefined;
  }

  #isWanted(entry: Dirent, path: string, rules: readonly IgnoreFile[], reach: Reach): boolean {
    if (interestIn(entry.name) === "never") return false;
    const isLink = isLinkToFile(entry, join(this.#root, path));
    if (!entry.isFile() && !isLink) return false;
    const isTaken = reach === "everything" && !ignores(rules, path, false);
    if (!isTaken && !isDeployedThoughIgnored(entry.name)) return false;
    if (isLink) this.links.push(path);
    return true;
  }

  async #ignoresAbove(path: string): Promise<readonly IgnoreFile[]> {
    const segments = path === "" ? [] : path.split("/");
    let rules: readonly IgnoreFile[] = [];
    for (let depth = 0; depth < segments.length; depth++) {
      const folder = segments.slice(0, depth).join("/");
      const known = this.#rootFolders.get(folder);
      const own = known ? undefined : await this.#read(folder);
      rules = known ?? (own ? [...rules, own] : rules);
      this.#rootFolders.set(folder, rules);
    }
    return rules;
  }

  async #read(folder: string): Promise<IgnoreFile | undefined> {
    let text: string;
    try {
      text = readFileSync(join(this.#root, folder, ".gitignore"), "utf8");
    } catch {
      return undefined;
    }
    const { default: ignore } = await import("ignore");
    return { folder, patterns: ignore().add(text) };
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isLinkToFile(entry: Dirent, full: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(full).isFile();
  } catch {
    return false;
  }
}

/** The innermost `.gitignore` that has something to say about a path decides. */
function ignores(rules: readonly IgnoreFile[], path: string, isFolder: boolean): boolean {
  for (let at = rules.length - 1; at >= 0; at--) {
    const { folder, patterns } = rules[at]!;
    const inside = folder === "" ? path : path.slice(folder.length + 1);
    const { ignored, unignored } = patterns.test(isFolder ? `${inside}/` : inside);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}
