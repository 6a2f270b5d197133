import type { Place } from "../../model/place.ts";
import type { Declaration } from "../../model/resource.ts";
import { deciding, type Piece, type Tree } from "../../model/tree.ts";

/** A value that differs between two readings of a project, or is in one of them only. */
export interface Difference {
  /** The declaration in its environment; undefined where the difference is that it exists. */
  readonly of: string;
  readonly path: readonly string[];
  readonly before: Place | undefined;
  readonly after: Place | undefined;
}

/** What Terraform and ARM take in or keep for themselves: no resource changes because it does. */
const inputs = new Set(["variable", "parameter", "assignment", "variable-file"]);

const deepest = 80;
/** More values than this are not compared: the fix is not offered. */
const most = 3_000_000;

/** One string for a declaration in its environment. */
export function declarationKey(root: string, environment: string, address: string): string {
  return `${root}\0${environment}\0${address}`;
}

/** Compares everything that all resources are in all environments; undefined where that is too much. */
export function differences(before: readonly Declaration[], after: readonly Declaration[]): Difference[] | undefined {
  const comparison = new Comparison();
  const later = indexed(after);
  for (const [key, one] of indexed(before)) {
    const other = later.get(key);
    later.delete(key);
    comparison.declarations(key, one, other);
  }
  for (const [key, one] of later) comparison.declarations(key, undefined, one);
  return comparison.budget < 0 ? undefined : comparison.found;
}

function indexed(declarations: readonly Declaration[]): Map<string, Declaration> {
  const index = new Map<string, Declaration>();
  for (const declaration of declarations) {
    if (inputs.has(declaration.type)) continue;
    const { identity, environment } = declaration;
    const key = declarationKey(identity.root, environment.name, identity.address);
    let unique = key;
    for (let copy = 2; index.has(unique); copy++) unique = `${key}\0${copy}`;
    index.set(unique, declaration);
  }
  return index;
}

class Comparison {
  readonly found: Difference[] = [];
  budget = most;

  declarations(key: string, before: Declaration | undefined, after: Declaration | undefined): void {
    const isSame =
      before && after && before.type === after.type && before.existence.certain === after.existence.certain;
    if (!isSame) this.found.push({ of: key, path: [], before: before?.header, after: after?.header });
    else this.#trees(key, before.body, after.body, []);
  }

  #trees(of: string, before: Tree | undefined, after: Tree | undefined, path: readonly string[]): void {
    if (--this.budget < 0 || before === after) return;
    const [wide, narrow] = [innerOf(before), innerOf(after)];
    if ((wide ?? before === undefined) && (narrow ?? after === undefined) && path.length < deepest) {
      for (const name of new Set([...(wide?.keys() ?? []), ...(narrow?.keys() ?? [])])) {
        this.#trees(of, wide?.get(name)?.(), narrow?.get(name)?.(), [...path, name]);
      }
      if ((wide?.size ?? 0) + (narrow?.size ?? 0) > 0 || (before && after)) return;
    }
    if (before && after && before.form !== "mapping" && textOf(before) === textOf(after)) return;
    this.found.push({ of, path, before: before && deciding(before), after: after && deciding(after) });
  }
}

/** What a tree holds, by name; undefined where it holds nothing of the kind. */
function innerOf(tree: Tree | undefined): Map<string, () => Tree> | undefined {
  if (tree?.form === "mapping") return new Map([...tree.entries].map(([name, entry]) => [name, () => entry.value]));
  if (tree?.form === "list") return new Map(tree.items.map((item, index) => [String(index), () => item]));
  return undefined;
}

function textOf(tree: Tree): string {
  if (tree.form === "leaf") return `${typeof tree.value} ${tree.value}`;
  if (tree.form === "undecided") return `? ${(tree.pieces ?? []).map(pieceText).join("\0")}`;
  return tree.form;
}

function pieceText(piece: Piece): string {
  return typeof piece === "string" ? piece : "?";
}

/** Whether a difference lies at or below a way; an item of a list that the way passes by its list counts. */
export function isBelow(difference: readonly string[], way: readonly string[]): boolean {
  let at = 0;
  for (const name of difference) {
    if (at === way.length) return true;
    if (name.toLowerCase() === way[at]!.toLowerCase()) at++;
    else if (!/^\d+$/.test(name)) return false;
  }
  return at === way.length;
}
