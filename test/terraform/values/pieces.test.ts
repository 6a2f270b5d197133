import { describe, expect, it } from "vitest";
import { concatenate } from "../../../src/parsers/terraform/values/concatenation.ts";
import { convert } from "../../../src/parsers/terraform/values/convert.ts";
import { dynamicType, listType, stringType } from "../../../src/parsers/terraform/values/type.ts";
import type { Outcome } from "../../../src/parsers/terraform/values/value.ts";
import { placeAt, result, unknown, value } from "./make.ts";

const target = { root: "", address: "azurerm_storage_account.ml", attribute: "name" };
const hole = { token: "|azurerm_storage_account.ml.name" };
const why = "azurerm_storage_account.ml.name is known only after apply";
const name = unknown({ target, why });

function pieces(outcome: Outcome): unknown {
  return outcome.form === "unknown" ? outcome.pieces : outcome;
}

describe("what is known of an unknown text", () => {
  it.each([
    [
      "a template",
      concatenate([value("https://"), name, value("."), value("blob")], placeAt("a.tf:1")),
      ["https://", hole, ".blob"],
    ],
    ["format", result("format", value("pe-%s-%03d"), name, value(7)), ["pe-", hole, "-007"]],
    ["join", result("join", value("-"), value(["a", name, "b"])), ["a-", hole, "-b"]],
    ["upper", result("upper", result("format", value("st%s"), name)), ["ST", { token: `upper(${hole.token})` }]],
    [
      "replace of one character",
      result("replace", result("format", value("st-%s-x"), name), value("-"), value("")),
      ["st", { token: `replace ["-",""](${hole.token})` }, "x"],
    ],
    ["jsonencode", result("jsonencode", value({ a: name })), ['{"a":', { token: `json(${hole.token})` }, "}"]],
  ])("stays through %s", (_, outcome, expected) => {
    expect(pieces(outcome)).toEqual(expected);
  });

  it.each([
    [
      "replace of several characters",
      result("replace", result("format", value("st-%s"), name), value("-x"), value("")),
    ],
    ["substr", result("substr", result("format", value("st-%s"), name), value(0), value(2))],
  ])("is given up by %s, which could cut across pieces", (_, outcome) => {
    expect(pieces(outcome)).toBeUndefined();
  });

  it("leaves equal holes for the same attribute and different ones for different places", () => {
    const [one, other] = [unknown(), unknown()];
    const twice = result("format", value("%s%s%s"), one, one, other) as { pieces?: readonly { token: string }[] };
    const tokens = twice.pieces!.map(({ token }) => token);
    expect(tokens[0]).toBe(tokens[1]);
    expect(tokens[0]).not.toBe(tokens[2]);
  });
});

const id = { ...target, attribute: "id" };

describe("the resource that an unknown comes from", () => {
  it.each([
    ["a conversion", convert(unknown({ target, why }, dynamicType), stringType)],
    ["an item of a converted list", itemOfList(convert(value([name]), listType(stringType)))],
    ["one", result("one", value([name]))],
    ["coalescelist", itemOfList(result("coalescelist", value([]), value([name])))],
    ["lookup", result("lookup", value({ a: name }), value("a"), value(""))],
    ["element", result("element", value([name]), value(0))],
    ["jsondecode of what jsonencode made", result("jsondecode", result("jsonencode", name))],
  ])("is known behind %s", (_, outcome) => {
    expect(outcome).toMatchObject({ form: "unknown", target, why });
  });

  it("is known behind coalesce only where it is an id, which cannot be empty", () => {
    expect(result("coalesce", unknown({ target: id }), value("x"))).toMatchObject({ form: "unknown", target: id });
    expect(result("coalesce", name, value("x"))).not.toHaveProperty("target");
  });
});

function itemOfList(outcome: Outcome): Outcome {
  return "items" in outcome ? outcome.items[0]! : outcome;
}

it("remembers what was encoded", () => {
  const encoded = result("jsonencode", value({ sku: "Basic" }));
  expect(encoded).toMatchObject({ form: "string", value: '{"sku":"Basic"}', encoded: { form: "object" } });
});
