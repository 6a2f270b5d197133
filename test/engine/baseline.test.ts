import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/engine/finding.ts";
import {
  applyBaseline,
  type BaselineEntry,
  type BaselineScope,
  baselineOf,
} from "../../src/engine/narrowing/baseline.ts";
import { finding, problem, reportOf } from "./findings.ts";
import { place, rule } from "./sample.ts";

const everything: BaselineScope = { looksAt: () => true, environments: [] };

function listed(findings: readonly Finding[], former: readonly BaselineEntry[] = [], scope = everything) {
  return baselineOf(reportOf(findings), former, scope);
}

/** What is reported over a baseline of other findings: levels by environment. */
function shown(known: readonly Finding[], found: readonly Finding[], scope = everything) {
  const report = applyBaseline(reportOf(found), listed(known), "baseline.json", scope);
  const findings = report.findings.map(({ level, environments }) => [level, ...environments.map(({ name }) => name)]);
  return { findings, known: report.known!.findings.length, gone: report.known!.gone };
}

describe("what a baseline lists", () => {
  test("a finding by rule, resource, attribute and environment, and by no line", () => {
    expect(listed([finding({ prod: "error", dev: "note" })])).toEqual([
      {
        rule: "compute/public-ip",
        root: "",
        resource: "a.b",
        attribute: "publicIp",
        environments: { dev: "note", prod: "error" },
      },
    ]);
  });

  test("a problem of a file by its message", () => {
    expect(listed([problem("It is broken.")])).toEqual([
      { rule: "project/problem", file: "main.tf", message: "It is broken.", level: "warning" },
    ]);
  });

  test("equal ones are counted", () => {
    expect(listed([problem("a"), problem("a"), problem("b")]).map((entry) => entry.count)).toEqual([2, undefined]);
  });

  test("ones that are equal but for their level stand apart", () => {
    const both = listed([finding({ dev: "note" }), finding({ dev: "error" })]);
    expect(both.map((entry) => entry.environments)).toEqual([{ dev: "error" }, { dev: "note" }]);
  });

  test("the order is that of root, resource and rule, whatever the order of the findings", () => {
    const other = finding({ dev: "note" }, { rule: "a/b" });
    expect(listed([finding({ dev: "note" }), other, problem("x", "a.tf")]).map((entry) => entry.rule)).toEqual(
      listed([problem("x", "a.tf"), other, finding({ dev: "note" })]).map((entry) => entry.rule),
    );
  });
});

describe("over a baseline", () => {
  const old = finding({ dev: "note", prod: "error" });

  test("what it lists is not shown, wherever it has moved", () => {
    expect(shown([old], [{ ...old, at: place(99, "moved.tf") }])).toEqual({ findings: [], known: 1, gone: 0 });
  });

  test("another attribute is new", () => {
    const other = finding({ prod: "error" }, { attribute: "size" });
    expect(shown([old], [old, other])).toEqual({ findings: [["error", "prod"]], known: 1, gone: 0 });
  });

  test("a further environment is new, and is shown alone at its own level", () => {
    const wider = finding({ dev: "note", prod: "error", test: "note" });
    expect(shown([old], [wider])).toEqual({ findings: [["note", "test"]], known: 0, gone: 0 });
  });

  test("a worse level is new", () => {
    expect(shown([finding({ dev: "note" })], [finding({ dev: "warning" })]).findings).toEqual([["warning", "dev"]]);
  });

  test("a milder level is known", () => {
    expect(shown([finding({ dev: "error" })], [finding({ dev: "note" })]).findings).toEqual([]);
  });

  test("one environment less is no finding less", () => {
    expect(shown([old], [finding({ prod: "error" })])).toEqual({ findings: [], known: 1, gone: 0 });
  });

  test("one more of equal findings is new", () => {
    const found = [problem("a"), problem("a"), problem("a")];
    expect(shown(found.slice(1), found)).toEqual({ findings: [["warning"]], known: 2, gone: 0 });
  });

  test("what no longer occurs is counted", () => {
    expect(shown([old, problem("a"), problem("a")], [problem("a")])).toEqual({ findings: [], known: 1, gone: 2 });
  });

  test("a rule keeps the names that it had", () => {
    const renamed = new Map([["compute/public-ip", { ...rule(), id: "compute/public-ip", aliases: ["compute/open"] }]]);
    const entries = listed([finding({ dev: "note" }, { rule: "compute/open" })]);
    const report = reportOf([finding({ dev: "note" })], { rules: renamed });
    expect(applyBaseline(report, entries, "", everything).findings).toEqual([]);
  });
});

describe("what a run did not look at", () => {
  const elsewhere: BaselineScope = { looksAt: (_rule, path) => path === "infra", environments: [] };
  const devOnly: BaselineScope = { looksAt: () => true, environments: ["dev"] };

  test("stays in the baseline", () => {
    const former = listed([problem("a", "other.tf")]);
    expect(listed([], former, elsewhere)).toEqual(former);
    expect(listed([], former)).toEqual([]);
  });

  test("is not counted as gone", () => {
    expect(shown([problem("a", "other.tf")], [], elsewhere).gone).toBe(0);
  });

  test("stays for the other environments", () => {
    const former = listed([finding({ dev: "note", prod: "error" })]);
    expect(listed([], former, devOnly).map((entry) => entry.environments)).toEqual([{ prod: "error" }]);
    const again = listed([finding({ dev: "warning" })], former, devOnly);
    expect(again.map((entry) => entry.environments)).toEqual([{ dev: "warning", prod: "error" }]);
  });

  test("in an environment is not counted as gone", () => {
    expect(shown([finding({ prod: "error" })], [], devOnly).gone).toBe(0);
    expect(shown([finding({ dev: "error", prod: "error" })], [], devOnly).gone).toBe(1);
  });
});
