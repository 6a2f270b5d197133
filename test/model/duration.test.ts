import { expect, test } from "vitest";
import { minutesOfIsoDuration } from "../../src/model/duration.ts";
import { compareVersions } from "../../src/model/version.ts";

test.each([
  ["PT30M", 30],
  ["PT1H30M", 90],
  ["P1D", 1440],
  ["P3D", 4320],
  ["P1W", 10080],
  ["PT90S", 1.5],
  ["PT0.5S", 0.5 / 60],
  ["P1DT1H", 1500],
  ["30m", undefined],
  ["1h", undefined],
  ["PT", undefined],
  ["P", undefined],
  ["P1DT", undefined],
  ["PT30", undefined],
  ["pt30m", undefined],
  ["", undefined],
  ["P1Y", undefined],
])("%j lasts %s minutes", (text, minutes) => {
  expect(minutesOfIsoDuration(text)).toBe(minutes);
});

test.each([
  ["4.81.0", "4.9.0", 1],
  ["4.0.0", "4.0.0", 0],
  ["3.117.1", "4.0.0", -1],
  ["4", "4.0.0", 0],
  ["2025-03-01", "2024-11-01", 1],
  ["2023-05-01-preview", "2023-05-01", 0],
])("%s against %s is %i", (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order);
});
