import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Step, Workspace } from "./workflow.ts";

const tfvars = "infra/environments/prod.tfvars";

/** What GitHub sends of a pull request, as far as it matters here and a bit more. */
function pullRequest(base: string, head: string): object {
  return {
    action: "synchronize",
    number: 7,
    pull_request: { number: 7, base: { ref: "main", sha: base }, head: { ref: "tls", sha: head } },
    repository: { full_name: "contoso/platform" },
  };
}

/** Two commits: the second one lets production speak an old TLS, in one line of `prod.tfvars`. */
function weakenTls(): { workspace: Workspace; payload: object } {
  const workspace = new Workspace();
  workspace.copyPlatform("infra");
  workspace.replace(tfvars, `minimum_tls = "TLS1_1"`, `minimum_tls = "TLS1_2"`);
  const base = workspace.commit("Build the platform");
  workspace.replace(tfvars, `minimum_tls = "TLS1_2"`, `minimum_tls = "TLS1_1"`);
  const head = workspace.commit("Let old clients in");
  return { workspace, payload: pullRequest(base, head) };
}

function lineOf(workspace: Workspace, path: string, text: string): number {
  return (
    workspace
      .read(path)
      .split("\n")
      .findIndex((line) => line.includes(text)) + 1
  );
}

function levelsOf({ annotations }: Step): Record<string, number> {
  const count = (command: string) => annotations.filter((line) => line.startsWith(`::${command} `)).length;
  return { error: count("error"), warning: count("warning"), notice: count("notice") };
}

function resultsIn(workspace: Workspace, path: string): { ruleId: string }[] {
  return JSON.parse(workspace.read(path)).runs[0].results;
}

describe("a pull request that changes one line of prod.tfvars", () => {
  test("is annotated at that line, and nowhere else", () => {
    const { workspace, payload } = weakenTls();
    const { annotations, log } = workspace.run(payload);
    const line = lineOf(workspace, tfvars, "TLS1_1");
    expect(annotations, log).toHaveLength(2);
    expect(annotations[0]).toContain(`::error file=${tfvars},line=${line},endLine=${line},`);
    expect(annotations[0]).toContain("title=storage/old-tls::");
    expect(annotations[1]).toContain(`::warning file=${tfvars},line=${line},endLine=${line},`);
    expect(annotations[1]).toContain("title=environment/weaker-production::");
    expect(annotations[0]).toMatch(/Found at infra\/modules\/workspace\/main\.tf:\d+\./);
  });

  test("has a summary by environment and resource, with links to the lines at the commit", () => {
    const { workspace, payload } = weakenTls();
    const { summary } = workspace.run(payload);
    const rows = summary.split("\n").filter((line) => line.startsWith("| **"));
    const address = `https://github.com/contoso/platform/blob/${workspace.git("rev-parse", "HEAD")}/${tfvars}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("| **prod** | <code>module.workspace.azurerm&#95;storage&#95;account.ml</code>");
    expect(rows[0]).toContain(`(${address}#L${lineOf(workspace, tfvars, "TLS1_1")})`);
    expect(summary).toContain("**1 error and 1 warning in 1 file.**");
  });

  test("fails the step, and tells the outputs", () => {
    const { workspace, payload } = weakenTls();
    const { status, outputs } = workspace.run(payload);
    expect(status).toBe(1);
    expect(outputs).toEqual({
      ...{ "sarif-file": "ml-lint.sarif", findings: "2", errors: "1", warnings: "1", notes: "0", suppressed: "0" },
    });
  });

  test("has everything in the SARIF file, for code scanning compares by itself", () => {
    const { workspace, payload } = weakenTls();
    const everything = workspace.run(payload, { "changed-only": "false", "sarif-file": "out/all.sarif" });
    workspace.run(payload);
    const results = resultsIn(workspace, "ml-lint.sarif");
    expect(results.map((result) => result.ruleId)).toContain("storage/old-tls");
    expect(results.length).toBe(Number(everything.outputs["findings"]));
    expect(results).toEqual(resultsIn(workspace, "out/all.sarif"));
    expect(results.length).toBeGreaterThan(5);
  });

  test("is annotated at that line where everything is reported, too", () => {
    const { workspace, payload } = weakenTls();
    const step = workspace.run(payload, { "changed-only": "false" });
    const line = lineOf(workspace, tfvars, "TLS1_1");
    expect(step.annotations.filter((each) => each.includes("storage/old-tls"))).toEqual([
      expect.stringContaining(`::error file=${tfvars},line=${line},`),
    ]);
    expect(step.annotations.length).toBeGreaterThan(1);
  });
});

describe("what the event names", () => {
  test("of a merge group is what goes into the branch", () => {
    const { workspace } = weakenTls();
    const base = workspace.git("rev-parse", "HEAD~1");
    const { outputs } = workspace.run({
      merge_group: { base_sha: base, head_sha: workspace.git("rev-parse", "HEAD") },
    });
    expect(outputs["findings"]).toBe("2");
  });

  test("of a push counts where it is asked for only", () => {
    const { workspace } = weakenTls();
    const payload = { before: workspace.git("rev-parse", "HEAD~1"), after: workspace.git("rev-parse", "HEAD") };
    expect(Number(workspace.run(payload).outputs["findings"])).toBeGreaterThan(5);
    expect(workspace.run(payload, { "changed-only": "true" }).outputs["findings"]).toBe("2");
  });

  test("may not be there in a shallow clone: everything is reported, with advice", () => {
    const { workspace, payload } = weakenTls();
    workspace.forgetHistory();
    const { annotations, outputs } = workspace.run(payload);
    const advice = annotations.filter((line) => line.startsWith("::warning::"));
    expect(advice).toHaveLength(1);
    expect(advice[0]).toContain("fetch-depth: 0");
    expect(advice[0]).toContain("Everything is reported.");
    expect(Number(outputs["findings"])).toBeGreaterThan(5);
  });

  test("may be a new branch or nothing at all", () => {
    const { workspace } = weakenTls();
    const fresh = workspace.run({ before: "0".repeat(40) }, { "changed-only": "true" });
    expect(fresh.annotations[0]).toContain("::warning::The branch is new");
    const byHand = workspace.run({ inputs: {} }, { "changed-only": "true" });
    expect(byHand.annotations[0]).toContain("::warning::The event names no commit");
  });
});

/** Storage accounts that take old TLS, as many as that. */
function accounts(amount: number): string {
  return Array.from(
    { length: amount },
    (_, index) => `resource "azurerm_storage_account" "a${index}" {\n  min_tls_version = "TLS1_0"\n}\n`,
  ).join("");
}

describe("many findings", () => {
  test("are annotated ten a level, production first, and the rest is counted", () => {
    const workspace = new Workspace();
    workspace.write("a/dev/main.tf", accounts(20));
    workspace.write("z/prod/main.tf", accounts(6));
    workspace.commit("Build");
    const step = workspace.run({});
    const levels = levelsOf(step);
    expect(Math.max(...Object.values(levels))).toBe(10);
    expect(
      step.annotations.filter((line) => line.includes("storage/old-tls") && line.includes("z/prod/")),
    ).toHaveLength(6);
    expect(step.log).toMatch(
      /GitHub shows 10 annotations of each level: see the log above or ml-lint\.sarif for \d+ more error/,
    );
  });

  test("come behind what could not be read, and behind what the change touches", () => {
    const { workspace } = weakenTls();
    workspace.write("z/broken.tf", `resource "x" {`);
    workspace.write("a/prod/main.tf", accounts(12));
    const base = workspace.commit("Add accounts");
    workspace.replace(tfvars, `"TLS1_1"`, `"TLS1_0"`);
    const payload = pullRequest(base, workspace.commit("Let older clients in"));
    const { annotations } = workspace.run(payload, { "changed-only": "false" });
    expect(annotations[0]).toMatch(/^::error file=z\/broken\.tf,line=1,/);
    expect(annotations[1]).toContain(`::error file=${tfvars},`);
  });

  test("leave a summary that GitHub takes", () => {
    const workspace = new Workspace();
    workspace.write("prod/main.tf", accounts(1500));
    workspace.commit("Build");
    const { summary } = workspace.run({});
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    expect(summary).toMatch(/more rows are not shown\./);
  }, 60_000);
});

describe("what is written in a project", () => {
  test("gives the runner no commands and the summary no markup", () => {
    const workspace = new Workspace();
    const folder = "prod, line=1::x%0A|[a](b)<b>";
    workspace.write(`${folder}/main.tf`, accounts(1).replace(`"a0"`, `"a0\\n::set-output name=x::y"`));
    workspace.write("prod/main.tf", accounts(1).replace("TLS1_0", "TLS\\n::error::evil"));
    workspace.commit("Build");
    const { annotations, summary } = workspace.run({});
    expect(annotations.length).toBeGreaterThan(0);
    for (const line of annotations) expect(line).toMatch(/^::(?:error|warning|notice) (?:file=|title=)/);
    expect(annotations.some((line) => line.includes("file=prod%2C line=1%3A%3Ax%250A|[a](b)<b>/main.tf,"))).toBe(true);
    expect(summary).not.toContain("<b>");
    expect(summary).not.toContain("[a](b)");
    for (const row of summary.split("\n").filter((line) => line.startsWith("| "))) {
      expect(row.split("|")).toHaveLength(7);
    }
  });
});

describe("inputs", () => {
  test("choose paths, environments and the level that fails", () => {
    const { workspace } = weakenTls();
    const inputs = {
      paths: "infra\n",
      environments: "dev",
      "fail-on": "never",
      annotations: "false",
      summary: "false",
    };
    const step = workspace.run({}, inputs);
    expect(step.status).toBe(0);
    expect(step.annotations).toEqual([]);
    expect(step.summary).toBe("");
    expect(Number(step.outputs["errors"])).toBeGreaterThan(0);
    expect(step.log).toContain("infra: dev\n");
    expect(step.log).not.toContain("in prod:");
  });

  test("take a baseline, whose findings count as suppressed", () => {
    const { workspace } = weakenTls();
    const known = Number(workspace.run({}).outputs["findings"]);
    workspace.lint("--write-baseline=known.json");
    workspace.write("prod/main.tf", accounts(1));
    const { outputs } = workspace.run({}, { baseline: "known.json" });
    expect(outputs["suppressed"]).toBe(String(known));
    expect(Number(outputs["findings"])).toBeGreaterThan(0);
  });

  test.each([
    ["changed-only", "maybe", "The input changed-only is auto, true or false"],
    ["fail-on", "fatal", "There is no level"],
    ["preset", "strictest", "There is no preset"],
    ["environments", "pord", "There is no environment pord. Did you mean prod?"],
    ["paths", "infar", "There is no file or folder infar."],
    ["config", "no.yaml", "no.yaml cannot be read"],
  ])("%s: %s is refused in one annotation", (name, value, message) => {
    const { workspace } = weakenTls();
    const { status, annotations } = workspace.run({}, { [name]: value });
    expect(status).toBe(1);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toContain(message);
  });
});

describe("action.yml", () => {
  const action = parse(readFileSync("action.yml", "utf8"));

  test("names every input and output that there is", () => {
    expect(Object.keys(action.inputs)).toEqual([
      ...["paths", "config", "fail-on", "preset", "environments", "changed-only", "sarif-file", "annotations"],
      ...["summary", "baseline"],
    ]);
    const { workspace, payload } = weakenTls();
    expect(Object.keys(action.outputs)).toEqual(Object.keys(workspace.run(payload).outputs));
  });

  test("starts the bundle, which reaches no network and no shell", () => {
    expect(action.runs).toEqual({ using: "node24", main: "dist/action.js" });
    const bundle = readFileSync("dist/action.js", "utf8");
    expect(bundle).not.toMatch(/["'](?:node:)?(?:https?|http2|net|tls|dgram|dns|child_process)["']/);
    expect(bundle.length).toBeLessThan(30_000);
  });
});
