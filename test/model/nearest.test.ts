import { expect, test } from "vitest";
import { allNearest, nearest } from "../../src/model/nearest.ts";

test.each([
  ["Ture", ["True", "False"], "True"],
  ["loadbalancr", ["loadBalancer", "nodePort"], "loadBalancer"],
  ["enableTrainnig", ["enableTraining", "enableInference"], "enableTraining"],
  ["External", ["loadBalancer", "nodePort", "clusterIP"], undefined],
  ["x", [], undefined],
  ["", ["a"], "a"],
])("the word nearest to %j in %j is %j", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test("all equally near words are named, so that a fix can tell whether there is a choice", () => {
  expect(allNearest("Standard_DS0_v2", ["Standard_DS1_v2", "Standard_DS3_v2", "Standard_DS13_v2"])).toEqual([
    "Standard_DS1_v2",
    "Standard_DS3_v2",
  ]);
});

test("a word of any length costs nothing", () => {
  expect(nearest("a".repeat(1_000_000), ["a"])).toBeUndefined();
});
