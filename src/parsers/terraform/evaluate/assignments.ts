import type { Environment } from "../../../model/environment.ts";
import type { SourceText } from "../../../model/place.ts";
import type { Declaration } from "../../../model/resource.ts";
import type { Entry, Mapping } from "../../../model/tree.ts";
import type { Attribute } from "../read/syntax.ts";
import { entry, leaf } from "./variables.ts";

/** A variable file with all that read it. */
export interface FileUse {
  readonly source: SourceText;
  readonly attributes: readonly Attribute[];
  /** The first root that reads it. */
  readonly root: string;
  readonly environments: readonly Environment[];
  /** The names of the variables that the roots that read it declare. */
  readonly declared: ReadonlySet<string>;
}

/** The assignments of a variable file: `name`, whether it is `declared`, and the names that are `known`. */
export function declareAssignments(use: FileUse): Declaration[] {
  return use.environments.flatMap((environment) =>
    use.attributes.map((attribute) => declarationOf(use, attribute, environment)),
  );
}

function declarationOf(use: FileUse, attribute: Attribute, environment: Environment): Declaration {
  const { source } = use;
  const key = source.place(attribute.nameRange.from, attribute.nameRange.to);
  const address = `${source.file}:${attribute.name}`;
  const at = source.place(attribute.from, attribute.to);
  return {
    ...common(environment),
    type: "assignment",
    identity: { root: use.root, module: "", address, block: address },
    at,
    header: key,
    body: mapping(key, () => [
      ["name", entry(key, leaf(attribute.name, key))],
      ["declared", entry(key, leaf(use.declared.has(attribute.name), key))],
      [
        "known",
        entry(key, { form: "list", at: key, trail: [], items: [...use.declared].map((name) => leaf(name, key)) }),
      ],
    ]),
  };
}

/** A variable file that no root reads: its `path`. */
export function declareUnusedFile(source: SourceText, environment: Environment): Declaration {
  const at = source.place(0, 0);
  const identity = { root: "", module: "", address: source.file, block: source.file };
  const body = mapping(at, () => [["path", entry(at, leaf(source.file, at))]]);
  return { ...common(environment), type: "variable-file", identity, at, header: at, body };
}

function common(environment: Environment): Omit<Declaration, "type" | "identity" | "at" | "header" | "body"> {
  return { source: "terraform", versions: [], environment, existence: { certain: true }, existing: false, calls: [] };
}

function mapping(header: Declaration["header"], collect: () => [string, Entry][]): Mapping {
  let entries: ReadonlyMap<string, Entry> | undefined;
  return {
    form: "mapping",
    at: header,
    header,
    trail: [],
    get entries() {
      entries ??= new Map(collect());
      return entries;
    },
  };
}
