import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { holds, presetMeanings, presetOfRule, presets, severityUnder } from "../../src/engine/settings/preset.ts";
import { tiers } from "../../src/model/environment.ts";
import { rule } from "./sample.ts";

const severity = { production: "error", "non-production": "off", unclassified: "note" } as const;
const usual = rule({ severity });
const strict = rule({ severity, preset: "strict" });
const tierBound = rule({ severity, tierBound: true });

function underEach(one: typeof usual): string[] {
  return presets.map((preset) => tiers.map((tier) => severityUnder(preset, one)[tier]).join("/"));
}

describe("the presets recommended, strict and all", () => {
  test("hold a usual rule; all switches it on everywhere, as a note", () => {
    expect(underEach(usual)).toEqual(["error/off/note", "error/off/note", "error/note/note"]);
  });

  test("hold a strict rule from strict on", () => {
    expect(underEach(strict)).toEqual(["off/off/off", "error/off/note", "error/note/note"]);
    expect(presetOfRule(strict)).toBe("strict");
  });

  test("leave a rule that is about its tiers where it is", () => {
    expect(underEach(tierBound)).toEqual(["error/off/note", "error/off/note", "error/off/note"]);
  });

  test("each hold what the one before holds", () => {
    const held = presets.map((preset) => rules.filter((one) => holds(preset, one)).length);
    expect(held[0]).toBeLessThan(held[1]!);
    expect(held.at(-1)).toBe(rules.length);
  });

  test("only rules that are off somewhere and speak of production or of siblings are bound to their tiers", () => {
    const bound = rules.filter((one) => one.tierBound);
    expect(bound.length).toBeGreaterThan(0);
    for (const one of bound) expect(Object.values(one.severity), one.id).toContain("off");
    const speaking = rules.filter((one) => /\bproduction\b/i.test(one.title));
    expect(speaking.filter((one) => !one.tierBound && Object.values(one.severity).includes("off"))).toEqual([]);
  });

  test("mean in the published schema what they mean here", () => {
    const { preset } = JSON.parse(readFileSync("schemas/configuration.schema.json", "utf8")).properties;
    expect(preset.enum).toEqual(presets);
    for (const [name, meaning] of Object.entries(presetMeanings)) {
      expect(preset.description).toMatch(new RegExp(`\\b${name}[^:.]*: ${meaning.replace(":", "[:;]")}`));
    }
  });
});
