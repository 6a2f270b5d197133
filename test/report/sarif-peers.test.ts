import { expect, test } from "vitest";
import { peersByRule } from "../../data/peers.ts";
import { rules } from "../../rules/index.ts";
import { describeRule } from "../../src/report/sarif/rules.ts";

function described(id: string) {
  const rule = rules.find((one) => one.id === id);
  return describeRule(id, rule, undefined, peersByRule(id)).properties;
}

test("a rule in SARIF says what it is called elsewhere, and how that relates", () => {
  expect(described("registry/admin-user")?.["peers"]).toContainEqual({
    ...{ tool: "psrule", id: "AZR-000005", alias: "Azure.ACR.AdminUser", link: "same" },
  });
});

test("only names that ask the same are tags, and never more tags than GitHub takes", () => {
  expect(described("registry/admin-user")?.tags).toContain("external/checkov/CKV_AZURE_137");
  expect(described("registry/public-access")?.tags?.join()).not.toContain("external/");
  for (const { id } of rules) expect(described(id)?.tags?.length).toBeLessThanOrEqual(20);
});

test("a rule that nobody else has carries neither", () => {
  expect(described("compute/public-ip")).not.toHaveProperty("peers");
});
