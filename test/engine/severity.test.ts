import { describe, expect, test } from "vitest";
import { optionsOf, severitiesOf } from "../../src/engine/severity.ts";
import { environmentNamed } from "../../src/model/environment.ts";
import { dev, prod, rule } from "./sample.ts";

const one = rule({ aliases: ["test/formerly"] });
const strictOne = rule({ preset: "strict" }, "test/strict");
const all = [one, strictOne];

describe("severity of a rule", () => {
  test("is the rule's own by tier", () => {
    const severities = severitiesOf(all, {});
    expect([prod, dev, environmentNamed("blue")].map((where) => severities.of("test/public", where))).toEqual([
      "error",
      "note",
      "off",
    ]);
  });

  test("is the configured one in every tier", () => {
    const severities = severitiesOf(all, { rules: { "test/public": "warning" } });
    expect([prod, dev].map((where) => severities.of("test/public", where))).toEqual(["warning", "warning"]);
  });

  test("is the configured one where it is set for a tier, also by a former name", () => {
    const severities = severitiesOf(all, { rules: { "test/formerly": { production: "off" } } });
    expect([prod, dev].map((where) => severities.of("test/public", where))).toEqual(["off", "note"]);
  });

  test("is off for a strict rule unless the preset is strict", () => {
    expect(severitiesOf(all, {}).isEverOn(strictOne)).toBe(false);
    expect(severitiesOf(all, { preset: "strict" }).of("test/strict", prod)).toBe("error");
  });

  test("is on for a strict rule that is configured by name", () => {
    expect(severitiesOf(all, { rules: { "test/strict": "note" } }).of("test/strict", prod)).toBe("note");
  });

  test("without an environment is the worst of all tiers", () => {
    expect(severitiesOf(all, {}).anywhere("test/public")).toBe("error");
  });
});

test("options are found by id and by former name", () => {
  const rules = { "test/formerly": { options: { minutes: 20 } } };
  expect(optionsOf(all, { rules }).get("test/public")).toEqual({ minutes: 20 });
});
