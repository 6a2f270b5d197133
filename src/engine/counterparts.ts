import type { Environment } from "../model/environment.ts";
import type { Kind } from "../model/kinds.ts";
import type { Resource } from "../model/resource.ts";
import { withoutTierWords } from "../model/tier-words.ts";

/** Finds what a block is in another environment. */
export class Counterparts {
  readonly #groups = new Map<string, Group>();

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) {
      const key = groupKey(resource, resource.environment);
      let group = this.#groups.get(key);
      if (!group) {
        group = new Group();
        this.#groups.set(key, group);
      }
      group.byAddress.set(resource.identity.address, resource);
    }
  }

  /** The resource of the same address, else the one whose address differs only in words for environments. */
  of<K extends Kind>(resource: Resource<K>, environment: Environment): Resource<K> | undefined {
    const group = this.#groups.get(groupKey(resource, environment));
    const { address } = resource.identity;
    return (group?.byAddress.get(address) ?? group?.onlyLike(withoutTierWords(address))) as Resource<K> | undefined;
  }
}

/** The resources of one kind, root and environment. */
class Group {
  readonly byAddress = new Map<string, Resource>();
  #byNeutral: Map<string, Resource | undefined> | undefined;

  /** The one resource of an address without words for environments; none where several have it. */
  onlyLike(neutral: string): Resource | undefined {
    this.#byNeutral ??= this.#index();
    return this.#byNeutral.get(neutral);
  }

  #index(): Map<string, Resource | undefined> {
    const index = new Map<string, Resource | undefined>();
    for (const [address, resource] of this.byAddress) {
      const neutral = withoutTierWords(address);
      index.set(neutral, index.has(neutral) ? undefined : resource);
    }
    return index;
  }
}

function groupKey(resource: Resource, environment: Environment): string {
  return `${environment.name}\0${resource.kind}\0${resource.identity.root}`;
}
