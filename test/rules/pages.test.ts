import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import { findingsIn } from "../../scripts/example.ts";
import { type Example, parseRulePage } from "../../scripts/rule-page.ts";
import type { Finding } from "../../src/engine/finding.ts";

/** Where findings are, as `file:line` or, where the page names environments, `file:line in dev, prod`. */
function expected(example: Example): string[] {
  return example.files
    .flatMap((file) => file.markers)
    .map(({ file, line, environments }) => `${file}:${line}${environments ? ` in ${environments.join(", ")}` : ""}`)
    .sort();
}

function found(findings: readonly Finding[], example: Example): string[] {
  const named = new Set(
    example.files
      .flatMap((file) => file.markers)
      .filter((marker) => marker.environments)
      .map((marker) => `${marker.file}:${marker.line}`),
  );
  return findings
    .map(({ at, environments }) => {
      const where = `${at.file}:${at.start.line}`;
      return named.has(where) ? `${where} in ${environments.map((one) => one.name).join(", ")}` : where;
    })
    .sort();
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id) => {
  const { examples } = parseRulePage(page(id) ?? "");

  test.each(examples.filter((one) => one.verdict === "bad").map((one) => [one.heading, one] as const))(
    "reports exactly what is marked: %s",
    async (_, example) => {
      const marked = expected(example);
      expect(marked.length, "a bad example marks at least one line").toBeGreaterThan(0);
      expect(found(await findingsIn(example, id), example)).toEqual(marked);
    },
  );

  test.each(examples.filter((one) => one.verdict === "good").map((one) => [one.heading, one] as const))(
    "stays silent: %s",
    async (_, example) => {
      expect(expected(example), "a good example marks nothing").toEqual([]);
      expect(found(await findingsIn(example, id), example)).toEqual([]);
    },
  );
});
