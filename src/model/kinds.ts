import type { Reference } from "./reference.ts";
import type { Value } from "./value.ts";

/** A list of which each item may be unknown or have a place of its own. */
export type Items<T> = readonly Value<T>[];

/** A map from keys as written to values. */
export type Settings = ReadonlyMap<string, Value<string>>;

/** Attributes that many kinds share. */
interface Named {
  name: string;
}

interface Located extends Named {
  location: string;
}

interface WithIdentity {
  identityType: string;
  identityIds: Items<Reference>;
}

/**
 * Every kind of resource the rules know, with its attributes as the rules see them. A mapping table says for each source
 * where an attribute is written; `data/defaults.json` says what it means when it is not.
 */
export interface Kinds {
  workspace: Located &
    WithIdentity & {
      publicAccess: boolean;
    };
  "compute.cluster": Located &
    WithIdentity & {
      workspace: Reference;
      publicIp: boolean;
      minNodes: number;
      maxNodes: number;
      vmSize: string;
    };
}

export type Kind = keyof Kinds;
