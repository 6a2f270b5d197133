import { expect, test } from "vitest";
import { addressMeans } from "../../src/model/address.ts";
import { withoutInstanceKeys } from "../../src/model/resource.ts";

test.each([
  ["azurerm_subnet.a", "azurerm_subnet.a", true],
  ["azurerm_subnet.a", "azurerm_subnet.a[0]", true],
  ["azurerm_subnet.a[1]", "azurerm_subnet.a[0]", false],
  ["azurerm_subnet.a[0]", "azurerm_subnet.a[0]", true],
  ["azurerm_subnet.a", "azurerm_subnet.ab", false],
  ["azurerm_subnet.ab", "azurerm_subnet.a", false],
  ["module.m.azurerm_subnet.a", 'module.m["x"].azurerm_subnet.a', true],
  ['module.m["x"].azurerm_subnet.a', 'module.m["x"].azurerm_subnet.a[0]', true],
  ['module.m["y"].azurerm_subnet.a', 'module.m["x"].azurerm_subnet.a', false],
  ["module.m.azurerm_subnet.a", 'module.m["]"].azurerm_subnet.a', true],
  ["module.m.azurerm_subnet.a", 'module.m["a\\"]b"].azurerm_subnet.a', true],
  ["", "azurerm_subnet.a", false],
])("%s means %s: %s", (target, address, verdict) => {
  expect(addressMeans(target, address)).toBe(verdict);
});

test.each([
  ["azurerm_subnet.a", "azurerm_subnet.a"],
  ['module.m["a.b"].azurerm_subnet.a[0]', "module.m.azurerm_subnet.a"],
  ['x["]"]', "x"],
  ['x["a\\"]"]', "x"],
])("%s without its instance keys is %s", (address, block) => {
  expect(withoutInstanceKeys(address)).toBe(block);
});
