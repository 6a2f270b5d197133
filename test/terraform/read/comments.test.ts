import { expect, test } from "vitest";
import { SourceText } from "../../../src/model/place.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";

test.each([
  ["# ml-lint ignore[a/b]: c\na = 1\n", "ml-lint ignore[a/b]: c", true],
  ["a = 1 // ml-lint ignore[a/b]: c\r\n", "ml-lint ignore[a/b]: c", false],
  ["  /* ml-lint x */  \na = 1\n", "ml-lint x", true],
  ["/* ml-lint x */ a = 1\n", "ml-lint x", false],
  ["a = b # ml-lint x", "ml-lint x", false],
  ["a = b.c /* ml-lint x */ .d\n", "ml-lint x", false],
  ["a = b /* ml-lint x */ :: c()\n", "ml-lint x", false],
  ["a = [\n  # ml-lint x\n  1,\n]\n", "ml-lint x", true],
  ["a {\n  # ml-lint x\n}\n", "ml-lint x", true],
  ['a = "${b # ml-lint x\n}"\n', "ml-lint x", false],
  ["a = = 1\n# ml-lint x\nb = 1\n", "ml-lint x", true],
  ["a {\n# ml-lint x\nb {}\n", "ml-lint x", true],
])("the comment in %j is found once", (text, comment, alone) => {
  const { comments } = parseHcl(new SourceText("main.tf", text));
  expect(comments).toMatchObject([{ text: comment, alone }]);
  expect(text.slice(comments[0]!.from, comments[0]!.to)).toMatch(/^(?:#|\/\/|\/\*).*ml-lint/);
});

test.each(["# nothing\n", 'a = "# ml-lint x"\n', "a = <<X\n# ml-lint x\nX\n"])(
  "%j has no comment for ml-lint",
  (text) => {
    expect(parseHcl(new SourceText("main.tf", text)).comments).toEqual([]);
  },
);
