import { describe, expect, it } from "vitest";
import { toTree } from "../../../src/parsers/terraform/values/lower.ts";
import { parseNumber } from "../../../src/parsers/terraform/values/number.ts";
import { written } from "../../../src/parsers/terraform/values/origin.ts";
import { setValue } from "../../../src/parsers/terraform/values/set.ts";
import { stringType } from "../../../src/parsers/terraform/values/type.ts";
import { nullValue, numberValue, sensitive, withMarks } from "../../../src/parsers/terraform/values/value.ts";
import { nameOf, placeAt, through, unknown, value } from "./make.ts";

const origin = written(placeAt("main.tf:1"));

describe("a value as a tree", () => {
  it.each([
    ["a string", value("x"), { form: "leaf", value: "x" }],
    ["a number", numberValue(parseNumber("0.25")!, origin), { form: "leaf", value: 0.25 }],
    ["null", nullValue(stringType, origin), { form: "leaf", value: null }],
    ["a tuple", value(["a", 1]), { form: "list", items: [{ value: "a" }, { value: 1 }] }],
    [
      "a set",
      setValue(stringType, [value("b"), value("a")], origin),
      { form: "list", items: [{ value: "a" }, { value: "b" }] },
    ],
    ["an unknown", unknown({ why: "var.a has no value" }), { form: "undecided", why: "var.a has no value" }],
    ["a sensitive value", withMarks(value("x"), sensitive), { form: "leaf", sensitive: true }],
  ])("keeps %s", (_, given, expected) => {
    expect(toTree(given)).toMatchObject(expected);
  });

  it("has entries in the order of their keys, opened at the header", () => {
    const tree = toTree(value({ b: 1, a: 2 }), placeAt("header.tf:7"));
    if (tree.form !== "mapping") throw new Error("this is no mapping");
    expect([...tree.entries.keys()]).toEqual(["a", "b"]);
    expect(nameOf(tree.header)).toBe("header.tf:7");
  });

  it("leads the trail of an inner value through the name of the whole", () => {
    const tree = toTree(through("local.tags", "main.tf:9", value({ a: value("x", "locals.tf:3") }, "locals.tf:2")));
    if (tree.form !== "mapping") throw new Error("this is no mapping");
    const { at, trail } = tree.entries.get("a")!.value;
    expect([nameOf(at), ...trail.map((step) => `${step.text} ${nameOf(step.at)}`)]).toEqual([
      "main.tf:9",
      "local.tags locals.tf:3",
    ]);
  });

  it("masks what is inside something sensitive", () => {
    const tree = toTree(withMarks(value(["x"]), sensitive));
    expect(tree).toMatchObject({ form: "list", sensitive: true, items: [{ sensitive: true }] });
  });
});
