import { expect, test } from "vitest";
import { parse, shown } from "./parse.ts";

test.each([
  ["beside an attribute", 'resource "a" "b" {\n  x = 1 # ml-lint ignore[a]: r\n}\n', "2:1-2:31"],
  ["above an attribute", 'resource "a" "b" {\n  # ml-lint ignore[a]: r\n  x = {\n    y = 1\n  }\n}\n', "3:3-5:4"],
  ["above a block", '# ml-lint ignore[a]: r\nresource "a" "b" {\n  x = 1\n}\n', "2:1-4:2"],
  ["above a nested block", 'resource "a" "b" {\n  # ml-lint ignore[a]: r\n  y {\n  }\n}\n', "3:3-4:4"],
  ["above a module call", '// ml-lint ignore[a]: r\n\nmodule "m" {\n}\n', "3:1-4:2"],
  ["above another comment", '# ml-lint ignore[a]: r\n# more\nmodule "m" {\n}\n', "3:1-4:2"],
  [
    "above an entry of a map",
    'resource "a" "b" {\n  x = {\n    # ml-lint ignore[a]: r\n    y = 1\n    z = 2\n  }\n}\n',
    "4:5-4:10",
  ],
  ["above an item of a list", "locals {\n  x = [\n    # ml-lint ignore[a]: r\n    1,\n    2\n  ]\n}\n", "4:5-4:6"],
  [
    "above an entry of an argument",
    "locals {\n  x = f({\n    # ml-lint ignore[a]: r\n    y = 1\n  })\n}\n",
    "4:5-4:10",
  ],
  ["above nothing", 'resource "a" "b" {\n  x = 1\n  # ml-lint ignore[a]: r\n}\n', "3:1-3:25"],
])("a comment %s covers it", async (_, text, covered) => {
  const [directive, ...others] = (await parse({ "main.tf": text })).directives;
  expect(others).toEqual([]);
  expect(directive!.text).toBe("ml-lint ignore[a]: r");
  const { start, end } = directive!.covers;
  expect(`${start.line}:${start.column}-${end.line}:${end.column}`).toBe(covered);
});

test("comments in variable files count too", async () => {
  const { directives } = await parse({
    "main.tf": 'variable "a" {}\n',
    "dev.tfvars": "# ml-lint ignore[a]: r\na = 1\n",
  });
  expect(directives.map(({ covers }) => shown(covers))).toEqual(["dev.tfvars:2:1"]);
});
