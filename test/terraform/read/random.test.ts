import fc from "fast-check";
import { expect, test } from "vitest";
import { SourceText } from "../../../src/model/place.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import { parseTfJson } from "../../../src/parsers/terraform/read/tf-json.ts";
import { cases } from "./cases/index.ts";

const fragments = [
  ...[
    '"',
    "${",
    "%{",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\n",
    "\r\n",
    "\r",
    "=",
    ":",
    "?",
    ".",
    "*",
    "[*]",
    "<<X\n",
    "\nX\n",
  ],
  ...[
    "<<-Y\n",
    "#",
    "//",
    "/*",
    "*/",
    "~}",
    "${~",
    "$$",
    "%%",
    "\\",
    "\\u00e9",
    " ",
    "\t",
    "a",
    "1",
    "1e9",
    "0.1",
    "-",
  ],
  ...[
    "!",
    "&&",
    "||",
    "==",
    "=>",
    "...",
    "::",
    "for ",
    "in ",
    "if ",
    "else",
    "endif",
    "é",
    "\u0301",
    "😀",
    "\ud800",
    "\0",
  ],
  ...[
    "%{if a}",
    "%{endif}",
    "%{for a in b}",
    "%{endfor}",
    ",",
    ";",
    "<",
    ">",
    "null",
    "true",
    "f(",
    "resource ",
    '"a" {\n',
  ],
];
const valid = Object.values(cases).flat();

/** Every range in a tree, as far as it is a plain one. */
function rangesIn(node: unknown, found: [number, number][]): [number, number][] {
  if (typeof node !== "object" || node === null) return found;
  const { from, to } = node as { from?: unknown; to?: unknown };
  if (typeof from === "number" && typeof to === "number") found.push([from, to]);
  for (const value of Object.values(node)) rangesIn(value, found);
  return found;
}

function checkRanges(text: string, tree: unknown): void {
  for (const [from, to] of rangesIn(tree, [])) {
    if (!(from >= 0 && from <= to && to <= text.length)) expect({ text, from, to }).toBe("a range inside the text");
  }
}

const soup = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join("")),
);

const mutated = fc
  .tuple(fc.constantFrom(...valid), fc.nat(), fc.nat(8), fc.constantFrom(...fragments, ""))
  .map(([text, where, length, fragment]) => {
    const at = text.length === 0 ? 0 : where % text.length;
    return text.slice(0, at) + fragment + text.slice(at + length);
  });

test.each([
  ["soup", soup],
  ["a mutation of a hard case", mutated],
  ["blocks of soup", soup.map((text) => `a "b" {\n  c = ${text}\n}\nd {}\n`)],
])("%s gives ranges inside the text", (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => checkRanges(text, parseHcl(new SourceText("main.tf", text)))),
    { numRuns: 3000 },
  );
});

test("JSON with any strings gives ranges inside the text", () => {
  const content = fc.dictionary(fc.constantFrom("resource", "locals", "variable", "//", "x"), fc.json({ maxDepth: 4 }));
  const texts = fc.tuple(content, soup).map(([members, text]) => {
    const inner = Object.entries(members).map(([key, value]) => `${JSON.stringify(key)}: ${value}`);
    return `{${[...inner, `"locals": ${JSON.stringify({ a: text, b: { [text]: [text] } })}`].join(", ")}}`;
  });
  fc.assert(
    fc.property(fc.oneof(texts, soup), (text) => {
      const file = parseTfJson(new SourceText("main.tf.json", text), "configuration");
      checkRanges(text, file);
      if (file.body.form !== "native") return;
      for (const block of file.body.blocks) {
        if (block.body.form === "json") for (const { expression } of block.body.members) checkRanges(text, expression);
      }
      checkRanges(text, file.problems);
    }),
    { numRuns: 2000 },
  );
});
