import type { Texts } from "../../model/files.ts";
import type { SourceText } from "../../model/place.ts";
import type { Problem } from "../../model/project.ts";
import type { Mapping } from "../../model/tree.ts";
import { readSettingsFile, type SettingsFile } from "../extension/settings-file.ts";
import { candidatePaths } from "./paths.ts";

/** The files that commands name: each is read once, in the context of the commands that name it. */
export class LinkedFiles {
  readonly claimed = new Set<string>();
  readonly settingsPaths = new Set<string>();
  readonly problems: Problem[] = [];
  readonly #texts: Texts;
  readonly #settings = new Map<string, SettingsFile | undefined>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** The settings in a file that is named in another one. */
  settings(file: string, written: string): Mapping | undefined {
    const source = this.find(file, written);
    if (!source) return undefined;
    if (!this.#settings.has(source.file)) {
      const read = readSettingsFile(source);
      this.#settings.set(source.file, read);
      this.problems.push(...(read?.problems ?? []));
    }
    const read = this.#settings.get(source.file);
    if (!read) return undefined;
    this.claimed.add(source.file);
    this.settingsPaths.add(source.file);
    return read.settings;
  }

  /** The text of a file that is named in another one. */
  find(file: string, written: string): SourceText | undefined {
    for (const path of candidatePaths(file, written)) {
      const text = this.#texts.get(path);
      if (text) return text;
    }
    return undefined;
  }
}
