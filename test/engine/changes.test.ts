import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/engine/finding.ts";
import { ChangedLines, changedPlace, limitToChanges } from "../../src/engine/narrowing/changes.ts";
import type { Place } from "../../src/model/place.ts";
import { finding, reportOf } from "./findings.ts";
import { place } from "./sample.ts";

function lines(...ranges: readonly (readonly [file: string, from: number, to: number])[]): ChangedLines {
  const changed = new ChangedLines();
  for (const [file, from, to] of ranges) changed.addLines(file, { from, to });
  return changed;
}

function over(from: number, to: number, file = "main.tf", endColumn = 2): Place {
  return { file, start: { line: from, column: 1 }, end: { line: to, column: endColumn } };
}

const step = (line: number, file: string) => ({ at: place(line, file), text: "" });

const one = finding(
  { prod: "error" },
  {
    at: place(5, "module/main.tf"),
    trail: [step(9, "main.tf"), step(2, "prod.tfvars")],
    related: [step(2, "prod.tfvars"), step(7, "dev.tfvars")],
    calls: [over(20, 30)],
    block: over(1, 12, "module/main.tf"),
  },
);

function at(changed: ChangedLines, which: Finding = one): string | undefined {
  const found = changedPlace(which, changed);
  return found && `${found.file}:${found.start.line}`;
}

describe("a change touches a finding", () => {
  test.each([
    ["at its place", lines(["module/main.tf", 5, 5]), "module/main.tf:5"],
    ["at its place before its trail", lines(["module/main.tf", 5, 5], ["prod.tfvars", 1, 3]), "module/main.tf:5"],
    ["at the literal that decides", lines(["prod.tfvars", 2, 2]), "prod.tfvars:2"],
    ["at the literal before the way to it", lines(["main.tf", 9, 9], ["prod.tfvars", 2, 2]), "prod.tfvars:2"],
    ["on the way to the literal", lines(["main.tf", 1, 10]), "main.tf:9"],
    ["at a value of another environment", lines(["dev.tfvars", 7, 9]), "dev.tfvars:7"],
    ["where its module is called", lines(["main.tf", 20, 20]), "main.tf:20"],
  ])("%s", (_name, changed, expected) => {
    expect(at(changed)).toBe(expected);
  });

  test.each([
    ["beside its lines", lines(["module/main.tf", 4, 4], ["module/main.tf", 6, 9])],
    ["in a file of the same name", lines(["other/main.tf", 5, 5])],
    ["elsewhere in the call of its module", lines(["main.tf", 21, 29])],
  ])("not %s", (_name, changed) => {
    expect(at(changed)).toBeUndefined();
  });

  test("at any of the lines of its place, the first one counting", () => {
    const wide = finding({ prod: "error" }, { at: over(3, 8) });
    expect(at(lines(["main.tf", 7, 9], ["main.tf", 5, 5]), wide)).toBe("main.tf:5");
    expect(at(lines(["main.tf", 1, 4]), wide)).toBe("main.tf:3");
  });

  test("not on the line whose start ends its place", () => {
    const ends = finding({ prod: "error" }, { at: over(3, 8, "main.tf", 1) });
    expect(at(lines(["main.tf", 8, 8]), ends)).toBeUndefined();
  });

  test("in a new file, and below a changed folder", () => {
    const file = new ChangedLines();
    file.addLines("prod.tfvars", { from: 50, to: 50 });
    file.addFile("prod.tfvars");
    const folder = new ChangedLines();
    folder.addFolder("module");
    expect([at(file), at(folder)]).toEqual(["prod.tfvars:2", "module/main.tf:5"]);
  });
});

describe("a report of what a change touches", () => {
  const other = finding({ prod: "error" }, { at: place(50), rule: "other/one" });
  const report = reportOf([one, other]);

  test("has the findings that it touches, each with the place", () => {
    const narrowed = limitToChanges(report, lines(["prod.tfvars", 2, 2]), "main");
    expect(narrowed.findings.map(({ rule, changedAt }) => [rule, changedAt?.file])).toEqual([
      ["compute/public-ip", "prod.tfvars"],
    ]);
    expect(narrowed.counts).toEqual({ error: 1, warning: 0, note: 0 });
    expect(narrowed.leftOut).toEqual({ findings: [other], since: "main" });
  });

  test("names no other place where the finding itself has changed", () => {
    const narrowed = limitToChanges(report, lines(["main.tf", 50, 50]), "main");
    expect(narrowed.findings).toEqual([other]);
  });

  test("has what the change brought without touching it, at the line behind which something was taken away", () => {
    const changed = new ChangedLines();
    changed.addRemoval("module/main.tf", 7);
    const narrowed = limitToChanges(report, changed, "main", new Map([[one, one]]));
    expect(narrowed.findings.map(({ changedAt }) => changedAt?.start.line)).toEqual([7]);
  });

  test("has what the change brought from elsewhere at its own place", () => {
    const narrowed = limitToChanges(report, new ChangedLines(), "main", new Map([[one, one]]));
    expect(narrowed.findings).toEqual([one]);
  });

  test("adds to what was left out before", () => {
    const focused = limitToChanges(report, lines(["main.tf", 50, 50]), undefined);
    const narrowed = limitToChanges(focused, new ChangedLines(), "main");
    expect(narrowed.leftOut!.findings).toHaveLength(2);
  });
});
