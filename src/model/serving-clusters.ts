import type { Kind, Kinds } from "./kinds.ts";
import type { Reference } from "./reference.ts";
import type { Resource } from "./resource.ts";
import type { Value } from "./value.ts";

type Cluster = Resource<"kubernetes.cluster">;

/** What a check offers to look from a resource to others. */
export interface Surroundings {
  glimpse<T>(value: Value<T>): T | undefined;
  follow<L extends Kind>(reference: Value<Reference>, kind: L): readonly Resource<L>[];
  pointingTo<L extends Kind>(resource: Resource, kind: L, attribute: keyof Kinds[L] & string): readonly Resource<L>[];
}

/** Whether the AzureML extension runs on an AKS cluster, or a workspace attaches it as a Kubernetes compute. */
export function runsExtension(cluster: Cluster, surroundings: Surroundings): boolean {
  if (surroundings.glimpse(cluster.attributes.connected) === true) return false;
  return (
    surroundings.pointingTo(cluster, "extension", "cluster").length > 0 ||
    surroundings.pointingTo(cluster, "attachment", "cluster").length > 0
  );
}

/** Whether Azure Machine Learning works on an AKS cluster at all, inference clusters of v1 included. */
export function servesMachineLearning(cluster: Cluster, surroundings: Surroundings): boolean {
  if (surroundings.glimpse(cluster.attributes.connected) === true) return false;
  if (surroundings.pointingTo(cluster, "inference.cluster", "cluster").length > 0) return true;
  return runsExtension(cluster, surroundings);
}

/** The clusters of a pool on which Azure Machine Learning works. */
export function servingClusters(pool: Resource<"kubernetes.pool">, surroundings: Surroundings): readonly Cluster[] {
  const clusters = surroundings.follow(pool.attributes.cluster, "kubernetes.cluster");
  return clusters.filter((cluster) => servesMachineLearning(cluster, surroundings));
}
