import { defineRule, type Rule, type RuleDefinition, register } from "../../src/engine/rule.ts";
import { type Environment, environmentNamed } from "../../src/model/environment.ts";
import type { Place } from "../../src/model/place.ts";
import type { Project } from "../../src/model/project.ts";
import { type Resource, withoutInstanceKeys } from "../../src/model/resource.ts";
import type { Step } from "../../src/model/tree.ts";
import type { Value } from "../../src/model/value.ts";

export const dev = environmentNamed("dev");
export const prod = environmentNamed("prod");

export function place(line: number, file = "main.tf"): Place {
  return { file, start: { line, column: 3 }, end: { line, column: 20 } };
}

export function known<T>(value: T, line: number, trail: readonly Step[] = []): Value<T> {
  return { state: "known", value, at: place(line), trail };
}

export function unknown<T>(why: string, line: number): Value<T> {
  return { state: "unknown", why, at: place(line), trail: [] };
}

/** A cluster as the engine sees it; only what the test needs is there. */
export function cluster(
  environment: Environment,
  attributes: Readonly<Record<string, Value<unknown>>>,
  address = "azurerm_machine_learning_compute_cluster.cpu",
  root = "",
): Resource<"compute.cluster"> {
  const resource = {
    kind: "compute.cluster",
    source: "azurerm",
    type: "azurerm_machine_learning_compute_cluster",
    versions: ["4.81.0"],
    version: "4.81.0",
    identity: { root, module: "", address, block: withoutInstanceKeys(address) },
    environment,
    existence: { certain: true },
    existing: false,
    at: place(1),
    header: place(1),
    calls: [],
    attributes,
    spelling: () => ({ path: ["node_public_ip_enabled"], encode: (value: unknown) => value }),
  };
  return resource as unknown as Resource<"compute.cluster">;
}

export function project(resources: readonly Resource[], environments: readonly Environment[] = [dev, prod]): Project {
  return {
    roots: [{ path: "", language: "terraform", environments }],
    resources,
    problems: [],
    comments: [],
    defects: [],
    files: new Map(),
  };
}

/** A rule about public IPs of clusters, unless told otherwise. */
export function rule(changes: Partial<RuleDefinition<"compute.cluster">> = {}, id = "test/public"): Rule {
  return register(
    id,
    defineRule({
      on: "compute.cluster",
      title: "A rule of the tests",
      severity: { production: "error", "non-production": "note", unclassified: "off" },
      precision: "high",
      sources: ["terraform"],
      tags: [],
      check(resource, context) {
        if (context.known(resource.attributes.publicIp) !== true) return;
        context.report({ attribute: "publicIp", message: `${context.subject} is public.`, help: "Close it." });
      },
      ...changes,
    }),
  );
}
