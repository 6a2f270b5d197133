import type { Kind } from "../model/kinds.ts";
import type { Place } from "../model/place.ts";
import type { Resource } from "../model/resource.ts";
import { withoutSecrets } from "../model/secret-attributes.ts";
import { deciding } from "../model/tree.ts";
import type { Value } from "../model/value.ts";

/** The attributes that can hold secrets; others are not computed for it. */
const holders: Partial<Readonly<Record<Kind, readonly string[]>>> = {
  "compute.cluster": ["adminPassword"],
  "inference.cluster": ["sslKey"],
  datastore: ["accountKey", "sasToken", "clientSecret"],
  extension: ["settings", "protectedSettings"],
  variable: ["value"],
};

/** Where secrets are written, so that no line is shown with one: looked up when the first line is shown. */
export class SecretPlaces {
  readonly #resources: readonly Resource[];
  #files: Map<string, Place[]> | undefined;

  constructor(resources: readonly Resource[]) {
    this.#resources = resources;
  }

  /** The places of secrets in a file. */
  in(file: string): readonly Place[] {
    this.#files ??= this.#collect();
    return this.#files.get(file) ?? [];
  }

  #collect(): Map<string, Place[]> {
    const files = new Map<string, Place[]>();
    for (const resource of this.#resources) {
      for (const place of secretsOf(resource)) {
        const places = files.get(place.file);
        if (places) places.push(place);
        else files.set(place.file, [place]);
      }
    }
    return files;
  }
}

function secretsOf(resource: Resource): Place[] {
  const attributes = resource.attributes as Readonly<Record<string, Value<unknown> | undefined>>;
  return (holders[resource.kind] ?? []).flatMap((name) => {
    const value = attributes[name];
    return value ? placesOf(withoutSecrets(resource, name, value)) : [];
  });
}

/** The literals that decide a secret: the end of its trail, or where it stands itself. */
function placesOf(value: Value<unknown>): Place[] {
  if (value.state !== "known") return [];
  if (value.sensitive) return value.defaultOf === undefined ? [deciding(value)] : [];
  return value.value instanceof Map
    ? [...(value.value as ReadonlyMap<string, Value<unknown>>).values()].flatMap(placesOf)
    : [];
}
