import { describe, expect, it } from "vitest";
import { entryOf, itemOf } from "../../../src/parsers/terraform/values/element.ts";
import { reached, trailOf, written } from "../../../src/parsers/terraform/values/origin.ts";
import { isMapping, isSequence, type TerraformValue } from "../../../src/parsers/terraform/values/value.ts";
import { nameOf, placeAt, result, through, value } from "./make.ts";

function trail({ origin }: TerraformValue): string[] {
  return [nameOf(origin.at), ...trailOf(origin).map(({ at, text }) => `${text} ${nameOf(at)}`)];
}

function item(collection: TerraformValue, key: number | string): TerraformValue {
  if (isSequence(collection) && typeof key === "number") return itemOf(collection, key)!;
  if (isMapping(collection) && typeof key === "string") return entryOf(collection, key)!;
  throw new Error("this is no collection");
}

const skuInFile = through("set in prod.tfvars", "variables.tf:4", value("Standard", "prod.tfvars:5"));
const sku = through("var.sku", "main.tf:10", skuInFile);
const tags = through("local.tags", "main.tf:20", value({ team: value("ml", "locals.tf:3") }, "locals.tf:2"));
const names = through(
  "local.names",
  "main.tf:30",
  value([value("a", "locals.tf:7"), value("b", "locals.tf:8")], "locals.tf:6"),
);

describe("the trail of a value", () => {
  it("is empty where a literal stands", () => {
    expect(trail(value("x", "main.tf:3"))).toEqual(["main.tf:3"]);
  });

  it("leads through names down to the literal", () => {
    expect(trail(sku)).toEqual(["main.tf:10", "var.sku variables.tf:4", "set in prod.tfvars prod.tfvars:5"]);
  });

  it("of an element points at the element, not at the whole", () => {
    expect(trail(item(tags, "team"))).toEqual(["main.tf:20", "local.tags locals.tf:3"]);
  });

  it.each([
    ["merge", result("merge", tags, value({ a: "b" })), "team"],
    ["concat", result("concat", names, value(["c"])), 1],
    ["tolist", result("tolist", names), 1],
    ["reverse", result("reverse", names), 0],
    ["slice", result("slice", names, value(1), value(2)), 0],
    ["flatten", result("flatten", value([names, ["c"]])), 1],
    ["compact", result("compact", names), 1],
    ["distinct", result("distinct", names), 1],
    ["sort", result("sort", names), 1],
    ["values", result("values", tags), 0],
    ["zipmap", result("zipmap", value(["x", "y"]), names), "y"],
    ["toset", result("toset", names), 1],
    ["setunion", result("setunion", names, value(["c"])), 1],
    ["tomap", result("tomap", tags), "team"],
    ["coalescelist", result("coalescelist", value([]), names), 1],
  ])("goes on through %s", (_, collection, key) => {
    const [at, ...steps] = trail(item(collection, key));
    expect(at).toMatch(/^main\.tf:[23]0$/);
    expect(steps).toEqual([expect.stringMatching(/^local\.(tags locals\.tf:3|names locals\.tf:8)$/)]);
  });

  it.each([
    ["element", result("element", names, value(1))],
    ["one", result("one", result("slice", names, value(1), value(2)))],
    ["lookup", result("lookup", tags, value("team"), value("none"))],
    ["coalesce", result("coalesce", value(""), sku)],
    ["nonsensitive", result("nonsensitive", sku)],
    ["tostring", result("tostring", sku)],
    ["max", result("max", value(1), through("var.count", "main.tf:50", value(7, "dev.tfvars:2")))],
  ])("of what %s picks is that of the pick", (_, picked) => {
    expect(trail(picked)).toHaveLength(picked.origin === sku.origin ? 3 : trail(picked).length);
    expect(trail(picked).at(-1)).toMatch(/locals\.tf:[38]|prod\.tfvars:5|dev\.tfvars:2/);
  });

  it("of what is computed joins those of the arguments", () => {
    const text = result("format", value("%s-%s"), sku, item(tags, "team"));
    expect(trail(text)).toEqual([
      "call.tf:1",
      "var.sku variables.tf:4",
      "set in prod.tfvars prod.tfvars:5",
      "local.tags locals.tf:3",
    ]);
  });

  it("of a join leads to the list, and to items that have trails of their own", () => {
    expect(trail(result("join", value("-"), names))).toEqual(["call.tf:1", "local.names locals.tf:6"]);
    expect(trail(result("join", value("-"), value(["a", sku])))).toContain("set in prod.tfvars prod.tfvars:5");
  });

  it("names a source once, however often it is used", () => {
    expect(trail(result("format", value("%s%s%s"), sku, sku, sku))).toHaveLength(3);
  });

  it("has at most 24 steps, of which the last is the literal", () => {
    let origin = reached(placeAt("a.tf:1"), "first", written(placeAt("literal.tf:9")));
    for (let count = 0; count < 100; count++) origin = reached(placeAt("a.tf:2"), `name ${count}`, origin);
    const steps = trailOf(origin);
    expect(steps).toHaveLength(24);
    expect(steps[0]!.text).toBe("name 99");
    expect(nameOf(steps.at(-1)!.at)).toBe("literal.tf:9");
  });

  it("ends although computed values share their sources a million times", () => {
    let doubled = sku;
    for (let count = 0; count < 40; count++) doubled = result("format", value("%.1s%.0s"), doubled, doubled);
    expect(trail(doubled)).toHaveLength(3);
  });
});
