import { describe, expect, test } from "vitest";
import { isNewerVersion, nearestVmSizes, vmSize } from "../../data/vm-sizes.ts";

describe("a VM size", () => {
  test.each([
    ["Standard_DS3_v2", { vcpus: 4, memoryGiB: 14, gpus: 0, retires: "2028-05-01", burstable: false }],
    ["STANDARD_ds3_V2", { name: "Standard_DS3_v2" }],
    ["Standard_E64-16s_v3", { vcpus: 16, memoryGiB: 432 }],
    ["Standard_NC6s_v3", { gpus: 1, retires: "2025-09-30" }],
    ["Standard_D3_v2", { vcpus: 4 }],
    ["Standard_B2ms", { burstable: true }],
    ["Basic_A0", { name: "Basic_A0", memoryGiB: 0.75 }],
    ["Standard_ND96is_H100_v5", { gpus: 8 }],
  ])("%s is known with what it offers", (name, expected) => {
    expect(vmSize(name)).toMatchObject(expected);
  });

  test.each(["DS3_v2", "Standard_DS5", "", "__proto__"])("%j is none", (name) => {
    expect(vmSize(name)).toBeUndefined();
  });

  test("whose memory no source states says so", () => {
    expect(vmSize("Standard_NC36ds_xl_RTXPRO6000BSE_v6")?.memoryGiB).toBeUndefined();
  });
});

describe("a misspelt VM size", () => {
  test.each([
    ["DS3_v2", ["Standard_DS3_v2"]],
    ["Standard_DS3v2", ["Standard_DS3_v2"]],
    ["Standart_NC6s_v3", ["Standard_NC6s_v3"]],
    ["t3.large", []],
  ])("%s means %j", (name, expected) => {
    expect(nearestVmSizes(name)).toEqual(expected);
  });
});

describe("a version above the highest known one", () => {
  test.each([
    ["Standard_D4s_v9", true],
    ["Standard_D4s_v7", false],
    ["Standard_NC24ads_A100_v9", true],
    ["Standard_QQ4_v9", false],
    ["Standard_D4s_v9; rm", false],
  ])("of %s: %s", (name, expected) => {
    expect(isNewerVersion(name)).toBe(expected);
  });
});
