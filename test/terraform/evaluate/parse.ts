import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import type { Place } from "../../../src/model/place.ts";
import type { Declaration } from "../../../src/model/resource.ts";
import type { Tree } from "../../../src/model/tree.ts";
import type { ParserResult } from "../../../src/parsers/parser.ts";
import { parseTerraform, type TerraformOptions } from "../../../src/parsers/terraform/index.ts";

export type Files = Readonly<Record<string, string>>;

export async function parse(files: Files, options?: TerraformOptions): Promise<ParserResult> {
  const memory = new MemoryFiles(files);
  return parseTerraform({ texts: new Texts(memory), paths: memory.paths(), environments: [] }, options);
}

/** The declaration with an address, in an environment where there are several. */
export function find(result: ParserResult, address: string, environment?: string): Declaration {
  const found = result.declarations.find(({ identity, environment: { name } }) => {
    return identity.address === address && (environment === undefined || name === environment);
  });
  if (!found) throw new Error(`no declaration ${address}; there are ${addressesOf(result).join(", ")}`);
  return found;
}

export function addressesOf(result: ParserResult): string[] {
  return result.declarations.filter(({ source }) => source !== "terraform").map(({ identity }) => identity.address);
}

/** What stands at a path of a declaration's body. */
export function treeAt(declaration: Declaration, path: string): Tree | undefined {
  let tree: Tree | undefined = declaration.body;
  for (const step of path.split(".")) {
    if (tree?.form === "list") tree = tree.items[Number(step)];
    else tree = tree?.form === "mapping" ? tree.entries.get(step)?.value : undefined;
  }
  return tree;
}

/** A tree as plain data; what is undecided shows its reason. */
export function plain(tree: Tree | undefined): unknown {
  if (tree === undefined) return undefined;
  if (tree.form === "leaf") return tree.value;
  if (tree.form === "undecided") return `? ${tree.why}`;
  if (tree.form === "list") return tree.items.map(plain);
  return Object.fromEntries([...tree.entries].map(([name, { value }]) => [name, plain(value)]));
}

/** `main.tf:3:5` */
export function shown({ file, start }: Place): string {
  return `${file}:${start.line}:${start.column}`;
}

/** A place and the steps from it to the literal that decides. */
export function trailOf(tree: Tree | undefined): string[] {
  if (!tree) return [];
  return [shown(tree.at), ...tree.trail.map(({ at, text }) => `${shown(at)} ${text}`)];
}
