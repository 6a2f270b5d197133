import { expect, test } from "vitest";
import type { Report } from "../../src/engine/report.ts";
import { environmentNamed } from "../../src/model/environment.ts";
import type { Root } from "../../src/model/project.ts";
import { summarize } from "../../src/report/summary.ts";
import { cleanReport } from "../samples/report.ts";
import { sampleOptions } from "./golden.ts";

function script(path: string, environment: string): Root {
  return { path, language: "commands", environments: [environmentNamed(environment)] };
}

function folder(path: string): Root {
  return { path, language: "terraform", environments: [environmentNamed("dev"), environmentNamed("prod")] };
}

function shownRoots(roots: readonly Root[]): string[] {
  const report: Report = { ...cleanReport, roots };
  return summarize(report, sampleOptions).split("\n").slice(2);
}

test("a few scripts are named", () => {
  expect(shownRoots([folder("infra"), script("a.sh", "default"), script("b.sh", "prod")])).toEqual([
    "  infra: dev and prod",
    "  a.sh: default (unclassified)",
    "  b.sh: prod",
  ]);
});

test("many scripts are counted, with all their environments", () => {
  const scripts = ["prod", "default", "prod", "dev"].map((name, index) => script(`${index}.sh`, name));
  expect(shownRoots([...scripts, folder("infra")])).toEqual([
    "  infra: dev and prod",
    "  4 files that stand alone: default (unclassified), dev and prod",
  ]);
});

test("many folders are counted behind the first twelve", () => {
  const lines = shownRoots(Array.from({ length: 20 }, (_, index) => folder(`live/${index}`)));
  expect(lines).toHaveLength(13);
  expect(lines.at(-1)).toBe("  and 8 more");
});
