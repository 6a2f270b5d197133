import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Log, Result } from "sarif";
import { afterAll, describe, expect, test } from "vitest";
import { formatSarif, sarifLog } from "../../src/report/sarif/sarif.ts";
import { cleanReport, sampleReport } from "../samples/report.ts";
import { sampleOptions } from "./golden.ts";

const run = sarifLog(sampleReport, sampleOptions).runs[0]!;
const results = run.results!;
const publicIp = results.find((result) => result.ruleId === "compute/public-ip")!;

describe("a result", () => {
  test("stands for one finding, in their order", () => {
    expect(results.map((result) => result.ruleId)).toEqual(sampleReport.findings.map((finding) => finding.rule));
  });

  test("knows its rule by index", () => {
    const ids = run.tool.driver.rules!.map((rule) => rule.id);
    expect(results.map((result) => ids[result.ruleIndex!])).toEqual(results.map((result) => result.ruleId));
  });

  test("links its sentence to the places that decide it", () => {
    const ids = publicIp.relatedLocations!.map((location) => location.id);
    const linked = [...publicIp.message.text!.matchAll(/\]\((\d+)\)/g)].map((match) => Number(match[1]));
    expect(linked).toEqual(ids);
  });

  test("shows the flow from the attribute to the literal", () => {
    const locations = publicIp.codeFlows![0]!.threadFlows[0]!.locations;
    const files = locations.map(({ location }) => location!.physicalLocation!.artifactLocation!.uri);
    expect(files).toEqual(["infra/main.tf", "infra/main.tf", "infra/environments/prod.tfvars"]);
  });

  test("names its environments, its resource and both fingerprints", () => {
    expect(publicIp.properties).toEqual({ environments: ["dev", "prod"] });
    expect(publicIp.locations![0]!.logicalLocations![0]!.name).toBe(
      "azurerm_machine_learning_compute_cluster.training",
    );
    expect(Object.keys(publicIp.partialFingerprints!)).toEqual(["primaryLocationLineHash", "mlLint/v1"]);
  });

  test("takes no link from the text of an input", () => {
    const hostile = results.find((result) => result.ruleId === "workspace/public-access")!;
    expect(hostile.message.text).toContain("\\[x\\](y)");
  });

  test("shows nothing of a secret", () => {
    const secret = results.find((result) => result.ruleId === "environment/secret-in-file")!;
    expect(JSON.stringify(secret)).not.toContain("hunter2");
  });
});

describe("a rule", () => {
  const rule = run.tool.driver.rules!.find((candidate) => candidate.id === "compute/public-ip")!;

  test("has its page as help, and its first paragraph as description", () => {
    expect(rule.help!.markdown).toContain("## Bad");
    expect(rule.fullDescription!.text).toBe("Why it matters, with code and a link, on two lines.");
  });

  test("carries GitHub's security severity as text, with the tag that makes GitHub read it", () => {
    expect(rule.properties!["security-severity"]).toBe("7.5");
    expect(rule.properties!.tags).toEqual(["security", "network"]);
  });
});

describe("limits of GitHub", () => {
  const finding = sampleReport.findings[1]!;

  test("results beyond 25,000 are left out, which a notification says", () => {
    const findings = Array.from({ length: 25_001 }, () => finding);
    const log = sarifLog({ ...sampleReport, findings, failures: [] }, sampleOptions);
    expect(log.runs[0]!.results).toHaveLength(25_000);
    expect(log.runs[0]!.invocations![0]!.toolExecutionNotifications![0]!.message.text).toMatch(
      /^1 finding is left out/,
    );
  });

  test("related places beyond 1,000 are left out", () => {
    const related = Array.from({ length: 1001 }, () => finding.related[0]!);
    const log = sarifLog({ ...sampleReport, findings: [{ ...finding, related }] }, sampleOptions);
    expect(log.runs[0]!.results![0]!.relatedLocations).toHaveLength(1000);
  });
});

/** Microsoft's validator has packages for Linux, macOS and Windows on x64. */
const require = createRequire(import.meta.url);
const platforms: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "win32" };

function findValidator(): string | undefined {
  try {
    const folder = dirname(require.resolve(`@microsoft/sarif-multitool-${platforms[process.platform]}/package.json`));
    const program = join(folder, process.platform === "win32" ? "Sarif.Multitool.exe" : "Sarif.Multitool");
    if (!existsSync(program) || process.arch !== "x64") return undefined;
    chmodSync(program, 0o755);
    return program;
  } catch {
    return undefined;
  }
}

/**
 * What the validator may say of any log of ours: a message needs an id (SARIF2002; GitHub shows only `text`), the network
 * is out of reach (SARIF2006), ids hold a slash (SARIF2009).
 */
const expected = new Set(["SARIF2002", "SARIF2006", "SARIF2009"]);

describe("Microsoft's validator", () => {
  const validator = findValidator();
  const folder = mkdtempSync(join(tmpdir(), "ml-lint-sarif-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function complaints(sarif: string): Result[] {
    const [input, output] = [join(folder, "in.sarif"), join(folder, "out.sarif")];
    writeFileSync(input, sarif);
    const kinds = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"];
    execFileSync(validator!, ["validate", input, ...kinds, "--output", output, "--log", "ForceOverwrite"], {
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1", DOTNET_BUNDLE_EXTRACT_BASE_DIR: folder },
      stdio: "pipe",
    });
    const log = JSON.parse(readFileSync(output, "utf8").replace(/^\ufeff/, "")) as Log;
    expect(log.runs[0]!.invocations![0]!.executionSuccessful).toBe(true);
    return log.runs[0]!.results ?? [];
  }

  if (validator === undefined) {
    test(`has no package for ${process.platform} on ${process.arch}`, () => {
      expect(platforms[process.platform] === undefined || process.arch !== "x64").toBe(true);
    });
    return;
  }

  test("has nothing to say of the sample", { timeout: 60_000 }, () => {
    const readable = sampleReport.findings.filter((finding) => sampleReport.texts.get(finding.at.file) !== undefined);
    const found = complaints(formatSarif({ ...sampleReport, findings: readable }, sampleOptions));
    expect(found.filter((complaint) => !expected.has(complaint.ruleId!))).toEqual([]);
    expect(found.map((complaint) => complaint.ruleId)).toContain("SARIF2009");
  });

  test("has nothing to say of a clean report", { timeout: 60_000 }, () => {
    const found = complaints(formatSarif(cleanReport, sampleOptions));
    expect(found.filter((complaint) => !expected.has(complaint.ruleId!))).toEqual([]);
  });

  test("sees what is wrong", { timeout: 60_000 }, () => {
    const broken = formatSarif(sampleReport, sampleOptions).replaceAll('"ruleIndex": 1', '"ruleIndex": 99');
    const found = complaints(broken);
    expect(found.filter((complaint) => !expected.has(complaint.ruleId!))).not.toEqual([]);
  });
});
