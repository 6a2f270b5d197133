import { beforeAll, expect, test } from "vitest";
import type { Kind } from "../../src/model/kinds.ts";
import { type SeenExample, seenOnPages } from "./seen.ts";

let bad: readonly SeenExample[] = [];

beforeAll(async () => {
  bad = (await seenOnPages()).filter(({ example }) => example.verdict === "bad");
}, 120_000);

/** The kinds of which something is reported in files of a name: resources of providers, and variables. */
function kindsReportedIn(name: RegExp): Kind[] {
  const checks = bad.flatMap((one) => one.checks);
  const reported = checks.filter((check) => check.reported.length > 0 && name.test(check.file));
  const declared = reported.filter(({ source, kind }) => /^az(?:urerm|api)$/.test(source) || kind === "variable");
  return [...new Set(declared.map(({ kind }) => kind))].sort();
}

test("every kind that is reported in Terraform is shown in Terraform's JSON, as cdktf writes it", () => {
  expect(kindsReportedIn(/\.tf\.json$/)).toEqual(kindsReportedIn(/./));
});

test("every kind that is reported in Terraform is shown in a plan", () => {
  const kinds = kindsReportedIn(/./).filter((kind) => kind !== "variable");
  expect(kindsReportedIn(/plan\.json$/)).toEqual(kinds);
});
