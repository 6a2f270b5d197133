import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { type Place, SourceText } from "../../src/model/place.ts";
import type { Declaration } from "../../src/model/resource.ts";
import type { Tree } from "../../src/model/tree.ts";
import { parseCommandsAndYaml } from "../../src/parsers/commands/all.ts";
import type { ParserInput, ParserResult } from "../../src/parsers/parser.ts";

export type Files = Readonly<Record<string, string>>;

export function inputOf(files: Files, environments: readonly string[] = []): ParserInput {
  return { texts: new Texts(new MemoryFiles(files)), paths: Object.keys(files).sort(), environments };
}

export function readFiles(files: Files, environments: readonly string[] = []): ParserResult {
  return parseCommandsAndYaml(inputOf(files, environments));
}

/** The declarations of one file. */
export function declarationsOf(text: string, file = "deploy.sh"): readonly Declaration[] {
  return readFiles({ [file]: text }).declarations;
}

/** The only declaration of one file. */
export function onlyDeclaration(text: string, file = "deploy.sh"): Declaration {
  const declarations = declarationsOf(text, file);
  if (declarations.length !== 1) throw new Error(`${declarations.length} declarations instead of one`);
  return declarations[0]!;
}

/** What stands at a place. */
export function textAt(files: Files, place: Place): string {
  const source = new SourceText(place.file, files[place.file]!);
  return source.text.slice(source.offset(place.start), source.offset(place.end));
}

/** A tree as plain values; what is undecided is its reason after a question mark. */
export function plain(tree: Tree | undefined): unknown {
  if (tree === undefined) return undefined;
  if (tree.form === "leaf") return tree.value;
  if (tree.form === "undecided") return `? ${tree.why}`;
  if (tree.form === "list") return tree.items.map(plain);
  return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plain(entry.value)]));
}

export function bodyOf(declaration: Declaration): Record<string, unknown> {
  return plain(declaration.body) as Record<string, unknown>;
}

/** One entry of a body, by its path. */
export function entryAt(declaration: Declaration, ...path: string[]) {
  let entries = declaration.body.entries;
  for (const key of path.slice(0, -1)) {
    const value = entries.get(key)?.value;
    if (value?.form !== "mapping") throw new Error(`${key} is no mapping`);
    entries = value.entries;
  }
  const entry = entries.get(path.at(-1)!);
  if (!entry) throw new Error(`${path.join(".")} is not written`);
  return entry;
}
