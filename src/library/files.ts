import { MemoryFiles, type ProjectFiles } from "../model/files.ts";

/** Files in memory by their paths, or something that reads them. Paths are relative to the project root, with `/`. */
export type Files = Readonly<Record<string, string>> | ReadonlyMap<string, string> | FileReader;

/** Reads files when they are asked for: from an editor's buffers, an archive, a service. */
export interface FileReader {
  /** The files to lint. Others are read where these name them: a module, a settings file. */
  readonly paths: readonly string[];
  /** The text of a file without its byte order mark, or undefined where there is no such file. */
  read(path: string): string | undefined;
  /** The names in a folder; a folder's name ends with `/`. Empty where there is no such folder. */
  list(directory: string): readonly string[];
  /** The bytes of a file, for the functions of Terraform that hash or encode it; default: its text in UTF-8. */
  readBytes?(path: string): Uint8Array | undefined;
}

/** What a run reads from, and which of it is linted. */
export function projectFiles(files: Files): { reader: ProjectFiles; paths: string[] } {
  if (isReader(files)) return { reader: withBytes(files), paths: checked([...files.paths]) };
  const memory = new MemoryFiles(files);
  return { reader: memory, paths: checked(memory.paths()) };
}

function isReader(files: Files): files is FileReader {
  return !(files instanceof Map) && typeof (files as FileReader).read === "function";
}

function withBytes(reader: FileReader): ProjectFiles {
  return {
    read: (path) => reader.read(path),
    list: (directory) => reader.list(directory),
    readBytes(path) {
      if (reader.readBytes) return reader.readBytes(path);
      const text = reader.read(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  };
}

function checked(paths: string[]): string[] {
  for (const path of paths) {
    const isInside = path !== "" && !/^(?:\/|[A-Za-z]:)|\\|(?:^|\/)\.{0,2}(?:\/|$)/.test(path);
    if (isInside) continue;
    throw new TypeError(
      `The path ${JSON.stringify(path)} must be relative to the project root, with forward slashes and without . and ..`,
    );
  }
  return paths;
}
