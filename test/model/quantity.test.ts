import { describe, expect, test } from "vitest";
import { parseQuantity } from "../../src/model/quantity.ts";

describe("a quantity is the number that Kubernetes reads", () => {
  test.each([
    ["0", 0],
    ["1", 1],
    ["0.6", 0.6],
    [".5", 0.5],
    ["1.", 1],
    ["+1", 1],
    ["-1", -1],
    ["100m", 0.1],
    ["700m", 0.7],
    ["1500m", 1.5],
    ["5u", 0.000005],
    ["5n", 0.000000005],
    ["2k", 2000],
    ["128M", 128_000_000],
    ["1G", 1e9],
    ["1T", 1e12],
    ["1P", 1e15],
    ["1E", 1e18],
    ["1Ki", 1024],
    ["1500Mi", 1500 * 1024 * 1024],
    ["2Gi", 2147483648],
    ["1Ti", 2 ** 40],
    ["1Pi", 2 ** 50],
    ["1Ei", 2 ** 60],
    ["1.5Gi", 1610612736],
    ["1e3", 1000],
    ["1E3", 1000],
    ["12e-1", 1.2],
    ["1e+2", 100],
  ])("%s", (text, number) => {
    expect(parseQuantity(text)).toBe(number);
  });
});

describe("what is no quantity", () => {
  test.each([
    [""],
    [" "],
    ["two"],
    ["2 Gi"],
    ["2GB"],
    ["2gi"],
    ["2K"],
    ["2mi"],
    ["2MiB"],
    ["Gi"],
    ["1,5"],
    ["1e"],
    ["1e3Gi"],
    ["0x10"],
    ["1.2.3"],
    ["--1"],
    ["1".repeat(100)],
  ])("%j", (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

test("the same amount is the same number, however it is written", () => {
  expect(parseQuantity("100m")).toBe(parseQuantity("0.1"));
  expect(parseQuantity("1024Mi")).toBe(parseQuantity("1Gi"));
});
