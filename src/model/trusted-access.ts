import type { Kind, Kinds } from "./kinds.ts";
import type { Resource } from "./resource.ts";
import type { Value } from "./value.ts";

/** What a check offers to find bindings and read their roles. */
export interface BindingSurroundings {
  known<T>(value: Value<T>): T | undefined;
  exactlyPointingTo<L extends Kind>(
    resource: Resource,
    kind: L,
    attribute: keyof Kinds[L] & string,
  ): readonly Resource<L>[];
}

/** Whether a trusted-access role binding lets a workspace reach a cluster's API server. */
export function trustsWorkspace(cluster: Resource<"kubernetes.cluster">, surroundings: BindingSurroundings): boolean {
  const bindings = surroundings.exactlyPointingTo(cluster, "trusted-access", "cluster");
  return bindings.some(({ attributes }) =>
    surroundings
      .known(attributes.roles)
      ?.some((role) => surroundings.known(role)?.toLowerCase().endsWith("/workspaces/mlworkload")),
  );
}
