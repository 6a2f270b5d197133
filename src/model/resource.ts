import type { Environment } from "./environment.ts";
import type { Kind, Kinds } from "./kinds.ts";
import type { Place } from "./place.ts";
import type { Site } from "./site.ts";
import type { Mapping } from "./tree.ts";
import type { Value } from "./value.ts";

/**
 * In which language a resource is written; a key can work in one and be inert in another. `terraform` is what belongs to
 * Terraform itself: its variables and variable files.
 */
export type Source = "terraform" | "azurerm" | "azapi" | "arm" | "command" | "settings" | "azureml" | "kubernetes";

/** What tells one resource from another, over all environments. */
export interface Identity {
  /** The root module, template or file that declares it, relative to the project root; "" is the project root itself. */
  readonly root: string;
  /** The path of module calls or nested deployments that lead to it, without instance keys; "" is the root. */
  readonly module: string;
  /** The full address within the root, instance keys included. */
  readonly address: string;
  /** The full address without any instance keys: the block, over which findings merge. */
  readonly block: string;
}

/** Whether a resource exists: its count, for_each or condition may be undecidable. */
export type Existence = { readonly certain: true } | { readonly certain: false; readonly why: string };

/** A resource as its language declares it, evaluated for one environment and not yet mapped to a kind. */
export interface Declaration {
  readonly source: Source;
  /** As written: `azurerm_key_vault`, `Microsoft.KeyVault/vaults`, `ml compute attach`. */
  readonly type: string;
  /** The API version of ARM and azapi; the provider versions that may be in force, oldest first, of azurerm. */
  readonly versions: readonly string[];
  readonly identity: Identity;
  readonly environment: Environment;
  readonly existence: Existence;
  /** Declared elsewhere and only looked up here (`data`, `existing`): linkable, never judged. */
  readonly existing: boolean;
  /** The whole block, and its first line. */
  readonly at: Place;
  readonly header: Place;
  readonly body: Mapping;
  /** The calls of modules or deployments through which it came to be, outermost first. */
  readonly calls: readonly Place[];
  /** In plan JSON, what will be done to it. */
  readonly actions?: readonly string[];
  /** It changes a resource that is declared elsewhere: what it does not write keeps its value. */
  readonly partial?: true;
  /** Nobody can know whether it is of the kind: what it may be links as something that may exist, and is never judged. */
  readonly supposed?: true;
}

/**
 * A resource of the model: a declaration seen as one kind, with typed attributes, computed when they are read. Attributes
 * are getters: `for … in` lists their names.
 */
export interface Resource<K extends Kind = Kind> extends Omit<Declaration, "body"> {
  readonly kind: K;
  /** The version whose defaults apply. */
  readonly version: string | undefined;
  /** Its type in Azure's ids, such as `Microsoft.KeyVault/vaults`; undefined for what has no id of its own. */
  readonly azureType: string | undefined;
  readonly attributes: Attributes<K>;
  /** How this source writes an attribute; undefined where it has none. */
  spelling(attribute: string): Spelling | undefined;
  /** Where an attribute, or an entry of one that is a map, is or would be written; undefined where nobody can tell. */
  site(attribute: string, entry?: string): Site | undefined;
  /** The declaration it was read from, and the way to the part of it that it is. */
  readonly declared: { readonly address: string; readonly part: readonly string[] };
}

/** How a source writes an attribute, for messages and advice. */
export interface Spelling {
  /** The way from the top of the body: `scale_settings`, `min_node_count`. */
  readonly path: readonly string[];
  /** Whether it is written by being there, without a value. */
  readonly isFlag?: true;
  /** What is written to say `value`: "Disabled", or the opposite, for false. */
  encode(value: unknown): unknown;
}

export type Attributes<K extends Kind> = { readonly [A in keyof Kinds[K]]: Value<Kinds[K][A]> };

/** The identity without instance keys, as one string: findings merge over it. */
export function blockKey(identity: Identity): string {
  return `${identity.root}\0${identity.block}`;
}

/** Removes the instance keys (`[0]`, `["a"]`) from an address. */
export function withoutInstanceKeys(address: string): string {
  return address.includes("[") ? address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, "") : address;
}
