import { describe, expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";
import type { Safety } from "../../src/engine/fix/change.ts";
import { offerFixes } from "../../src/fixes/offer.ts";
import { fixableWord, fixSentences } from "../../src/report/fixable.ts";
import { formatPretty } from "../../src/report/pretty.ts";
import { inputOf } from "../fixes/fixing.ts";
import { sampleOptions } from "./golden.ts";

const registry = (name: string, more = "") =>
  `resource "azurerm_container_registry" "${name}" {\n  name          = "cr${name}"\n  sku           = "Premium"\n  admin_enabled = true\n${more}}\n`;
const vault =
  'resource "azurerm_key_vault" "ml" {\n  name                     = "kv"\n  purge_protection_enabled = false\n}\n';

const two = { "live/prod/main.tf": registry("a") + registry("b") };
const both = { "live/prod/main.tf": registry("a") + vault };
const onlyUnsafe = { "live/prod/main.tf": vault };
const none = {
  "live/prod/main.tf": 'resource "azurerm_container_registry" "a" {\n  name = "cra"\n  sku  = "Premium"\n}\n',
};
const compiled = {
  "main.json": `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "metadata": { "_generator": { "name": "bicep", "version": "0.30.3.12046" } },
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "crml",
      "properties": { "adminUserEnabled": true }
    }
  ]
}`,
};

describe("where nobody tried fixes, the summary says what may be", () => {
  test.each([
    ["safe ones", two, ["2 findings may have a fix: --diff shows it."]],
    [
      "both kinds",
      both,
      [
        "1 finding may have a fix: --diff shows it.",
        "1 more may have one that needs a look: --fix=unsafe --diff shows it.",
      ],
    ],
    ["unsafe ones", onlyUnsafe, ["1 finding may have a fix that needs a look: --fix=unsafe --diff shows it."]],
    ["none", none, []],
    ["none of what Bicep compiles", compiled, []],
  ])("%s", async (_, files, sentences) => {
    expect(fixSentences(await lintFiles(files))).toEqual(sentences);
  });
});

describe("where fixes were tried, the summary says what can be", () => {
  test.each([
    ["safe ones", two, ["2 findings can be fixed with --fix."]],
    ["both kinds", both, ["1 finding can be fixed with --fix, 1 more with --fix=unsafe."]],
    ["unsafe ones", onlyUnsafe, ["1 finding can be fixed with --fix=unsafe."]],
    ["none", none, []],
  ])("%s", async (_, files, sentences) => {
    expect(fixSentences(await offerFixes(await lintFiles(files), inputOf(files)))).toEqual(sentences);
  });

  test("and of the kind that was not tried what may be", async () => {
    const report = await offerFixes(await lintFiles(both), inputOf(both), ["safe"] satisfies Safety[]);
    expect(fixSentences(report)).toEqual([
      "1 finding can be fixed with --fix.",
      "1 finding may have a fix that needs a look: --fix=unsafe --diff shows it.",
    ]);
  });
});

describe("a finding", () => {
  test("says that it can be fixed, and how well", async () => {
    const { findings } = await offerFixes(await lintFiles(both), inputOf(both));
    expect(findings.map((finding) => [finding.rule, fixableWord(finding)])).toContainEqual([
      "registry/admin-user",
      "fixable",
    ]);
    expect(findings.map((finding) => [finding.rule, fixableWord(finding)])).toContainEqual([
      "key-vault/no-purge-protection",
      "fixable with a look",
    ]);
  });

  test("says nothing of it where that was not found out", async () => {
    expect((await lintFiles(both)).findings.map(fixableWord).filter((word) => word !== undefined)).toEqual([]);
  });

  test("shows it behind the name of its rule", async () => {
    const report = await offerFixes(await lintFiles(two), inputOf(two));
    const text = formatPretty(report, sampleOptions);
    expect(text).toMatch(/live\/prod\/main\.tf:4:19 . registry\/admin-user . fixable\n/);
  });
});
