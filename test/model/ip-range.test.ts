import { expect, test } from "vitest";
import { parseIpRange, rangesOverlap, usableAddresses } from "../../src/model/ip-range.ts";

test.each([
  ["10.0.0.0/24", { first: 167772160, size: 256 }],
  ["10.0.0.77/24", { first: 167772160, size: 256 }],
  ["255.255.255.255/32", { first: 4294967295, size: 1 }],
  ["0.0.0.0/0", { first: 0, size: 4294967296 }],
  ["10.0.0.256/24", undefined],
  ["10.0.0.0/33", undefined],
  ["10.0.0.0", undefined],
  ["fd00::/64", undefined],
  ["", undefined],
])("%s is the range %o", (text, range) => {
  expect(parseIpRange(text)).toEqual(range);
});

test.each([
  ["172.17.4.0/24", "172.17.0.0/16", true],
  ["172.16.0.0/12", "172.17.0.0/16", true],
  ["172.18.0.0/16", "172.17.0.0/16", false],
  ["172.16.0.0/16", "172.17.0.0/16", false],
])("%s overlaps %s: %s", (one, other, verdict) => {
  expect(rangesOverlap(parseIpRange(one)!, parseIpRange(other)!)).toBe(verdict);
});

test.each([
  ["10.0.0.0/24", 251],
  ["10.0.0.0/29", 3],
  ["10.0.0.0/30", 0],
])("machines can have the addresses of %s but five: %i", (text, addresses) => {
  expect(usableAddresses(parseIpRange(text)!)).toBe(addresses);
});
