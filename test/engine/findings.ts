import type { Finding } from "../../src/engine/finding.ts";
import { type Level, levels } from "../../src/engine/level.ts";
import { countLevels, type Report } from "../../src/engine/report.ts";
import { environmentNamed } from "../../src/model/environment.ts";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { place } from "./sample.ts";

/** A finding about a resource, with its level in each environment. */
export function finding(held: Readonly<Record<string, Level>>, changes: Partial<Finding> = {}): Finding {
  const names = Object.keys(held).sort();
  const level = levels.find((each) => Object.values(held).includes(each))!;
  return {
    rule: "compute/public-ip",
    level,
    message: "The cluster is public.",
    help: "",
    at: place(5),
    trail: [],
    related: [],
    environments: names.map((name) => environmentNamed(name)),
    resource: { root: "", module: "", address: "a.b", block: "a.b", type: "a", kind: "compute.cluster" },
    attribute: "publicIp",
    within: (some) => finding(Object.fromEntries(Object.entries(held).filter(([name]) => some.has(name))), changes),
    fingerprint: "1",
    ...changes,
  };
}

/** A finding about a file. */
export function problem(message: string, file = "main.tf"): Finding {
  const { within: _, ...rest } = finding({ x: "warning" });
  return {
    ...rest,
    rule: "project/problem",
    message,
    at: place(3, file),
    environments: [],
    resource: undefined,
    attribute: undefined,
  };
}

export function reportOf(findings: readonly Finding[], changes: Partial<Report> = {}): Report {
  return {
    version: "1.2.3",
    findings,
    suppressed: [],
    undecided: [],
    roots: [],
    files: new Map(),
    counts: countLevels(findings),
    rules: new Map(),
    failures: [],
    texts: new Texts(new MemoryFiles({})),
    ...changes,
  };
}
