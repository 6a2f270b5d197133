import { beforeAll, expect, test } from "vitest";
import type { Kind } from "../../src/model/kinds.ts";
import { type SeenExample, seenOnPages } from "./seen.ts";

let bad: readonly SeenExample[] = [];

beforeAll(async () => {
  bad = (await seenOnPages()).filter(({ example }) => example.verdict === "bad");
}, 120_000);

/** The kinds of which something is reported in files of a name, in resources of providers. */
function kindsReportedIn(name: RegExp): Kind[] {
  const checks = bad.flatMap((one) => one.checks);
  const reported = checks.filter((check) => check.reported.length > 0 && name.test(check.file));
  return [...new Set(reported.filter(({ source }) => /^az(?:urerm|api)$/.test(source)).map(({ kind }) => kind))].sort();
}

test("every kind that is reported in Terraform is shown in Terraform's JSON, as cdktf writes it", () => {
  expect(kindsReportedIn(/\.tf\.json$/)).toEqual(kindsReportedIn(/./));
});

test("every kind that is reported in Terraform is shown in a plan", () => {
  expect(kindsReportedIn(/plan\.json$/)).toEqual(kindsReportedIn(/./));
});
