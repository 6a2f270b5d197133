import { expect, test } from "vitest";
import { leastNodesOf } from "../../src/model/node-count.ts";
import type { Resource } from "../../src/model/resource.ts";
import { declare, only, type Plain, unknown } from "../mapping/trees.ts";

function clusterOf(existing: boolean) {
  const declaration = declare("azurerm_kubernetes_cluster", { name: "serving" }, { existing });
  return only(declaration, "kubernetes.cluster") as Resource<"kubernetes.cluster">;
}

const cluster = clusterOf(false);

function pool(body: Record<string, Plain>) {
  const declaration = declare("azurerm_kubernetes_cluster_node_pool", { name: "pool", ...body });
  return only(declaration, "kubernetes.pool") as Resource<"kubernetes.pool">;
}

test.each<[string, Record<string, Plain>[], number | string]>([
  ["the sum over all pools", [{ node_count: 2 }, { node_count: 3 }], 5],
  ["the minimum of a pool that grows", [{ auto_scaling_enabled: true, min_count: 1, max_count: 9, node_count: 4 }], 1],
  ["unknown where a number is", [{ node_count: 2 }, { node_count: unknown("nobody knows") }], "nobody knows"],
  ["unknown where nobody knows whether a pool grows", [{ auto_scaling_enabled: unknown("who knows") }], "who knows"],
  ["unknown where AKS chooses", [{}], "AKS chooses the number of nodes"],
  [
    "unknown where a pool grows from no minimum",
    [{ auto_scaling_enabled: true, max_count: 5 }],
    "the node count of azurerm_kubernetes_cluster_node_pool.this is not known",
  ],
  ["unknown without any pool", [], "the pools of azurerm_kubernetes_cluster.this are not known"],
])("the nodes of a cluster are %s", (_, pools, expected) => {
  const nodes = leastNodesOf(cluster, pools.map(pool));
  expect(nodes.state === "known" ? nodes.value : nodes.state === "unknown" ? nodes.why : "absent").toBe(expected);
});

test("the pools of a cluster that is only looked up are not all here", () => {
  expect(leastNodesOf(clusterOf(true), [pool({ node_count: 5 })])).toMatchObject({ state: "unknown" });
});

test("the trail leads to the number of each pool", () => {
  const nodes = leastNodesOf(cluster, [pool({ node_count: 2 }), pool({ node_count: 3 })]);
  expect(nodes.state === "known" && nodes.trail.map(({ text }) => text)).toEqual([
    "nodes of azurerm_kubernetes_cluster_node_pool.this",
    "nodes of azurerm_kubernetes_cluster_node_pool.this",
  ]);
});
