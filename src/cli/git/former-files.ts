import type { ProjectFiles, Texts } from "../../model/files.ts";
import { nameOf } from "../../model/project-path.ts";
import { decode } from "../files/decode.ts";
import { interestIn } from "../files/kinds-of-files.ts";
import { isMarked } from "../files/select.ts";
import { type FormerFile, readBlobs } from "./changed-since.ts";

/** The files of a project as they were: those of now, but for those that differ. */
export class FormerFiles implements ProjectFiles {
  readonly #now: Texts;
  readonly #former: ReadonlyMap<string, FormerFile | undefined>;
  readonly #root: string;
  readonly #contents = new Map<string, Buffer>();

  constructor(now: Texts, former: ReadonlyMap<string, FormerFile | undefined>, root: string) {
    this.#now = now;
    this.#former = former;
    this.#root = root;
    this.#load([...former.keys()].filter(mayMatter));
  }

  /** The paths to lint, given those of now. */
  pathsOf(paths: readonly string[]): string[] {
    const kept = paths.filter((path) => !this.#former.has(path));
    const former = [...this.#contents.keys()].filter((path) => {
      const interest = interestIn(nameOf(path));
      return interest === "always" || (interest === "if-marked" && isMarked(path, this.#contents.get(path)!));
    });
    return [...kept, ...former].sort();
  }

  read(path: string): string | undefined {
    if (!this.#former.has(path)) return this.#now.get(path)?.text;
    const bytes = this.#formerBytes(path);
    return bytes === undefined ? undefined : decode(bytes);
  }

  readBytes(path: string): Uint8Array | undefined {
    return this.#former.has(path) ? this.#formerBytes(path) : this.#now.files.readBytes(path);
  }

  list(directory: string): string[] {
    const prefix = directory === "" || directory === "." ? "" : `${directory}/`;
    const names = new Set(this.#now.files.list(directory));
    for (const [path, file] of this.#former) {
      if (!path.startsWith(prefix)) continue;
      const [first, ...more] = path.slice(prefix.length).split("/");
      const name = more.length > 0 ? `${first}/` : first!;
      if (file) names.add(name);
      else if (more.length === 0) names.delete(name);
    }
    return [...names].sort();
  }

  #formerBytes(path: string): Buffer | undefined {
    if (!this.#contents.has(path)) this.#load([path]);
    return this.#contents.get(path);
  }

  #load(paths: readonly string[]): void {
    const wanted = paths.flatMap((path) => {
      const file = this.#former.get(path);
      return file ? [{ path, blob: file.blob }] : [];
    });
    const contents = readBlobs(
      wanted.map(({ blob }) => blob),
      this.#root,
    );
    for (const [index, { path }] of wanted.entries()) this.#contents.set(path, contents[index]!);
  }
}

/** Whether a file that has changed can change what is found: a parser reads it, or versions are locked in it. */
export function mayMatter(path: string): boolean {
  const name = nameOf(path);
  return interestIn(name) !== "never" || name === ".terraform.lock.hcl";
}
