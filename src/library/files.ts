import { MemoryFiles, type ProjectFiles } from "../model/files.ts";
import type { FileReader, Files } from "./types.ts";

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
