import { describe, expect, test } from "vitest";
import { environmentNamed } from "../../src/model/environment.ts";
import type { Kind } from "../../src/model/kinds.ts";
import { Links, type LinksOptions } from "../../src/model/links.ts";
import type { Reference } from "../../src/model/reference.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Value } from "../../src/model/value.ts";
import { mapDeclaration } from "../../src/parsers/mapping/map.ts";
import { type DeclarationOptions, declare, idOf, type Plain, target, unknown } from "../mapping/trees.ts";

const aks = "azurerm_kubernetes_cluster";
const pool = "azurerm_kubernetes_cluster_node_pool";
const managed = "Microsoft.ContainerService/managedClusters";

interface Written {
  readonly type: string;
  readonly body: Plain;
  readonly options: DeclarationOptions;
}

/** A declaration in a root, in an environment: `infra@prod`. */
function at(where: string, address: string, body: Plain, more: DeclarationOptions = {}): Written {
  const [root, environment = "default"] = where.split("@") as [string, string?];
  const type =
    more.source === undefined || more.source === "azurerm"
      ? address.split(".").find((part) => part.startsWith("azurerm_"))!
      : address;
  return { type, body, options: { root, address, environment: environmentNamed(environment), ...more } };
}

function project(written: readonly Written[], options?: LinksOptions) {
  const resources = written.flatMap(({ type, body, options: own }) => mapDeclaration(declare(type, body, own)));
  const links = new Links(resources, options);
  const find = (label: string, kind: Kind): Resource => {
    const found = resources.find((resource) => labelOf(resource) === label && resource.kind === kind);
    if (!found) throw new Error(`no ${label} of kind ${kind} among ${resources.map(labelOf).join(", ")}`);
    return found;
  };
  return { links, find };
}

function labelOf({ identity, environment }: Resource): string {
  return `${identity.root}@${environment.name} ${identity.address}`;
}

function attribute(resource: Resource, name: string): Value<Reference> {
  return (resource.attributes as never as Record<string, Value<Reference>>)[name]!;
}

/** What the attribute of a resource leads to, in short. */
function follow(written: readonly Written[], label: string, kind: Kind, name: string, targetKind: Kind, view?: string) {
  const { links, find } = project(written);
  const from = find(label, kind);
  const value = attribute(from, name);
  if (value.state !== "known") return value.state;
  const environment = view === undefined ? from.environment : environmentNamed(view);
  const resolution = links.resolve(value.value, from, environment, targetKind);
  return resolution.state === "found" ? resolution.resources.map(labelOf) : resolution.state;
}

describe("a reference by address", () => {
  const cluster = (address: string) => at("a@prod", address, { name: "aks" });
  const poolOf = (address: string, attributeName = "id") =>
    at("a@prod", `${pool}.p`, { kubernetes_cluster_id: target(address, attributeName, "a") });
  const label = `a@prod ${pool}.p`;

  test.each([
    [[`${aks}.x`], `${aks}.x`, [`a@prod ${aks}.x`]],
    [[`${aks}.x`], `${aks}.y`, "outside"],
    [[`${aks}.x[0]`, `${aks}.x[1]`], `${aks}.x[1]`, [`a@prod ${aks}.x[1]`]],
    [[`${aks}.x[0]`, `${aks}.x[1]`], `${aks}.x`, [`a@prod ${aks}.x[0]`, `a@prod ${aks}.x[1]`]],
    [[`module.m["a"].${aks}.x`, `module.m["b"].${aks}.x`], `module.m["b"].${aks}.x`, [`a@prod module.m["b"].${aks}.x`]],
    [[`module.m["a"].${aks}.x[0]`], `module.m["a"].${aks}.x`, [`a@prod module.m["a"].${aks}.x[0]`]],
    [[`module.m["a"].${aks}.x`], `module.m.${aks}.x`, [`a@prod module.m["a"].${aks}.x`]],
  ])("among %j to %s leads to %j", (clusters, address, expected) => {
    expect(
      follow([...clusters.map(cluster), poolOf(address)], label, "kubernetes.pool", "cluster", "kubernetes.cluster"),
    ).toEqual(expected);
  });

  test("to another attribute than an id or name is not decidable", () => {
    const written = [cluster(`${aks}.x`), poolOf(`${aks}.x`, "kube_config.0.host")];
    expect(follow(written, label, "kubernetes.pool", "cluster", "kubernetes.cluster")).toBe("unknown");
  });

  test("does not mix two roots with equal addresses", () => {
    const written = [
      at("a@prod", `${aks}.x`, { name: "one" }),
      at("b@prod", `${aks}.x`, { name: "two" }),
      poolOf(`${aks}.x`),
    ];
    expect(follow(written, label, "kubernetes.pool", "cluster", "kubernetes.cluster")).toEqual([`a@prod ${aks}.x`]);
  });

  test("stays in its environment", () => {
    const written = [at("a@dev", `${aks}.x`, {}), at("a@prod", `${aks}.x`, {}), poolOf(`${aks}.x`)];
    expect(follow(written, label, "kubernetes.pool", "cluster", "kubernetes.cluster")).toEqual([`a@prod ${aks}.x`]);
  });

  test("finds what is only looked up", () => {
    const data = at("a@prod", `data.${aks}.x`, { name: "aks" }, { existing: true });
    const written = [data, poolOf(`data.${aks}.x`)];
    expect(follow(written, label, "kubernetes.pool", "cluster", "kubernetes.cluster")).toEqual([
      `a@prod data.${aks}.x`,
    ]);
  });
});

describe("a reference by id or name", () => {
  const extension = (where: string, options: Readonly<Record<string, Plain>> = {}) =>
    at(
      where,
      "k8s-extension create",
      { name: "aml", "extension-type": "Microsoft.AzureML.Kubernetes", "cluster-name": "aks-ml", ...options },
      { source: "command" },
    );
  const cluster = (where: string, name: Plain = "aks-ml", group: Plain = "rg-ml") =>
    at(where, `${aks}.x`, { name, resource_group_name: group });
  const lead = (written: readonly Written[], label: string, view?: string) =>
    follow(written, `${label} k8s-extension create`, "extension", "cluster", "kubernetes.cluster", view);

  test.each<[string, Plain, Plain, string[] | string]>([
    ["equal names", "AKS-ml", "rg-ml", [`tf@default ${aks}.x`]],
    ["another name", "aks-other", "rg-ml", "outside"],
    ["another group", "aks-ml", "rg-other", "outside"],
    ["an unknown group", "aks-ml", unknown("var.group has no value"), [`tf@default ${aks}.x`]],
    ["an unknown name", unknown("var.name has no value"), "rg-ml", "unknown"],
    ["a name that may be", unknown("random", { pieces: ["aks-", { token: "r" }] }), "rg-ml", "unknown"],
    ["a name that cannot be", unknown("random", { pieces: ["k8s-", { token: "r" }] }), "rg-ml", "outside"],
  ])("crosses formats with %s", (_, name, group, expected) => {
    const written = [extension("deploy.sh", { "resource-group": "rg-ml" }), cluster("tf", name, group)];
    expect(lead(written, "deploy.sh@default")).toEqual(expected);
  });

  test.each([
    ["deploy.sh@default", undefined, [`tf@dev ${aks}.x`, `tf@prod ${aks}.x`]],
    ["deploy.sh@default", "prod", [`tf@prod ${aks}.x`]],
    ["deploy.sh@prod", undefined, [`tf@prod ${aks}.x`]],
    ["deploy.sh@production", undefined, [`tf@prod ${aks}.x`]],
    ["deploy.sh@blue", undefined, "outside"],
  ])("from %s, seen in %s, meets %j", (where, view, expected) => {
    const written = [extension(where), cluster("tf@dev"), cluster("tf@prod")];
    expect(lead(written, where, view)).toEqual(expected);
  });

  test("prefers what its own root declares", () => {
    const own = at("deploy.sh", "aks create", { name: "aks-ml" }, { source: "command" });
    expect(lead([extension("deploy.sh"), own, cluster("tf")], "deploy.sh@default")).toEqual([
      "deploy.sh@default aks create",
    ]);
  });

  const extensionOfArm = (scope: Plain) =>
    at(
      "main.json",
      "Microsoft.KubernetesConfiguration/extensions",
      { name: "aml", scope, properties: { extensionType: "Microsoft.AzureML.Kubernetes" } },
      { source: "arm" },
    );
  const clusterOfArm = (name: Plain, root = "main.json") =>
    at(root, managed, { name }, { source: "arm", root, address: "aks" });
  const leadArm = (written: readonly Written[]) =>
    follow(
      written,
      "main.json@default Microsoft.KubernetesConfiguration/extensions",
      "extension",
      "cluster",
      "kubernetes.cluster",
    );
  const suffixed = (token: string) => unknown("uniqueString", { pieces: ["aks-", { token }] });
  const idWith = (token: string) =>
    unknown("uniqueString", {
      pieces: [
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks-",
        { token },
      ],
    });

  test.each<[string, Plain, Plain, string[] | string]>([
    ["of the same text", idOf(managed, "aks"), "aks", ["main.json@default aks"]],
    ["with the same hole", idWith("u"), suffixed("u"), ["main.json@default aks"]],
    ["with another hole", idWith("u"), suffixed("v"), "unknown"],
    ["of another type", idOf("Microsoft.Kubernetes/connectedClusters", "aks"), "aks", "outside"],
  ])("finds an id %s", (_, scope, name, expected) => {
    expect(leadArm([extensionOfArm(scope), clusterOfArm(name)])).toEqual(expected);
  });

  test("does not take equal holes of two deployments for equal texts", () => {
    expect(leadArm([extensionOfArm(idWith("u")), clusterOfArm(suffixed("u"), "other.json")])).toBe("unknown");
  });

  test.each([
    ["vnet-a", ["main.json@default a"]],
    ["vnet-b", ["main.json@default b"]],
    ["vnet-c", "outside"],
  ])("tells children of equal names by their parents: %s", (network, expected) => {
    const type = "Microsoft.Network/virtualNetworks/subnets";
    const written = [
      at("main.json", type, { name: "vnet-a/default" }, { source: "arm", address: "a" }),
      at("main.json", type, { name: "vnet-b/default" }, { source: "arm", address: "b" }),
      at(
        "main.json",
        "Microsoft.Network/privateEndpoints",
        { properties: { subnet: { id: idOf(type, network, "default") } } },
        { source: "arm" },
      ),
    ];
    expect(
      follow(written, "main.json@default Microsoft.Network/privateEndpoints", "private-endpoint", "subnet", "subnet"),
    ).toEqual(expected);
  });

  test("finds a child by the name of the resource that its parent's address leads to", () => {
    const written = [
      at("a", "azurerm_virtual_network.v", { name: "vnet", subnet: [{ name: "default" }] }),
      at("a", "azurerm_private_endpoint.e", {
        subnet_id: idOf("Microsoft.Network/virtualNetworks/subnets", "other", "default"),
      }),
    ];
    expect(follow(written, "a@default azurerm_private_endpoint.e", "private-endpoint", "subnet", "subnet")).toBe(
      "outside",
    );
  });
});

describe("all resources of a kind", () => {
  const written = [
    at("a@dev", `${aks}.x`, {}),
    at("a@prod", `${aks}.x`, {}),
    at("b", `${aks}.x`, {}),
    at("c@dev", `${aks}.x`, {}),
  ];
  test.each([
    ["a@prod", [`a@prod ${aks}.x`, `b@default ${aks}.x`]],
    ["a@dev", [`a@dev ${aks}.x`, `b@default ${aks}.x`, `c@dev ${aks}.x`]],
    ["b@default", [`a@dev ${aks}.x`, `a@prod ${aks}.x`, `b@default ${aks}.x`, `c@dev ${aks}.x`]],
  ])("seen from %s are %j", (where, expected) => {
    const { links, find } = project(written);
    const from = find(`${where} ${aks}.x`, "kubernetes.cluster");
    expect(links.of("kubernetes.cluster", from, from.environment).map(labelOf)).toEqual(expected);
  });

  test("seen from a root that has nothing in an environment of its own still stay in that environment", () => {
    const environments = new Map([["tf", [environmentNamed("dev"), environmentNamed("prod")]]]);
    const { links, find } = project([at("deploy.sh@prod", `${aks}.x`, {}), at("tf@dev", `${aks}.x`, {})], {
      environments,
    });
    const from = find(`deploy.sh@prod ${aks}.x`, "kubernetes.cluster");
    expect(links.of("kubernetes.cluster", from, from.environment).map(labelOf)).toEqual([`deploy.sh@prod ${aks}.x`]);
  });
});

describe("what points at a resource", () => {
  const cluster = at("a", `${aks}.x`, { name: "aks", default_node_pool: [{ name: "sys" }] });
  const pointing = (written: readonly Written[], options?: LinksOptions) => {
    const { links, find } = project(written, options);
    const from = find(`a@default ${aks}.x`, "kubernetes.cluster");
    const found = links.pointingTo(from, "kubernetes.pool", "cluster", from.environment);
    return { ...found, resources: found.resources.map(labelOf), uncertain: found.uncertain.map(labelOf) };
  };

  test("is its own part and whatever names it", () => {
    const other = at("a", `${pool}.p`, { kubernetes_cluster_id: target(`${aks}.x`, "id", "a") });
    const stranger = at("a", `${pool}.q`, { kubernetes_cluster_id: target(`${aks}.y`, "id", "a") });
    expect(pointing([cluster, other, stranger])).toEqual({
      resources: [`a@default ${aks}.x.default_node_pool`, `a@default ${pool}.p`],
      uncertain: [],
      unresolved: undefined,
      unresolvedUncertain: undefined,
    });
  });

  test("is kept apart where it may not exist", () => {
    const existence = { certain: false, why: "count is unknown" } as const;
    const other = at("a", `${pool}.p`, { kubernetes_cluster_id: target(`${aks}.x`, "id", "a") }, { existence });
    expect(pointing([cluster, other]).uncertain).toEqual([`a@default ${pool}.p`]);
  });

  test("says when a reference leaves it open", () => {
    const other = at("a", `${pool}.p`, { kubernetes_cluster_id: unknown("var.cluster has no value") });
    expect(pointing([cluster, other]).unresolved).toBe("var.cluster has no value");
  });

  test.each([
    ["x", "names that are not known leave open which resource is meant"],
    ["y", undefined],
  ])("is left open by an id whose name fits only to the resource without a known name: %s", (name, why) => {
    const unnamed = at("a", `${aks}.x`, { name: unknown("var.name has no value") });
    const named = at("a", `${aks}.y`, { name: "other" });
    const stranger = at("b", `${pool}.p`, { kubernetes_cluster_id: idOf(managed, "aks") });
    const { links, find } = project([unnamed, named, stranger]);
    const from = find(`a@default ${aks}.${name}`, "kubernetes.cluster");
    expect(links.pointingTo(from, "kubernetes.pool", "cluster", from.environment).unresolved).toBe(why);
  });

  test("is not left open by what may not exist", () => {
    const existence = { certain: false, why: "count is unknown" } as const;
    const other = at("a", `${pool}.p`, { kubernetes_cluster_id: unknown("var.cluster has no value") }, { existence });
    expect(pointing([cluster, other]).unresolved).toBeUndefined();
    expect(pointing([cluster, other]).unresolvedUncertain).toBe("var.cluster has no value");
  });

  test("is left open by a module that was not read", () => {
    expect(pointing([cluster], { unread: new Map([["a", "module pools is not on disk"]]) }).unresolved).toBe(
      "module pools is not on disk",
    );
  });

  test("is followed through lists", () => {
    const written = [
      at("a", "azurerm_private_dns_zone.z", { name: "privatelink.api.azureml.ms" }),
      at("a", "azurerm_private_endpoint.e", {
        private_dns_zone_group: [
          { name: "g", private_dns_zone_ids: [target("azurerm_private_dns_zone.z", "id", "a")] },
        ],
      }),
    ];
    const { links, find } = project(written);
    const zone = find("a@default azurerm_private_dns_zone.z", "dns-zone");
    const { resources } = links.pointingTo(zone, "dns-zone-group", "zones", zone.environment);
    expect(resources.map(labelOf)).toEqual(["a@default azurerm_private_endpoint.e.private_dns_zone_group.0"]);
  });

  test("of no environment in particular points into each of them", () => {
    const written = [
      at("tf@dev", `${aks}.x`, { name: "aks" }),
      at("tf@prod", `${aks}.x`, { name: "aks" }),
      at("deploy.sh", "aks nodepool add", { name: "p", "cluster-name": "aks" }, { source: "command" }),
    ];
    const { links, find } = project(written);
    for (const where of ["tf@dev", "tf@prod"]) {
      const from = find(`${where} ${aks}.x`, "kubernetes.cluster");
      const { resources } = links.pointingTo(from, "kubernetes.pool", "cluster", from.environment);
      expect(resources.map(labelOf)).toEqual(["deploy.sh@default aks nodepool add"]);
    }
  });
});

test("a project of five thousand resources is linked in linear time", () => {
  const written = Array.from({ length: 2500 }, (_, index) => [
    at("a@prod", `${aks}.x${index}`, { name: `aks-${index}` }),
    at("a@prod", `${pool}.p${index}`, { kubernetes_cluster_id: target(`${aks}.x${index}`, "id", "a") }),
  ]).flat();
  const { links, find } = project(written);
  const from = find(`a@prod ${aks}.x7`, "kubernetes.cluster");
  const started = performance.now();
  for (let index = 0; index < 2500; index++) links.pointingTo(from, "kubernetes.pool", "cluster", from.environment);
  expect(performance.now() - started).toBeLessThan(3000);
});
