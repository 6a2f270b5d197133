import type { ProjectFiles, Texts } from "../model/files.ts";

/** The files of a project as they would be after edits. */
export class TrialFiles implements ProjectFiles {
  readonly #texts: Texts;
  readonly #edited: ReadonlyMap<string, string>;

  constructor(texts: Texts, edited: ReadonlyMap<string, string>) {
    this.#texts = texts;
    this.#edited = edited;
  }

  read(path: string): string | undefined {
    return this.#edited.get(path) ?? this.#texts.get(path)?.text;
  }

  readBytes(path: string): Uint8Array | undefined {
    const text = this.#edited.get(path);
    return text === undefined ? this.#texts.files.readBytes(path) : new TextEncoder().encode(text);
  }

  list(directory: string): readonly string[] {
    return this.#texts.files.list(directory);
  }
}
