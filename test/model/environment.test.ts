import { describe, expect, test } from "vitest";
import {
  type Environment,
  environmentNamed,
  environmentNameInPath,
  environmentsThatMeet,
  tierOfName,
} from "../../src/model/environment.ts";

describe("the tier of a name", () => {
  test.each([
    ["prod", "production"],
    ["PRD", "production"],
    ["live", "production"],
    ["prod2", "production"],
    ["prod-weu", "production"],
    ["myProdEnv", "production"],
    ["MLProd", "production"],
    ["dev", "non-production"],
    ["qa.eu", "non-production"],
    ["nonprod", "non-production"],
    ["non-prod", "non-production"],
    ["not_production", "non-production"],
    ["preProd", "non-production"],
    ["pre-production", "non-production"],
    ["prod-test", "non-production"],
    ["test_prod", "production"],
    ["acc1", "non-production"],
    ["product", undefined],
    ["reproduction", undefined],
    ["latest", undefined],
    ["default", undefined],
    ["", undefined],
  ])("%j is %s", (name, tier) => {
    expect(tierOfName(name)).toBe(tier);
  });

  test("of a hostile name is found in linear time", () => {
    const started = performance.now();
    tierOfName("A".repeat(200_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("the environment a path names", () => {
  test.each([
    ["live/prod", "prod"],
    ["live/prod/network", "prod"],
    ["live/network", undefined],
    ["infra/live", "live"],
    ["./envs/dev/", "dev"],
    ["modules/storage", undefined],
    ["prod/modules/test", "test"],
    ["", undefined],
  ])("%j is %j", (path, name) => {
    expect(environmentNameInPath(path)).toBe(name);
  });
});

test.each([
  ["blue", undefined, "unclassified"],
  ["blue", "production", "production"],
  ["dev", "production", "non-production"],
  ["blue", "green", "unclassified"],
])("the environment %j with the hint %j is %s", (name, hint, tier) => {
  expect(environmentNamed(name, hint)).toEqual({ name, tier });
});

describe("the environments of a target that a source meets", () => {
  const named = (...names: string[]): Environment[] => names.map((name) => environmentNamed(name));
  test.each([
    ["prod", ["dev", "prod"], ["prod"]],
    ["prd", ["dev", "prod-eu", "prod-us"], ["prod-eu", "prod-us"]],
    ["prod", ["prod", "prod-us"], ["prod"]],
    ["default", ["dev", "prod"], ["dev", "prod"]],
    ["prod", ["default"], ["default"]],
    ["prod", ["dev", "default"], ["default"]],
    ["prod", ["dev"], []],
    ["default", ["default"], ["default"]],
    ["blue", ["green", "prod"], ["green"]],
    ["prod", [], []],
  ])("%s among %j: %j", (source, targets, met) => {
    const found = environmentsThatMeet(environmentNamed(source), named(...targets));
    expect(found.map(({ name }) => name)).toEqual(met);
  });
});
