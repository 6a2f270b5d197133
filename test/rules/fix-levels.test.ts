import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Safety } from "../../src/engine/fix/change.ts";

/** What the catalogue of rules promises to mend: every other rule has no fix. */
const promised: Readonly<Record<Safety, readonly string[]>> = {
  safe: [
    "attach/undefined-instance-type",
    "attach/wrong-resource-id",
    "compute/idle-nodes",
    "compute/invalid-idle-duration",
    "compute/public-ssh",
    "compute/subnet-in-managed-network",
    "compute/unknown-vm-size",
    "endpoint/open-egress",
    "environment/unknown-variable",
    "extension/deprecated-setting",
    "extension/identity-missing",
    "extension/invalid-value",
    "extension/malformed-command",
    "extension/preview-train",
    "extension/public-load-balancer",
    "extension/router-ha-too-few-nodes",
    "extension/router-not-ha",
    "extension/secret-in-plain-settings",
    "extension/unknown-setting",
    "extension/wrong-cluster-type",
    "extension/wrong-scope",
    "identity/unknown-role",
    "inference/devtest-in-production",
    "inference/fastprod-outside-production",
    "instance-type/gpu-in-requests",
    "instance-type/quantity-not-string",
    "instance-type/undefined",
    "key-vault/short-retention",
    "kubernetes/free-tier",
    "kubernetes/public-node-ip",
    "kubernetes/rbac-disabled",
    "network/basic-public-ip",
    "project/unused-suppression",
    "registry/admin-user",
    "registry/anonymous-pull",
    "storage/azure-services-blocked",
    "storage/http-allowed",
    "storage/old-tls",
    "storage/public-blobs",
    "workspace/key-vault-not-purge-protected",
    "workspace/legacy-v1-mode",
    "workspace/no-primary-identity",
    "workspace/public-behind-vnet",
    "workspace/wrong-endpoint-subresource",
  ],
  unsafe: [
    "compute/local-auth",
    "compute/public-ip",
    "endpoint/key-auth",
    "endpoint/public-access",
    "key-vault/access-policies",
    "key-vault/no-purge-protection",
    "registry/sku-cannot-go-private",
    "workspace/public-access",
  ],
};

/** Promised as safe, and not: each does what the catalogue itself calls unsafe. */
const unsafeAfterAll: Readonly<Record<string, string>> = {
  "extension/public-load-balancer": "the router gets another address, which only the private network reaches",
  "key-vault/short-retention": "the retention of a vault is set once and cannot be changed later",
  "kubernetes/public-node-ip": "replaces the nodes, which are then not reached from outside",
  "kubernetes/rbac-disabled": "replaces the cluster",
  "network/basic-public-ip": "replaces the address",
  "workspace/key-vault-not-purge-protected": "purge protection is never switched off again",
};

const levelOf = (id: string): Safety | undefined => {
  if (id in unsafeAfterAll) return "unsafe";
  return promised.safe.includes(id) ? "safe" : promised.unsafe.includes(id) ? "unsafe" : undefined;
};

test.each(rules.map((rule) => [rule.id, rule.fix] as const))("%s is mended as the catalogue promises", (id, fix) => {
  expect(fix).toBe(levelOf(id));
});

describe("the lists above", () => {
  const known = new Set(rules.map((rule) => rule.id));

  test("name rules that exist, each once", () => {
    const all = [...promised.safe, ...promised.unsafe];
    expect(all.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test("make exceptions only of what is promised as safe, with a reason", () => {
    for (const [id, reason] of Object.entries(unsafeAfterAll)) {
      expect(promised.safe, id).toContain(id);
      expect(reason.length).toBeGreaterThan(15);
    }
  });
});
