import { gzipSync } from "node:zlib";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { formatFittingSarif } from "../../src/cli/lint/sarif-size.ts";
import type { Finding } from "../../src/engine/finding.ts";
import type { Level } from "../../src/engine/level.ts";
import type { Report } from "../../src/engine/report.ts";
import { sampleOptions } from "../report/golden.ts";
import { sampleReport } from "../samples/report.ts";

const levels: readonly Level[] = ["note", "warning", "error"];

/** As many findings of all levels, none like another. */
function manyFindings(amount: number): Report {
  const sample = sampleReport.findings[1]!;
  const findings = Array.from({ length: amount }, (_, index): Finding => {
    const address = `module.m${index % 97}.azurerm_machine_learning_compute_cluster.c${index}`;
    return {
      ...sample,
      level: levels[index % 3]!,
      message: `The nodes of ${address} get public IP addresses, the ${(index * 7919) % 100_003}th time.`,
      resource: { ...sample.resource!, address },
      fingerprint: (index * 2_654_435_761).toString(16).padStart(16, "0"),
    };
  });
  return { ...sampleReport, findings, failures: [] };
}

function resultsOf(text: string) {
  return (JSON.parse(text) as Log).runs[0]!.results!;
}

function notificationsOf(text: string) {
  const { invocations } = (JSON.parse(text) as Log).runs[0]!;
  return invocations![0]!.toolExecutionNotifications!.map((notification) => notification.message.text);
}

describe("SARIF of 30,000 findings", { timeout: 120_000 }, () => {
  const report = manyFindings(30_000);
  const { text, sentences } = formatFittingSarif(report, sampleOptions);

  test("holds 25,000 results in less than 10 MB, compressed", () => {
    expect(resultsOf(text)).toHaveLength(25_000);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });

  test("keeps the worst, in their order", () => {
    const kept = resultsOf(text);
    const count = (level: Level) => kept.filter((result) => result.level === level).length;
    expect([count("error"), count("warning"), count("note")]).toEqual([10_000, 10_000, 5_000]);
    const order = new Map(report.findings.map((finding, index) => [finding.fingerprint, index]));
    const places = kept.map((result) => order.get(result.partialFingerprints!["mlLint/v1"]!)!);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("says what is left out, in the file and beside it", () => {
    expect(sentences).toEqual([
      "5,000 findings are left out, because GitHub takes 25,000 of a run.",
      "GitHub shows the worst 5,000 of 25,000 findings.",
    ]);
    expect(notificationsOf(text)).toEqual(sentences);
  });
});

describe("SARIF that would be too large", { timeout: 60_000 }, () => {
  const report = manyFindings(600);
  const most = 30_000;
  const { text, sentences } = formatFittingSarif(report, sampleOptions, most);

  test("is cut until it fits, the worst findings first", () => {
    expect(gzipSync(text).length).toBeLessThan(most);
    const kept = resultsOf(text);
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.length).toBeLessThan(600);
    expect(new Set(kept.slice(0, 100).map((result) => result.level))).toContain("error");
    expect(sentences[0]).toMatch(/^\d+ findings are left out, because GitHub takes files up to 10 MB compressed\.$/);
    expect(notificationsOf(text)[0]).toBe(sentences[0]);
  });
});

test("what fits is left as it is", () => {
  const { text, sentences } = formatFittingSarif(sampleReport, sampleOptions);
  expect(resultsOf(text)).toHaveLength(sampleReport.findings.length);
  expect(sentences).toEqual([]);
});
