import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import schema from "../../schemas/baseline.schema.json" with { type: "json" };
import { readBaseline, writeBaseline } from "../../src/cli/narrow/baseline-file.ts";
import type { BaselineEntry } from "../../src/engine/narrowing/baseline.ts";
import { folderWith } from "./folder.ts";

const entries: readonly BaselineEntry[] = [
  { rule: "a/b", root: "", resource: 'x.y["<é>"]', attribute: "size", environments: { dev: "note", prod: "error" } },
  { rule: "project/c", file: "main.tf", message: "It is broken.", level: "warning", count: 2 },
];

function read(text: string): readonly BaselineEntry[] {
  return readBaseline(join(folderWith({ "b.json": text }), "b.json"), "b.json");
}

describe("a baseline", () => {
  test("is read as it was written", () => {
    const path = join(folderWith({}), "some/where/b.json");
    writeBaseline(path, "b.json", entries);
    expect(readBaseline(path, "b.json")).toEqual(entries);
  });

  test("has one finding on each line, and follows its schema", () => {
    const path = join(folderWith({}), "b.json");
    writeBaseline(path, "b.json", entries);
    const text = readFileSync(path, "utf8");
    expect(text.split("\n")).toHaveLength(9);
    expect(new Ajv({ allowUnionTypes: true }).validate(schema, JSON.parse(text))).toBe(true);
  });

  test("without findings is read as well", () => {
    const path = join(folderWith({}), "b.json");
    writeBaseline(path, "b.json", []);
    expect(readBaseline(path, "b.json")).toEqual([]);
  });

  test("may begin with a byte order mark, and be of any layout", () => {
    expect(read('\ufeff{"findings":[],\r\n"version":1}')).toEqual([]);
  });
});

describe("a baseline that cannot be read says why", () => {
  test.each<[string, string, string | RegExp]>([
    ["no JSON", "{", /^The baseline b\.json is not valid JSON: /],
    [
      "a conflict",
      '{\n  "version": 1,\n<<<<<<< HEAD\n',
      "b.json:3: The baseline holds a conflict of a merge. Take either side, then run ml-lint --write-baseline.",
    ],
    ["a list", "[]", "b.json:1:1: The baseline must be a mapping of keys to values."],
    ["nothing", "null", 'b.json:1:1: The baseline needs "version": 1, and a rule in each of its findings.'],
    ["no version", '{"findings": []}', "b.json:1:1: The baseline has no version."],
    [
      "a newer version",
      '{"version": 2}',
      "The baseline b.json is of version 2, which a newer ml-lint has written: update this one.",
    ],
    [
      "another key",
      '{"version": 1, "finding": []}',
      'b.json:1:16: The baseline has no key "finding". Did you mean findings?',
    ],
    [
      "a wrong level",
      '{"version": 1, "findings": [\n  {"rule": "a/b", "level": "errors"}]}',
      'b.json:2:28: "level" must be error, warning or note. Did you mean error?',
    ],
    [
      "a wrong count",
      '{"version": 1, "findings": [{"rule": "a/b", "count": 0}]}',
      /^b\.json:1:54: "count" must be a whole number/,
    ],
    [
      "no rule",
      '{"version": 1, "findings": [{"level": "note"}]}',
      /^b\.json:1:29: An entry of "findings" has no rule\.$/,
    ],
    [
      "too much",
      '{"version": 1, "findings": [{"rule": "a/b", "level": "note", "count": 1000001}]}',
      "The baseline b.json lists more than a million findings.",
    ],
  ])("%s", (_name, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test("no file", () => {
    expect(() => readBaseline(join(folderWith({}), "b.json"), "b.json")).toThrow("There is no baseline b.json.");
  });
});

describe("writing", () => {
  test("leaves nothing else behind, and keeps who may read the file", () => {
    const folder = folderWith({ "b.json": "old" });
    chmodSync(join(folder, "b.json"), 0o640);
    writeBaseline(join(folder, "b.json"), "b.json", entries);
    expect(readdirSync(folder)).toEqual(["b.json"]);
    expect(statSync(join(folder, "b.json")).mode & 0o777).toBe(0o640);
  });

  test("goes to where a link leads", () => {
    const folder = folderWith({ "real.json": "old" });
    symlinkSync("real.json", join(folder, "b.json"));
    writeBaseline(join(folder, "b.json"), "b.json", entries);
    expect(lstatSync(join(folder, "b.json")).isSymbolicLink()).toBe(true);
    expect(readBaseline(join(folder, "real.json"), "real.json")).toEqual(entries);
  });

  test("below a file is refused, and nothing is left behind", () => {
    const folder = folderWith({ file: "x" });
    expect(() => writeBaseline(join(folder, "file/b.json"), "file/b.json", entries)).toThrow(
      "The baseline file/b.json cannot be written: a part of its path is a file.",
    );
    expect(readdirSync(folder)).toEqual(["file"]);
  });
});
