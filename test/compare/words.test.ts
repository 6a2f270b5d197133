import { describe, expect, test } from "vitest";
import { withoutLongExpressions } from "../../src/compare/address.ts";
import { breakText } from "../../src/compare/formats/break.ts";
import { matchesPattern } from "../../src/model/filter.ts";
import { withoutTierWords } from "../../src/model/tier-words.ts";
import { displayWidth } from "../../src/report/text/width.ts";

describe("names without words for environments", () => {
  test.each([
    ["live/dev/aks", "live/*/aks"],
    ["module.platform_prod.azurerm_key_vault.kv", "module.platform_*.azurerm_key_vault.kv"],
    ["live/non-prod", "live/*"],
    ["platform", "platform"],
  ])("%s", (name, neutral) => {
    expect(withoutTierWords(name)).toBe(neutral.replace("live", withoutTierWords("live")));
  });
});

describe("addresses of ARM", () => {
  test.each([
    ["short.{a}", "short.{a}"],
    ["deployments/vault-{uniqueString(resourceGroup().id, '{0}')}.keyVault", "deployments/vault-{…}.keyVault"],
    ["deployments/{take(format('applicationGateway-{0}', 6….ip", "deployments/{…}.ip"],
    ["deployments/name-of-some-length/{open", "deployments/name-of-some-length/{open"],
  ])("%s", (address, shown) => {
    expect(withoutLongExpressions(address)).toBe(shown);
  });
});

describe("patterns for addresses", () => {
  test.each([
    ["*", "", true],
    ["module.*.azurerm_key_vault.?v", "module.a.module.b.azurerm_key_vault.kv", true],
    ["a*b", "ab", true],
    ["a*b", "abc", false],
    ["", "a", false],
    ["[a]", "a", false],
  ])("%s %s", (pattern, text, matches) => {
    expect(matchesPattern(pattern, text)).toBe(matches);
  });
});

test("long words are broken behind a joint, and no line is too wide", () => {
  const lines = breakText("module.workspace.azurerm_container_registry.images and more", 20);
  expect(lines.every((line) => displayWidth(line) <= 20)).toBe(true);
  expect(lines.join("").replaceAll(" ", "")).toBe("module.workspace.azurerm_container_registry.imagesandmore");
});
