import type { Branch, CommandLine } from "../commands/script.ts";
import { isKnown, type ValuePart } from "../commands/values.ts";
import { workspace } from "./surroundings.ts";

/** Where a path starts: at the checkout, beside the script, or where only who starts the script knows. */
export type Base = "workspace" | "script" | "caller";

export interface Directory {
  readonly base: Base;
  /** Relative to the base, with `/`. */
  readonly path: string;
}

/** A path that only the run tells. */
export const unknownDirectory = "unknown";
export type MaybeDirectory = Directory | typeof unknownDirectory;

/** Where a script is, as scripts find it out themselves. */
const ownDirectory =
  /^\$\((?:cd\s{1,3}(?:-P\s{1,3}|--\s{1,3})?"?\$\()?\s{0,3}dirname\s{1,3}(?:--\s{1,3})?"?(?:\$0|\$\{0\}|\$\{?BASH_SOURCE(?:\[0\]\}?|\})?)/;

/** The directory that a text names, seen from another one. */
export function directoryOfParts(parts: readonly ValuePart[], from: MaybeDirectory, text: string): MaybeDirectory {
  let start = from;
  let path = "";
  for (const [index, part] of parts.entries()) {
    if (isKnown(part)) path += part.text;
    else if (index === 0 && isOwnDirectory(part.token, text)) start = { base: "script", path: "" };
    else return unknownDirectory;
  }
  path = path.replaceAll("\\", "/");
  if (path.startsWith(workspace)) return { base: "workspace", path: path.slice(workspace.length + 1) };
  if (path.includes(workspace) || start === unknownDirectory) return unknownDirectory;
  if (start !== from) path = path.replace(/^\//, "");
  if (path.startsWith("/") || path.startsWith("~") || /^[A-Za-z]:/.test(path)) return unknownDirectory;
  return { base: start.base, path: start.path === "" ? path : `${start.path}/${path}` };
}

function isOwnDirectory(token: string, text: string): boolean {
  const at = token.slice(token.lastIndexOf("@") + 1);
  if (at === "psscriptroot") return true;
  const [line, column] = at.split(":").map(Number);
  if (!line || !column) return false;
  let start = 0;
  for (let count = 1; count < line; count++) {
    start = text.indexOf("\n", start) + 1;
    if (start === 0) return false;
  }
  return ownDirectory.test(text.slice(start + column - 1, start + column + 119));
}

/** Follows `cd` through a script. */
export class WorkingDirectories {
  readonly #byBranch = new Map<Branch | undefined, MaybeDirectory>();
  readonly #stack: MaybeDirectory[] = [];

  constructor(start: MaybeDirectory) {
    this.#byBranch.set(undefined, start);
  }

  at(branch: Branch | undefined): MaybeDirectory {
    let next = branch;
    while (next && !this.#byBranch.has(next)) next = next.parent;
    return this.#byBranch.get(next)!;
  }

  change(line: CommandLine, directory: MaybeDirectory): void {
    const { branch } = line;
    this.#byBranch.set(branch, directory);
    let isSure = true;
    for (let inner = branch; inner; inner = inner.parent) {
      const { kind } = inner.block;
      if (kind === "subshell" || kind === "function") return;
      if (kind !== "group") isSure = false;
      this.#byBranch.set(inner.parent, isSure ? directory : unknownDirectory);
    }
  }

  push(line: CommandLine, directory: MaybeDirectory): void {
    this.#stack.push(this.at(line.branch));
    this.change(line, directory);
  }

  pop(line: CommandLine): void {
    this.change(line, this.#stack.pop() ?? unknownDirectory);
  }
}
