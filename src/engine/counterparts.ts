import type { Environment } from "../model/environment.ts";
import type { Kind } from "../model/kinds.ts";
import type { Resource } from "../model/resource.ts";

/** Finds what a block is in another environment. */
export class Counterparts {
  readonly #groups = new Map<string, Map<string, Resource>>();

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) {
      const key = groupKey(resource, resource.environment);
      let byAddress = this.#groups.get(key);
      if (!byAddress) {
        byAddress = new Map();
        this.#groups.set(key, byAddress);
      }
      byAddress.set(resource.identity.address, resource);
    }
  }

  of<K extends Kind>(resource: Resource<K>, environment: Environment): Resource<K> | undefined {
    const found = this.#groups.get(groupKey(resource, environment))?.get(resource.identity.address);
    return found as Resource<K> | undefined;
  }
}

function groupKey(resource: Resource, environment: Environment): string {
  return `${environment.name}\0${resource.kind}\0${resource.identity.root}`;
}
