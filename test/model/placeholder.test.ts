import { expect, test } from "vitest";
import { holdsPlaceholder, isPlaceholder, isSampleSecret } from "../../src/model/placeholder.ts";

test.each([
  ["{compute_name}", true],
  ["prefix-{{ name }}", true],
  ["$" + "{NAME}", true],
  ["#{NAME}#", true],
  ["$(name)-cluster", true],
  ["<your-name>", true],
  ["%NAME%", true],
  ["__NAME__", true],
  ["GEN-PASSWORD", true],
  ["gpu_cluster", false],
  ["gpu__cluster", false],
  ["100%", false],
  ["a>b<c", false],
  ["{}", false],
  ["", false],
])("%j holds a placeholder: %s", (text, verdict) => {
  expect(holdsPlaceholder(text)).toBe(verdict);
});

test.each([
  ["{password}", true],
  ["{{ password }}", true],
  ["$" + "{PASSWORD}", true],
  ["#{PASSWORD}#", true],
  ["$(PASSWORD)", true],
  ["<password>", true],
  ["__PASSWORD__", true],
  ["GEN-PASSWORD", true],
  ["correct{horse}7", false],
  ["__", false],
  ["%", false],
  ["", false],
])("%j is a placeholder as a whole: %s", (text, verdict) => {
  expect(isPlaceholder(text)).toBe(verdict);
});

test.each<[string, boolean]>([
  ["<password>", true],
  ["$(password)", true],
  ["changeme", true],
  ["your-secret-here", true],
  ["XXXXXXXX", true],
  ["sv=XXXX&sig=XXXXXXXXXXXXXXXXXXXXXXXX", true],
  ["********", true],
  ["hunter2", false],
  ["bm90IGEgcmVhbCBrZXk=", false],
])("whether %s is the sample of a secret", (text, expected) => {
  expect(isSampleSecret(text)).toBe(expected);
});
