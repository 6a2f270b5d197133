import { describe, expect, test } from "vitest";
import { SourceText } from "../../../src/model/place.ts";
import type { Target } from "../../../src/model/tree.ts";
import { evaluate } from "../../../src/parsers/terraform/evaluate/expression.ts";
import type { Frame, Names, Resolution } from "../../../src/parsers/terraform/evaluate/frame.ts";
import { Run } from "../../../src/parsers/terraform/evaluate/run.ts";
import { attributeOf } from "../../../src/parsers/terraform/read/body-access.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import type { Reference } from "../../../src/parsers/terraform/read/syntax.ts";
import { written } from "../../../src/parsers/terraform/values/origin.ts";
import {
  dynamicType,
  listType,
  mapType,
  numberType,
  objectType,
  stringType,
  type TerraformType,
} from "../../../src/parsers/terraform/values/type.ts";
import { failure, nullValue, type Outcome, unknownValue } from "../../../src/parsers/terraform/values/value.ts";
import { renderOutcome } from "../module/render.ts";

const types: Readonly<Record<string, TerraformType>> = {
  text: stringType,
  number: numberType,
  any: dynamicType,
  list: listType(stringType),
  map: mapType(numberType),
  object: objectType(new Map([["a", stringType]])),
};

/** `unknown.text` is an unknown string, `nothing` is null, `resource` is a name whose attributes are unknown. */
class SampleNames implements Names {
  readonly calls: Names["calls"] = {
    files: { read: () => undefined, readBytes: () => undefined, list: () => [] },
    directory: "",
    evaluateTemplate: () => failure("there are no templates here"),
  };

  resolve({ root, steps }: Reference, frame: Frame): Resolution {
    const origin = written(frame.source.place(root.from, root.to));
    const first = steps[0]?.type === "attribute" ? steps[0].name : "";
    if (root.name === "nothing") return { value: nullValue(dynamicType, origin), taken: 0 };
    if (root.name === "resource") {
      const target = { root: "", address: "resource", attribute: "" };
      return { value: unknownValue(dynamicType, { why: "later", target, notNull: true }, origin), taken: 0 };
    }
    const type = root.name === "unknown" ? types[first] : undefined;
    if (!type) return { value: failure(`there is nothing called ${root.name}`), taken: 0 };
    return { value: unknownValue(type, { why: "later" }, origin), taken: 1 };
  }

  attributeOf(target: Target, name: string): Outcome | undefined {
    if (target.attribute !== "") return undefined;
    const origin = written(new SourceText("x", "").place(0, 0));
    const type = name === "identity" ? dynamicType : stringType;
    return unknownValue(type, { why: "later", target: { ...target, attribute: name } }, origin);
  }

  elementOf(): undefined {
    return undefined;
  }
}

function outcomeOf(text: string): Outcome {
  const source = new SourceText("main.tf", `a = ${text}\n`);
  const { body, problems } = parseHcl(source);
  expect(problems).toEqual([]);
  const frame: Frame = { run: new Run(), names: new SampleNames(), source, bindings: undefined };
  return evaluate(attributeOf(body, "a")!.expression, frame);
}

const unknown = { "~": "unknown" };

describe("values", () => {
  const table: readonly [string, unknown][] = [
    ["1 + 2 * 3", 7],
    ['"a${1}${true}"', "a1true"],
    ['"${[1]}"', [1]],
    ['{ a = 1, (upper("b")) = 2, "c" = 3 }', { a: 1, B: 2, c: 3 }],
    ["{ a = 1, a = 2 }", { a: 2 }],
    ["[for x in [1, 2, 3] : x * 2 if x != 2]", [2, 6]],
    ["{ for k, v in { a = 1 } : v => k }", { 1: "a" }],
    ['{ for x in ["a", "b", "a"] : x => 1... }', { a: [1, 1], b: [1] }],
    ["[for i, x in [5, 6] : i]", [0, 1]],
    ["nothing[*]", []],
    ["5[*]", [5]],
    ["[{ a = 1 }, { a = 2 }][*].a", [1, 2]],
    ["[{ a = [1] }][*].a[0]", [1]],
    ["[{ a = [1] }].*.a[0]", [1]],
    ["[[1], [2]].0[0]", 1],
    ['{ a = 1 }["a"]', 1],
    ['[1, 2]["1"]', 2],
    ['try(nothing.a, "x")', "x"],
    ["{ a = 1, b = nothing.a }.a", 1],
    ["[1, nothing.a][0]", 1],
    ["try({ a = 1, b = nothing.a }.a, 2)", 2],
    ["can([nothing.a])", false],
    ["try(unknown_name, 1)", 1],
    ["can(nothing.a)", false],
    ["can({ a = 1 }.a)", true],
    ["max([1, 5, 2]...)", 5],
    ["false ? [1] : [2, 3]", [2, 3]],
    ['true ? 1 : "x"', "1"],
    ["true ? 1 : nothing.a", 1],
    ['"%{ if true }yes%{ else }no%{ endif }"', "yes"],
    ['"%{ for i, x in ["a", "b"] }${i}${x}%{ endfor }"', "0a1b"],
    ['core::upper("a")', "A"],
  ];

  test.each(table)("%s", (text, expected) => expect(renderOutcome(outcomeOf(text))).toEqual(expected));
});

describe("unknowns", () => {
  const table: readonly [string, unknown][] = [
    ['"a${unknown.text}"', unknown],
    ["[unknown.text, 1]", [unknown, 1]],
    ["[for x in unknown.list : x]", unknown],
    ['[for x in [unknown.text, "a"] : x]', [unknown, "a"]],
    ["{ (unknown.text) = 1 }", unknown],
    ["unknown.list[0]", unknown],
    ["unknown.map.a", unknown],
    ["[1, 2][unknown.number]", unknown],
    ['unknown.text == "a" ? 1 : 2', unknown],
    ["length([unknown.text])", 1],
    ["try(unknown.text, 1)", unknown],
    ["can(unknown.any.a)", unknown],
    ["try({ a = unknown.text, b = 1 }, {}).b", 1],
    ["resource.id", unknown],
    ["resource == nothing", false],
    ["resource[*].id", [unknown]],
    ["merge({ a = 1 }, unknown.any)", unknown],
    ["provider::x::y(1)", unknown],
    ["max(unknown.list...)", unknown],
  ];

  test.each(table)("%s", (text, expected) => expect(renderOutcome(outcomeOf(text))).toEqual(expected));
});

describe("failures", () => {
  const table: readonly [string, string][] = [
    ["nowhere", "there is nothing called nowhere"],
    ["{ a = 1 }.b", 'the object has no attribute named "b"'],
    ["[1][1]", "there is no element with the index 1"],
    ['{ a = 1 }["b"]', 'there is no element with the key "b"'],
    ["[1][-1]", "-1 is no valid index"],
    ["nothing.a", 'the attribute "a" is taken from a null value'],
    ["nothing[0]", "an element is taken from a null value"],
    ["toset([1])[0]", "a set has no elements that can be taken by a key"],
    ["[for x in nothing : x]", "a for expression iterates over a null value"],
    ["[for x in 5 : x]", "a for expression iterates over a value that has no elements"],
    ["{ for x in [1, 1] : x => x }", 'two elements of a for expression have the key "1"'],
    ['"a${nothing}"', "a null value cannot be part of a text"],
    ["unknown.object.b", 'the object has no attribute named "b"'],
    ["unknown.text.a", 'the attribute "a" is taken from a value that has no attributes'],
    ["frobnicate(1)", 'there is no function called "frobnicate"'],
    ["try(nothing.a, nothing.b)", 'the attribute "a" is taken from a null value'],
    ["max(5...)", "the argument before ... is no list"],
    ["true ? nothing.a : 1", 'the attribute "a" is taken from a null value'],
  ];

  test.each(table)("%s", (text, message) => expect(outcomeOf(text)).toEqual({ form: "failure", message }));
});

describe("what is known of an unknown text", () => {
  const pieces = (text: string) => {
    const outcome = outcomeOf(text);
    return outcome.form === "unknown" ? outcome.pieces?.map((piece) => (typeof piece === "string" ? piece : "?")) : [];
  };

  test.each([
    ['"a-${unknown.text}-b"', ["a-", "?", "-b"]],
    ['"${resource.id}/x"', ["?", "/x"]],
    ['"a${"b${unknown.text}"}"', ["ab", "?"]],
    ['true ? "x${unknown.text}" : ""', ["x", "?"]],
    ['try("x${unknown.text}", "")', ["x", "?"]],
  ])("%s", (text, expected) => expect(pieces(text)).toEqual(expected));

  test("the same attribute of the same resource leaves the same hole", () => {
    const tokens = (text: string) => {
      const outcome = outcomeOf(text);
      return outcome.form === "unknown" ? outcome.pieces : undefined;
    };
    expect(tokens('"${resource.id}"')).toEqual(tokens('"${resource.id}"'));
    expect(tokens('"${resource.id}/"')).not.toEqual(tokens('"${resource.name}/"'));
  });
});

test("a target leads on through attributes and elements", () => {
  const outcome = outcomeOf("resource.identity[0].principal_id");
  expect(outcome).toMatchObject({ target: { address: "resource", attribute: "identity.0.principal_id" } });
});
