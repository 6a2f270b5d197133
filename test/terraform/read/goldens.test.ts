import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SourceText } from "../../../src/model/place.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import { cases } from "./cases/index.ts";
import { describeBody } from "./describe.ts";
import { renderCases } from "./render.ts";

test.each(Object.entries(cases))("%s have the structure, ranges and verdict of HashiCorp's parser", (name, texts) => {
  const golden = readFileSync(join(import.meta.dirname, "golden", `${name}.txt`), "utf8");
  const ours = renderCases(texts, (text) => {
    const { body, problems } = parseHcl(new SourceText("main.tf", text));
    return problems.length === 0 ? describeBody(body) : undefined;
  });
  expect(ours.split("\n\n")).toEqual(golden.split("\n\n"));
});
