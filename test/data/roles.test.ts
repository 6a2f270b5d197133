import { expect, test } from "vitest";
import { retirements } from "../../data/retirements.ts";
import { nearestRoles, roleNamed, roleWithId } from "../../data/roles.ts";

test.each(["Owner", "owner", "OWNER"])("the role %s is found whatever its case", (name) => {
  expect(roleNamed(name)).toMatchObject({ id: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", privileged: true });
});

test("a role is found by its id", () => {
  expect(roleWithId("B24988AC-6180-42A0-AB88-20F7382DD24C")?.name).toBe("Contributor");
  expect(roleWithId("00000000-0000-0000-0000-000000000000")).toBeUndefined();
});

test("a misspelt role suggests the nearest", () => {
  expect(nearestRoles("AzureML Data Scientst")).toEqual(["AzureML Data Scientist"]);
  expect(nearestRoles("Emperor of the Universe")).toEqual([]);
});

test("every retirement has a date that can be compared with today's", () => {
  for (const { date } of Object.values(retirements)) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
