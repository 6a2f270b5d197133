import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { formatJson } from "../../src/report/json.ts";
import { cleanReport, emptyReport, sampleReport } from "../samples/report.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../schemas/report.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true }).compile(schema);

test.each([
  ["the sample", sampleReport],
  ["a clean report", cleanReport],
  ["an empty report", emptyReport],
])("%s is as its schema says", (_name, report) => {
  validate(JSON.parse(formatJson(report)));
  expect(validate.errors).toBeNull();
});

test("the schema refuses what it does not know", () => {
  expect(validate({ ...JSON.parse(formatJson(cleanReport)), more: 1 })).toBe(false);
});
