import { describe, expect, test } from "vitest";
import { settingsOf } from "../../src/engine/settings/settings.ts";
import { environmentNamed } from "../../src/model/environment.ts";
import { dev, place, prod, rule } from "./sample.ts";

const one = rule({ aliases: ["test/formerly"] });
const strictOne = rule({ preset: "strict" }, "test/strict");
const all = [one, strictOne];

describe("severity of a rule", () => {
  test("is the rule's own by tier", () => {
    const severities = settingsOf(all, {});
    expect([prod, dev, environmentNamed("blue")].map((where) => severities.of("test/public", where, place(1)))).toEqual(
      ["error", "note", "off"],
    );
  });

  test("is the configured one in every tier", () => {
    const severities = settingsOf(all, { rules: { "test/public": "warning" } });
    expect([prod, dev].map((where) => severities.of("test/public", where, place(1)))).toEqual(["warning", "warning"]);
  });

  test("is the configured one where it is set for a tier, also by a former name", () => {
    const severities = settingsOf(all, { rules: { "test/formerly": { production: "off" } } });
    expect([prod, dev].map((where) => severities.of("test/public", where, place(1)))).toEqual(["off", "note"]);
  });

  test("is off for a strict rule unless the preset is strict", () => {
    expect(settingsOf(all, {}).isEverOn(strictOne)).toBe(false);
    expect(settingsOf(all, { preset: "strict" }).of("test/strict", prod, place(1))).toBe("error");
  });

  test("is on for a strict rule that is configured by name", () => {
    expect(settingsOf(all, { rules: { "test/strict": "note" } }).of("test/strict", prod, place(1))).toBe("note");
  });

  test("without an environment is the worst of all tiers", () => {
    expect(settingsOf(all, {}).anywhere("test/public", place(1))).toBe("error");
  });
});

test("options are found by id and by former name", () => {
  const rules = { "test/formerly": { options: { minutes: 20 } } };
  expect(settingsOf(all, { rules }).options("test/public", place(1))).toEqual({ minutes: 20 });
});
