import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { MemoryFiles } from "../../../src/model/files.ts";
import { callFunction, isFunction } from "../../../src/parsers/terraform/functions/call-function.ts";
import type { CallContext } from "../../../src/parsers/terraform/functions/context.ts";
import { loadEngines } from "../../../src/parsers/terraform/functions/engines.ts";
import { definitions } from "../../../src/parsers/terraform/functions/registry.ts";
import { convert } from "../../../src/parsers/terraform/values/convert.ts";
import { orderKey } from "../../../src/parsers/terraform/values/equality.ts";
import { fromFloat } from "../../../src/parsers/terraform/values/number.ts";
import { written } from "../../../src/parsers/terraform/values/origin.ts";
import { setValue } from "../../../src/parsers/terraform/values/set.ts";
import {
  boolType,
  dynamicType,
  listType,
  mapType,
  numberType,
  stringType,
} from "../../../src/parsers/terraform/values/type.ts";
import {
  boolValue,
  listValue,
  mapValue,
  nullValue,
  numberValue,
  type Outcome,
  objectValue,
  sensitive,
  stringValue,
  type TerraformValue,
  tupleValue,
  typeOf,
  unknownValue,
  withMarks,
} from "../../../src/parsers/terraform/values/value.ts";
import { call, placeAt, unknown, value } from "../values/make.ts";

const origin = written(placeAt("main.tf:1"));
const files = new MemoryFiles({ "live/prod/main.tf": "", "live/prod/a.txt": "inside", "modules/b.txt": "shared" });

function callIn(directory: string, name: string, ...args: TerraformValue[]): Outcome {
  const context: CallContext = { files, directory, evaluateTemplate: ({ text }) => stringValue(text, origin) };
  return callFunction(name, args, placeAt("main.tf:1"), context);
}

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "a,b", "%s", "10.0.0.0/8", "{", "[1]", "é"),
);
const types = fc.constantFrom(
  dynamicType,
  stringType,
  numberType,
  boolType,
  listType(stringType),
  mapType(dynamicType),
);

const { tree: values } = fc.letrec<{ tree: TerraformValue; leaf: TerraformValue; nest: TerraformValue }>((tie) => ({
  tree: fc.oneof({ depthSize: "small" }, tie("leaf"), tie("nest")),
  leaf: fc.oneof(
    texts.map((text) => stringValue(text, origin)),
    fc
      .oneof(fc.integer({ min: -5, max: 40 }), fc.double())
      .filter((number) => !Number.isNaN(number))
      .map((number) => numberValue(fromFloat(number), origin)),
    fc.boolean().map((truth) => boolValue(truth, origin)),
    types.map((type) => nullValue(type, origin)),
    types.map((type) => unknownValue(type, { why: "nobody knows" }, origin)),
    texts.map((text) => withMarks(stringValue(text, origin), sensitive)),
  ),
  nest: fc.oneof(
    fc.array(tie("tree"), { maxLength: 4 }).map((items) => tupleValue(items, origin)),
    fc.array(texts, { maxLength: 4 }).map((items) =>
      listValue(
        stringType,
        items.map((text) => stringValue(text, origin)),
        origin,
      ),
    ),
    fc.array(texts, { maxLength: 4 }).map((items) =>
      setValue(
        stringType,
        items.map((text) => stringValue(text, origin)),
        origin,
      ),
    ),
    fc
      .dictionary(texts, tie("tree"), { maxKeys: 4 })
      .map((entries) => objectValue(new Map(Object.entries(entries)), origin)),
    fc.dictionary(texts, texts, { maxKeys: 4 }).map((entries) => {
      return mapValue(
        stringType,
        new Map(Object.entries(entries).map(([key, text]) => [key, stringValue(text, origin)])),
        origin,
      );
    }),
  ),
}));

describe("a call", () => {
  it("without the engine for patterns is unknown and says why", async () => {
    vi.resetModules();
    const fresh = await import("../values/make.ts");
    expect(fresh.call("regex", value("a"), value("a"))).toMatchObject({
      form: "unknown",
      why: "the engine for patterns is not loaded",
    });
  });

  it.each([
    ["upper", [], "upper takes 1 argument, not 0"],
    ["format", [], "format takes at least 1 argument, not 0"],
    ["nothing", [], 'there is no function called "nothing"'],
    ["upper", [value(["a"])], "upper: str: string required"],
  ])("of %s with %j is refused in a sentence", (name, args, message) => {
    expect(call(name, ...args)).toMatchObject({ form: "failure", message });
  });

  it("of a function of a provider is unknown", () => {
    expect(call("provider::azurerm::parse", value("a"))).toMatchObject({ form: "unknown", type: dynamicType });
  });

  it("gives the reason of its first unknown argument, wherever that is", () => {
    expect(call("join", value("-"), value(["a", unknown({ why: "var.b has no value" })]))).toMatchObject({
      why: "var.b has no value",
    });
  });

  it("knows names with and without core::", () => {
    expect([isFunction("core::upper"), isFunction("upper"), isFunction("core::nothing")]).toEqual([true, true, false]);
  });
});

describe("a file", () => {
  it.each([
    ["beside the root module", "a.txt", { form: "string", value: "inside" }],
    ["elsewhere in the project", "../../modules/b.txt", { form: "string", value: "shared" }],
    [
      "outside the project",
      "../../../secret",
      { form: "unknown", why: "the file ../../../secret is outside the project" },
    ],
    ["by its absolute path", "/etc/passwd", { form: "unknown", why: "the file /etc/passwd is outside the project" }],
    ["that is not there", "missing.txt", { form: "failure" }],
  ])("%s", (_, path, expected) => {
    expect(callIn("live/prod", "file", value(path))).toMatchObject(expected);
  });

  it("is not found outside the project by a pattern either", () => {
    expect(callIn("live/prod", "fileset", value("."), value("../../../*"))).toMatchObject({ form: "unknown" });
  });
});

describe("whatever it is given", () => {
  beforeAll(() => loadEngines(["regex yamldecode"]));

  it.each([...definitions])("%s answers and does not throw", (name, { parameters, rest }) => {
    const fewest = parameters.length;
    const args = fc.array(values, { minLength: fewest, maxLength: rest ? fewest + 3 : fewest });
    fc.assert(
      fc.property(args, (given) => {
        expect(callIn("", name, ...given).form).toBeTypeOf("string");
      }),
    );
  });

  it("converting a value to its own type changes nothing", () => {
    fc.assert(
      fc.property(values, (given) => {
        const converted = convert(given, typeOf(given));
        expect(converted.form).toBe(given.form);
        if (converted.form !== "failure") expect(orderKey(converted)).toBe(orderKey(given));
      }),
    );
  });
});
