import type { Place } from "./place.ts";

/**
 * A resource's body after evaluation and before it means anything to Azure: what Terraform, ARM, YAML and commands all
 * become. The mapping tables read trees; nothing above them does.
 */
export type Tree = Leaf | List | Mapping | Undecided;

/** One hop on the way to a value: `at` is shown, `text` says what it is ("var.sku", "set in environments/prod.tfvars"). */
export interface Step {
  readonly at: Place;
  readonly text: string;
}

/** Where the literal stands that decides a value: at the end of its trail, else where the value is written. */
export function deciding({ at, trail }: { readonly at: Place; readonly trail: readonly Step[] }): Place {
  return trail.at(-1)?.at ?? at;
}

interface Node {
  /** The value as written on the resource. */
  readonly at: Place;
  /** From the expression on the resource down to the literal that decides; empty where the value is that literal. */
  readonly trail: readonly Step[];
  /** Masked wherever it is shown. */
  readonly sensitive?: true;
  /**
   * In a plan: nobody wrote it, and it is what the provider puts in its place. As no more than an attribute where a block
   * of the name may be made by a dynamic one that cannot be seen.
   */
  readonly unwritten?: "wholly" | "as-attribute";
}

export interface Leaf extends Node {
  readonly form: "leaf";
  readonly value: string | number | boolean | null;
}

export interface List extends Node {
  readonly form: "list";
  readonly items: readonly Tree[];
}

export interface Mapping extends Node {
  readonly form: "mapping";
  readonly entries: ReadonlyMap<string, Entry>;
  /** The line that opens the mapping (a block's header, the opening brace): where something absent is reported. */
  readonly header: Place;
}

export interface Entry {
  /** The key as written; for a block, its type. */
  readonly key: Place;
  readonly value: Tree;
  /** What is known of a key that is not known wholly, such as an id computed in ARM; its map key is then no text. */
  readonly pieces?: readonly Piece[];
}

/** Written, but not decidable from the files. */
export interface Undecided extends Node {
  readonly form: "undecided";
  /** Why, as a clause that stands alone and groups with its like: "var.subnet_id has no value". */
  readonly why: string;
  /** What is known of a string: its literal pieces and, between them, holes that compare by their token. */
  readonly pieces?: readonly Piece[];
  /** The attribute of another resource that this value is, if it is just that. */
  readonly target?: Target;
}

/** A literal piece of a string, or a hole: equal tokens stand for equal text within one deployment. */
export type Piece = string | Hole;

export interface Hole {
  readonly token: string;
}

/** A reference by address within one root, such as `module.aks["a"].azurerm_kubernetes_cluster.this.id`. */
export interface Target {
  readonly root: string;
  /** Full address with module path and instance keys; without a key where all instances are meant. */
  readonly address: string;
  /** The attribute's path on that resource: `id`, `name`, `identity.0.principal_id`. */
  readonly attribute: string;
}
