import type { Log, Result, Run } from "sarif";
import { describe, expect, test } from "vitest";
import { exampleDate, lintFiles } from "../../scripts/example.ts";
import { mergeLogs } from "../../src/report/sarif/merge.ts";
import { readSarif } from "../../src/report/sarif/read.ts";
import { sarifLog } from "../../src/report/sarif/sarif.ts";
import { sampleReport } from "../samples/report.ts";
import { sampleOptions } from "./golden.ts";

const files = {
  "infra/main.tf": `variable "admin" {
  type = bool
}

resource "azurerm_container_registry" "ml" {
  admin_enabled = var.admin
}
`,
  "infra/environments/dev.tfvars": "admin = true\n",
  "infra/environments/prod.tfvars": "admin = true\n",
};

const rule = "registry/admin-user";

async function logFor(environments: readonly string[]): Promise<Log> {
  return sarifLog(await lintFiles(files, { environments, today: exampleDate }), { page: () => undefined });
}

const own = ({ runs }: Log): Run => runs.find((run) => run.tool.driver.name === "ml-lint")!;
const found = (log: Log): Result[] => own(log).results!.filter((result) => result.ruleId === rule);

/** A merged message links to the places of one run only; the others are related places without a link. */
const withoutLinks = (result: Result) => result.message.text!.replace(/ See (?:\[[^\]]*\]\(\d+\)(?:, )?)+\./, "");

const otherTool: Log = {
  version: "2.1.0",
  runs: [{ tool: { driver: { name: "other" } }, results: [{ message: { text: "its own" }, ruleIndex: 7 }] }],
};

const sample = sarifLog(sampleReport, sampleOptions);

describe("runs of ours", () => {
  test("that looked at one environment each give what a run of both gives", async () => {
    const [dev, prod, both] = [await logFor(["dev"]), await logFor(["prod"]), await logFor([])];
    const [merged] = found(mergeLogs([dev, prod]).log);
    const [expected] = found(both);
    expect(merged!.properties).toEqual(expected!.properties);
    expect(merged!.level).toBe(expected!.level);
    expect(withoutLinks(merged!)).toBe(withoutLinks(expected!));
    const placesOf = (result: Result) =>
      result.relatedLocations!.map((location) => location.physicalLocation!.artifactLocation!.uri).sort();
    expect(placesOf(merged!)).toEqual(placesOf(expected!));
    expect(new Set(merged!.relatedLocations!.map((location) => location.id)).size).toBe(
      merged!.relatedLocations!.length,
    );
  });

  test("become one run, whatever is merged with itself stays the same", () => {
    const once = mergeLogs([sample]).log;
    expect(mergeLogs([sample, sample]).log).toEqual(once);
    expect(mergeLogs([once, sample]).log).toEqual(once);
    expect(once.runs).toHaveLength(1);
    expect(once.runs[0]!.results).toHaveLength(sample.runs[0]!.results!.length);
  });

  test("keep two findings that differ only in their place", () => {
    const errors = own(mergeLogs([sample]).log).results!.filter((result) => result.ruleId === "project/syntax-error");
    expect(errors).toHaveLength(2);
  });

  test("point with every index at the rule of that name", async () => {
    const run = own(mergeLogs([await logFor([]), sample]).log);
    const ids = run.tool.driver.rules!.map((each) => each.id);
    expect(run.results!.map((result) => ids[result.ruleIndex!])).toEqual(run.results!.map((result) => result.ruleId));
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test("keep the help of a rule that only one of them brings", async () => {
    const plain = await logFor([]);
    const run = own(mergeLogs([plain, sample]).log);
    const help = (each: Run) => each.tool.driver.rules!.find((one) => one.id === "compute/public-ip")!.help!.markdown;
    expect(help(own(plain))).toBeUndefined();
    expect(help(run)).toBe(help(own(sample)));
  });

  test("keep their notifications, and fail together", async () => {
    const [invocation] = own(mergeLogs([await logFor([]), sample]).log).invocations!;
    expect(invocation!.executionSuccessful).toBe(false);
    expect(invocation!.toolExecutionNotifications).toEqual(sample.runs[0]!.invocations![0]!.toolExecutionNotifications);
  });

  test("are by the newest version among them, which is said", () => {
    const older = structuredClone(sample);
    older.runs[0]!.tool.driver.version = "1.2.0";
    const newer = structuredClone(sample);
    newer.runs[0]!.tool.driver.version = "1.10.0";
    const { log, remarks } = mergeLogs([older, newer]);
    expect(own(log).tool.driver.version).toBe("1.10.0");
    expect(remarks).toEqual(["The files are by different versions of ml-lint: 1.2.0, 1.10.0."]);
  });

  test("prefer a finding that is open to the same one suppressed", async () => {
    const log = await logFor([]);
    const quiet = structuredClone(log);
    for (const result of own(quiet).results!) result.suppressions = [{ kind: "inSource" }];
    expect(found(mergeLogs([quiet, log]).log)[0]!.suppressions).toBeUndefined();
    expect(found(mergeLogs([quiet, quiet]).log)[0]!.suppressions).toHaveLength(1);
  });

  test("hold no more than GitHub takes; the worst stay", () => {
    const big = structuredClone(sample);
    const [note] = own(sample).results!.filter((result) => result.level === "note");
    own(big).results = [
      ...Array.from({ length: 25_000 }, (_, at) => ({ ...note!, partialFingerprints: { "mlLint/v1": `${at}` } })),
      ...own(sample).results!,
    ];
    const { log, remarks } = mergeLogs([big]);
    expect(own(log).results).toHaveLength(25_000);
    expect(own(log).results!.filter((result) => result.level === "error")).toHaveLength(
      own(sample).results!.filter((result) => result.level === "error").length,
    );
    expect(remarks[0]).toMatch(/^\d findings are left out, because GitHub takes 25000 of a run\.$/);
    expect(own(log).invocations![0]!.toolExecutionNotifications!.at(-1)!.message.text).toBe(remarks[0]);
  });
});

test("runs of other tools stay as they are, behind ours", async () => {
  const { log, results } = mergeLogs([otherTool, sample, otherTool]);
  expect(log.runs.map((run) => run.tool.driver.name)).toEqual(["ml-lint", "other", "other"]);
  expect(log.runs[1]).toEqual(otherTool.runs[0]);
  expect(results).toBe(sample.runs[0]!.results!.length + 2);
});

test("more runs than GitHub takes are a remark", () => {
  const { remarks } = mergeLogs(Array.from({ length: 21 }, () => otherTool));
  expect(remarks).toEqual(["GitHub refuses the file: it holds 21 runs, which is more than 20."]);
});

describe("a file that is no SARIF of ours", () => {
  const run = (more: object) => ({ version: "2.1.0", runs: [{ tool: { driver: { name: "ml-lint" } }, ...more }] });
  const result = { ruleId: "a/b", message: { text: "x" } };

  test.each<[string, unknown, string]>([
    ["no object", [], "it is no SARIF log"],
    ["no runs", { version: "2.1.0" }, "it is no SARIF log"],
    ["another version", { version: "2.0.0", runs: [] }, "it is SARIF 2.0.0, not 2.1.0"],
    ["a run that is a number", { version: "2.1.0", runs: [1] }, "its run 1 is no object"],
    ["a run without a tool", { version: "2.1.0", runs: [{}] }, "its run 1 names no tool"],
    ["results that are a text", run({ results: "x" }), "its run 1 has results that are no list of objects"],
    [
      "a result without a rule",
      run({ results: [{ ...result, ruleId: 1 }] }),
      "its run 1 has a result that cannot be read, number 1",
    ],
    [
      "a line that is a text",
      run({ results: [{ ...result, locations: [{ physicalLocation: { region: { startLine: "1" } } }] }] }),
      "its run 1 has a result that cannot be read, number 1",
    ],
    [
      "a rule without an id",
      run({ tool: { driver: { name: "ml-lint", rules: [{}] } } }),
      "its run 1 has rules without ids",
    ],
    [
      "notifications that are a number",
      run({ invocations: [{ toolExecutionNotifications: 1 }] }),
      "its run 1 has invocations that cannot be read",
    ],
  ])("%s", (_what, value, wrong) => {
    expect(readSarif(JSON.stringify(value))).toEqual({ wrong });
  });

  test("nested a million deep", () => {
    const text = `{"version":"2.1.0","runs":[${"[".repeat(1e6)}${"]".repeat(1e6)}]}`;
    expect(readSarif(text)).toEqual({ wrong: "it is nested more than 200 levels deep" });
  });

  test("cut off", () => {
    expect(readSarif(JSON.stringify(sample).slice(0, -1))).toEqual({ wrong: "it is not valid JSON" });
  });

  test("with a key that means to be the prototype", () => {
    const text = JSON.stringify(run({ results: [result] })).replace(
      '"ruleId"',
      '"__proto__":{"polluted":true},"ruleId"',
    );
    const log = readSarif(text) as Log;
    mergeLogs([log, log]);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  test("a valid one is taken as it is", () => {
    expect(readSarif(JSON.stringify(sample))).toEqual(JSON.parse(JSON.stringify(sample)));
  });
});
