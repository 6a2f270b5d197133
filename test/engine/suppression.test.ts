import { describe, expect, test } from "vitest";
import type { Finding, UndecidedCheck } from "../../src/engine/finding.ts";
import { applySuppressions } from "../../src/engine/suppression/suppression.ts";
import type { Place } from "../../src/model/place.ts";
import type { Comment } from "../../src/model/project.ts";
import { place, rule } from "./sample.ts";

const today = "2026-11-21";
const rules = [rule(), rule({ aliases: ["test/formerly"] }, "test/other")];

function lines(from: number, to: number, file = "main.tf"): Place {
  return { file, start: { line: from, column: 1 }, end: { line: to, column: 1 } };
}

function comment(text: string, covers: Place = lines(4, 6)): Comment {
  return { at: place(4), text, covers };
}

function finding(line: number, changes: Partial<Finding> = {}): Finding {
  return {
    rule: "test/public",
    level: "error",
    message: "It is public.",
    help: "Close it.",
    at: place(line),
    trail: [],
    related: [],
    environments: [],
    resource: undefined,
    attribute: "publicIp",
    fingerprint: "0",
    ...changes,
  };
}

function apply(findings: readonly Finding[], comments: readonly Comment[], undecided: readonly UndecidedCheck[] = []) {
  const { findings: kept, defects, suppressed } = applySuppressions(findings, comments, undecided, { rules, today });
  return { findings: [...kept, ...defects], suppressed };
}

describe("what a suppression covers", () => {
  test("a finding that starts in its range", () => {
    const { findings, suppressed } = apply([finding(5)], [comment("ml-lint ignore[test/public]: a pilot")]);
    expect(findings).toEqual([]);
    expect(suppressed.map((one) => one.reason)).toEqual(["a pilot"]);
  });

  test.each([
    ["a finding after its range", finding(6)],
    ["a finding in another file", finding(5, { at: place(5, "other.tf") })],
    ["a finding of another rule", finding(5, { rule: "test/other" })],
  ])("not %s", (_, one) => {
    const { findings } = apply([one], [comment("ml-lint ignore[test/public]: a pilot")]);
    expect(findings.map((each) => each.rule)).toEqual([one.rule, "project/unused-suppression"]);
  });

  test("a finding in a module that came through the call below it", () => {
    const inModule = finding(90, { at: place(90, "modules/a.tf"), calls: [lines(5, 9)] });
    expect(apply([inModule], [comment("ml-lint ignore[test/public]: a pilot")]).findings).toEqual([]);
  });

  test("several rules, aliases among them", () => {
    const both = [finding(5), finding(5, { rule: "test/other" })];
    const { findings } = apply(both, [comment("ml-lint ignore[test/public, test/formerly]: a pilot")]);
    expect(findings).toEqual([]);
  });

  test("until its date, that day included", () => {
    expect(apply([finding(5)], [comment(`ml-lint ignore[test/public] until ${today}: a pilot`)]).findings).toEqual([]);
  });
});

describe("what is wrong with a suppression", () => {
  test.each([
    ["ml-lint ignore[test/public]", "A suppression of test/public gives no reason."],
    ["ml-lint ignore[test/public]:  ", "A suppression of test/public gives no reason."],
    ["ml-lint ignore[test/public] until 2026-11-20: a pilot", "A suppression of test/public expired on 2026-11-20."],
    ["ml-lint ignore[test/publik]: a pilot", "A suppression names test/publik, which is no rule."],
    ["ml-lint ignore[]: a pilot", "A suppression names no rule."],
    [
      "ml-lint ignore[test/public] while young: a pilot",
      "A suppression of test/public has a condition that cannot be read: while young.",
    ],
    ["ml-lint disable test/public", "A comment to ml-lint says nothing that it understands."],
  ])("%s", (text, message) => {
    const { findings, suppressed } = apply([finding(5)], [comment(text)]);
    expect(suppressed).toEqual([]);
    expect(findings.map((one) => [one.rule, one.message])).toEqual([
      ["test/public", "It is public."],
      ["project/invalid-suppression", message],
    ]);
  });

  test.each(["ml-lint runs on this folder", "see the ml-lint ignore list"])("not a mere mention: %s", (text) => {
    expect(apply([finding(5)], [comment(text)]).findings).toHaveLength(1);
  });

  test("not where its rule is undecided", () => {
    const resource = { root: "", module: "", address: "x.a", block: "x.a", type: "x", kind: "x" };
    const open = { rule: "test/public", why: "", resource, at: place(2), within: [lines(2, 9)], environments: [] };
    expect(apply([], [comment("ml-lint ignore[test/public]: a pilot")], [open]).findings).toEqual([]);
  });

  test("one that covers nothing is told for each rule", () => {
    const { findings } = apply([finding(5)], [comment("ml-lint ignore[test/public, test/other]: a pilot")]);
    expect(findings.map((one) => one.message)).toEqual(["A suppression of test/other suppresses nothing."]);
  });
});
