import { SourceText } from "./place.ts";

/**
 * The only way below the command line to see files: paths are relative to the project root, with `/`; what lies outside
 * the root, or cannot be read, is `undefined`.
 */
export interface ProjectFiles {
  /** The decoded text (UTF-8, or UTF-16 by its byte order mark) without its byte order mark. */
  read(path: string): string | undefined;
  /** The bytes, for the functions of Terraform that hash or encode files. */
  readBytes(path: string): Uint8Array | undefined;
  /** Names in a directory; a directory's name ends with `/`. Empty when there is no such directory. */
  list(directory: string): readonly string[];
}

/** Files held in memory: what tests, examples on rule pages and editors hand in. */
export class MemoryFiles implements ProjectFiles {
  readonly #files: ReadonlyMap<string, string>;

  constructor(files: Readonly<Record<string, string>> | ReadonlyMap<string, string>) {
    this.#files = files instanceof Map ? files : new Map(Object.entries(files));
  }

  paths(): string[] {
    return [...this.#files.keys()].sort();
  }

  read(path: string): string | undefined {
    return this.#files.get(path);
  }

  readBytes(path: string): Uint8Array | undefined {
    const text = this.#files.get(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  }

  list(directory: string): string[] {
    const prefix = directory === "" || directory === "." ? "" : `${directory}/`;
    const names = new Set<string>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const rest = path.slice(prefix.length);
      const slash = rest.indexOf("/");
      names.add(slash < 0 ? rest : rest.slice(0, slash + 1));
    }
    return [...names].sort();
  }
}

/** The texts of a run: each file is read once, and its lines are counted once. */
export class Texts {
  readonly files: ProjectFiles;
  readonly #texts = new Map<string, SourceText | undefined>();

  constructor(files: ProjectFiles) {
    this.files = files;
  }

  get(path: string): SourceText | undefined {
    if (this.#texts.has(path)) return this.#texts.get(path);
    const content = this.files.read(path);
    const text = content === undefined ? undefined : new SourceText(path, content);
    this.#texts.set(path, text);
    return text;
  }
}
