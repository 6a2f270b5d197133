import { beforeAll, describe, expect, it } from "vitest";
import { loadEngines } from "../../../src/parsers/terraform/functions/engines.ts";
import { concatenate } from "../../../src/parsers/terraform/values/concatenation.ts";
import {
  deepestValue,
  isWhollyKnown,
  largestValue,
  type Outcome,
} from "../../../src/parsers/terraform/values/value.ts";
import { callIn, newContext, placeAt, result, value } from "./make.ts";

beforeAll(() => loadEngines(["regex yamldecode"]));

const longText = "ab".repeat(400_000);
const lines = value("\n".repeat(900_000));
const manyKeys = Array.from(
  { length: 100 },
  (_, at) => `a${at}: &a${at} [${at === 0 ? "x" : `*a${at - 1}, *a${at - 1}`}]`,
);

function doubled(times: number): Outcome {
  let nested = value("x");
  for (let count = 0; count < times; count++) nested = value([nested, nested]);
  return nested;
}

function nestedIn(levels: number): Outcome {
  let nested = value("x");
  for (let count = 0; count < levels; count++) nested = value({ a: nested });
  return nested;
}

describe("what a hostile configuration builds", () => {
  it.each<[string, () => Outcome]>([
    ["a text put into itself", () => concatenate([value(longText), value(longText)], placeAt("a.tf:1"))],
    [
      "replacing each character by a long text",
      () => callIn(newContext(), "replace", value(longText), value("a"), value(longText)),
    ],
    [
      "replacing nothing by a long text",
      () => callIn(newContext(), "replace", value(longText), value(""), value(longText)),
    ],
    [
      "replacing a pattern by a long text",
      () => callIn(newContext(), "replace", value(longText), value("/a/"), value(longText)),
    ],
    [
      "groups that repeat a text",
      () => callIn(newContext(), "replace", value(longText), value("/(.*)/"), value("$1".repeat(9_999))),
    ],
    ["indenting many lines", () => callIn(newContext(), "indent", value(9_999), lines)],
    ["joining with a long separator", () => callIn(newContext(), "join", value(longText), value(["a", "b", "c"]))],
    [
      "a format that repeats its argument",
      () => callIn(newContext(), "format", value("%[1]s".repeat(9_999)), value(longText)),
    ],
    [
      "a format that asks for wide columns",
      () => callIn(newContext(), "format", value("%[1]9999d".repeat(9_999)), value(1)),
    ],
    ["splitting into characters", () => callIn(newContext(), "split", value(""), value(longText))],
    ["an exponential YAML document", () => callIn(newContext(), "yamldecode", value(manyKeys.join("\n")))],
    [
      "a product of many sets",
      () => callIn(newContext(), "setproduct", ...Array.from({ length: 40 }, () => value(["a", "b"]))),
    ],
  ])("stays small: %s", (_, build) => {
    expect(["unknown", "failure"]).toContain(build().form);
  });

  it.each<[string, () => Outcome]>([
    ["doubles a hundred times", () => doubled(100)],
    ["nests a thousand levels deep", () => nestedIn(1_000)],
  ])("never grows beyond the bounds where a value %s", (_, build) => {
    const built = build();
    if (!("size" in built)) throw new Error("this is no collection");
    expect(built.depth).toBeLessThanOrEqual(deepestValue);
    expect(built.size).toBeLessThanOrEqual(largestValue);
    expect(isWhollyKnown(built)).toBe(false);
  });

  it.each([
    ["YAML", "yamldecode", "[".repeat(100_000)],
    ["YAML in blocks", "yamldecode", Array.from({ length: 1_200 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
    ["JSON", "jsondecode", "[".repeat(100_000)],
    ["a pattern", "regex", `${"(".repeat(5_000)}a${")".repeat(5_000)}`],
    ["a pattern that multiplies itself", "regex", "((a{100}){100}){100}"],
  ])("is refused, not a crash: deeply nested %s", (_, name, text) => {
    const outcome =
      name === "regex" ? callIn(newContext(), name, value(text), value("a")) : callIn(newContext(), name, value(text));
    expect(outcome.form).toBe("failure");
  });

  it("cannot make a pattern backtrack", () => {
    const started = performance.now();
    expect(callIn(newContext(), "regex", value("^(a+)+$"), value(`${"a".repeat(5_000)}!`)).form).toBe("failure");
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("cannot make a pattern search a long text from each of its characters", () => {
    const started = performance.now();
    expect(callIn(newContext(), "regexall", value("a*b|a"), value("a".repeat(100_000))).form).toBe("unknown");
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("cannot keep the functions of a run busy without end", () => {
    const started = performance.now();
    const context = newContext();
    let outcome: Outcome = value("");
    for (let count = 0; count < 10_000 && outcome.form !== "unknown"; count++)
      outcome = callIn(context, "sha512", value(longText));
    expect(outcome).toMatchObject({
      form: "unknown",
      why: "the functions of this run have too much text to work through",
    });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("still takes what people write", () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `item-${at}`);
    expect(result("length", result("distinct", result("concat", value(many), value(many))))).toMatchObject({
      value: 20_000,
    });
  });
});
