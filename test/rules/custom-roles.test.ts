import { expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";

const rule = "identity/unknown-role";

const granted = (role: string, custom: string) => `
variable "name" {
  type = string
}

resource "azurerm_role_definition" "own" {
  name  = ${custom}
  scope = "/subscriptions/00000000-0000-0000-0000-000000000000"
}

resource "azurerm_role_assignment" "ml" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "${role}"
  principal_id         = "11111111-1111-1111-1111-111111111111"
}
`;

test.each([
  ["a custom role of the project passes", "Notebook User", '"notebook user"', "silence"],
  ["a custom role that is called nearly like a built-in one passes", "AcrPul", '"AcrPul"', "silence"],
  ["a misspelt role is found beside a custom one", "AcrPul", '"Notebook User"', "finding"],
  ["a role that nothing is like is undecided", "Notebook User", '"Dashboard User"', "undecided"],
  ["a misspelt role may be the custom one whose name is not known", "AcrPul", "var.name", "undecided"],
])("%s", async (_, role, custom, expected) => {
  const { findings, undecided } = await lintFiles({ "main.tf": granted(role, custom) });
  const isFound = findings.some((finding) => finding.rule === rule);
  const isOpen = undecided.some((check) => check.rule === rule);
  expect(isFound ? "finding" : isOpen ? "undecided" : "silence").toBe(expected);
});
