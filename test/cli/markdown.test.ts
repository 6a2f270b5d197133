import { expect, test } from "vitest";
import { renderMarkdown } from "../../src/cli/rules/markdown.ts";
import { plainStyle, unicodeMarks } from "../../src/report/text/style.ts";

test.each([
  ["a heading and a paragraph", "## Bad\n\nOne\ntwo.\n", "BAD\n\nOne two."],
  ["a paragraph that is too long", "one two three four five", "one two three four\nfive"],
  ["a list", "- one two three four five\n- [a](https://b)\n", "- one two three four\n  five\n- a <https://b>"],
  [
    "code",
    "Text:\n\n```terraform main.tf\na = 1\n\n  b  =  2\n```\n\nEnd",
    "Text:\n\n    main.tf\n    a = 1\n\n      b  =  2\n\nEnd",
  ],
  ["code without an end", "```\na", "    a"],
  ["marks", "Set `a` and **b**.", "Set a and b."],
])("%s", (_name, text, shown) => {
  expect(renderMarkdown(text, plainStyle(unicodeMarks), 20)).toBe(shown);
});
