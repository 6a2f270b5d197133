import { describe, expect, test } from "vitest";
import { peerChecks } from "../../data/peers.ts";
import { rules } from "../../rules/index.ts";
import { elsewhereSection, withElsewhere } from "../../src/cli/rules/elsewhere.ts";
import { find, nearestNames } from "../../src/cli/rules/find.ts";

const checks = peerChecks();

function linked(text: string): string[] {
  return find(text, rules, checks).checks.flatMap((check) => {
    return Object.entries(check.rules).map(([rule, link]) => `${check.tool} ${check.id}: ${rule} ${link}`);
  });
}

describe("a name of another tool finds our rules", () => {
  test.each([
    ["CKV_AZURE_137", ["checkov CKV_AZURE_137: registry/admin-user same"]],
    ["ckv_azure_137 ", ["checkov CKV_AZURE_137: registry/admin-user same"]],
    ["Azure.ACR.AdminUser", ["psrule AZR-000005: registry/admin-user same"]],
    ["azr-000005", ["psrule AZR-000005: registry/admin-user same"]],
    ["AVD-AZU-0013", ["trivy AZU-0013: key-vault/public-access part"]],
    ["AZU-0013", ["trivy AZU-0013: key-vault/public-access part"]],
    ["DC921057-6B28-4FBE-9B83-F7BEC05DB6C2", ["policy dc921057-6b28-4fbe-9b83-f7bec05db6c2: registry/admin-user same"]],
    ["b897dfbf", ["kics b897dfbf: registry/admin-user same"]],
    ["b897dfbf-322c-45a8-b67c-1e698beeaa51", ["kics b897dfbf: registry/admin-user same"]],
    ["CKV_AZURE_141", ["checkov CKV_AZURE_141: kubernetes/local-accounts-disabled opposite"]],
    ["ACR.AdminUser", ["psrule AZR-000005: registry/admin-user same"]],
  ])("%s", (text, expected) => {
    expect(linked(text)).toEqual(expected);
  });

  test("a check that is known and that no rule asks says why", () => {
    const [check, ...more] = find("CKV_AZURE_166", rules, checks).checks;
    expect(more).toEqual([]);
    expect(check).toMatchObject({ rules: {}, note: expect.stringMatching(/\.$/) });
  });

  test("a whole name is not mixed with those it is a part of", () => {
    expect(find("CKV_AZURE_4", rules, checks).checks.map(({ id }) => id)).toEqual(["CKV_AZURE_4"]);
  });

  test("a GUID of a policy is not found by its first digits followed by others", () => {
    expect(find("dc921057-0000-0000-0000-000000000000", rules, checks)).toEqual({ checks: [], rules: [] });
  });
});

describe("our own names and words", () => {
  test.each([
    ["compute/idle-nodes", ["compute/idle-nodes"]],
    ["idle-nodes", ["compute/idle-nodes"]],
    ["admin user", ["registry/admin-user"]],
  ])("%s", (text, ids) => {
    expect(find(text, rules, checks).rules.map(({ id }) => id)).toEqual(ids);
  });

  test("what nobody knows is not found, and the nearest names are offered", () => {
    expect(find("CKV_GCP_WONDER", rules, checks)).toEqual({ checks: [], rules: [] });
    expect(nearestNames("CKV_AZURE_1377", rules, checks)).toContain("CKV_AZURE_137");
    expect(nearestNames("compute/idle-node", rules, checks)).toEqual(["compute/idle-nodes"]);
    expect(nearestNames("x".repeat(50), rules, checks)).toEqual([]);
  });

  test.each(["", " ", "   "])("nothing is found by %j", (text) => {
    expect(find(text, rules, checks)).toEqual({ checks: [], rules: [] });
  });
});

describe("a rule's page", () => {
  test("says before its references what other tools call it", () => {
    const text = withElsewhere("# a\n\n## Exceptions\n\nNone.\n\n## References\n\n- b\n", "registry/admin-user");
    expect(text).toMatch(
      /None\.\n\n## Elsewhere\n\n- The same: checkov `CKV_AZURE_137`; .*\n\n## References\n\n- b\n$/,
    );
  });

  test("says so when no other tool asks it", () => {
    expect(elsewhereSection("compute/public-ip")).toBe("## Elsewhere\n\nNo other tool is known to ask this.");
  });
});
