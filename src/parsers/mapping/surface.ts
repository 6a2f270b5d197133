import type { Kind, Kinds } from "../../model/kinds.ts";
import type { Condition } from "./condition.ts";
import type { Field } from "./field.ts";
import type { PartSelector } from "./part.ts";

/** The languages that a mapping table tells apart; azapi writes what ARM reads. */
export type SurfaceSource = "azurerm" | "arm" | "command" | "settings" | "azureml" | "kubernetes" | "terraform";

/** A field for every attribute of a kind: one that is forgotten does not compile. */
export type Fields<K extends Kind> = { readonly [A in keyof Kinds[K]]-?: Field<Kinds[K][A]> };

/** How one source writes a kind. */
export interface Surface<K extends Kind = Kind> {
  /** The types whose declarations are read, compared without regard to case; `*` is every type of the source. */
  readonly type: string | readonly string[];
  /** Which declarations of the type are of this kind; all when left out. */
  readonly when?: Condition;
  /** Which of the others may be of this kind, as what decides it is not known. */
  readonly maybe?: Condition;
  /** Set when the resources are parts of a declaration: which blocks, items or entries they are. */
  readonly each?: PartSelector;
  /** Declarations that change what exists: what they do not write keeps its former value. */
  readonly updates?: Condition;
  /** The type in Azure's ids, such as `Microsoft.KeyVault/vaults`; a surface of ARM takes the declaration's. */
  readonly azureType?: string;
  readonly attributes: Fields<K>;
}

export type Surfaces<K extends Kind> = {
  readonly [S in SurfaceSource]?: Surface<K> | readonly Surface<K>[];
};

/** A kind with every source that can express it. */
export interface KindMapping<K extends Kind = Kind> {
  readonly kind: K;
  readonly surfaces: Surfaces<K>;
}

export function defineMapping<K extends Kind>(kind: K, surfaces: Surfaces<K>): KindMapping<K> {
  return { kind, surfaces };
}
