import { describe, expect, test } from "vitest";
import table from "../../data/regions.json" with { type: "json" };
import { isSameRegion, regionNamed } from "../../data/regions.ts";

describe("a region", () => {
  test.each(["westeurope", "West Europe", "WESTEUROPE", "west europe"])("is found as %j", (written) => {
    expect(regionNamed(written)).toMatchObject({ name: "westeurope", zones: 3, pair: "northeurope" });
  });

  test("that the table does not have is not made up", () => {
    expect(regionNamed("atlantis")).toBeUndefined();
    expect(regionNamed("")).toBeUndefined();
  });

  test("without zones says so", () => {
    expect(regionNamed("West US")).toMatchObject({ zones: 0, pair: "eastus" });
  });

  test("is the same however it is written", () => {
    expect(isSameRegion("West Europe", "westeurope")).toBe(true);
    expect(isSameRegion("West Europe", "northeurope")).toBe(false);
  });
});

test("the display name of every region leads to it", () => {
  for (const { name, display } of table.regions) expect(regionNamed(display)?.name).toBe(name);
});
