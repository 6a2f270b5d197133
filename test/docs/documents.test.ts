import { describe, expect, test } from "vitest";
import { playDocument } from "../../scripts/documents.ts";

const inEmptyFolder = "<!-- in an empty folder -->\n\n";
const console = (...lines: string[]) => `\`\`\`console\n${lines.join("\n")}\n\`\`\`\n`;
const played = (document: string) => playDocument(document, "page.md");

describe("a document that shows commands", () => {
  test("shows what they print now", () => {
    expect(played(`${inEmptyFolder}${console("$ echo one", "two")}`)).toBe(
      `${inEmptyFolder}${console("$ echo one", "one")}`,
    );
  });

  test("has all commands of a block answered", () => {
    expect(played(`${inEmptyFolder}${console("$ echo one", "$ echo two")}`)).toContain(
      "$ echo one\none\n$ echo two\ntwo\n",
    );
  });

  test("stays in its folder from one block to the next", () => {
    const first = console("$ echo kept > note.txt");
    expect(played(`${inEmptyFolder}${first}\n${console("$ cat note.txt", "lost")}`)).toContain(
      "$ cat note.txt\nkept\n",
    );
  });

  test("begins anew where it names a folder", () => {
    const first = `${inEmptyFolder}${console("$ echo kept > note.txt")}`;
    expect(played(`${first}\n${inEmptyFolder}${console("$ ls")}`)).toMatch(/\$ ls\n```\n$/);
  });

  test("runs what comes before without showing it", () => {
    const place = "<!-- in an empty folder, after: echo kept > note.txt -->\n\n";
    expect(played(`${place}${console("$ cat note.txt")}`)).toBe(`${place}${console("$ cat note.txt", "kept")}`);
  });

  test("copies a folder of the repository", () => {
    const place = "<!-- in a copy of examples/platform -->\n\n";
    expect(played(`${place}${console("$ ls environments")}`)).toContain("dev.tfvars\nprod.tfvars\n");
  });

  test("leaves alone what is not run", () => {
    const block = "<!-- not run: it needs GitHub -->\n\n```sh\nexit 7\n```\n";
    expect(played(block)).toBe(block);
  });

  test.each([
    ["a block without a place", console("$ ls"), "nothing says where ls is to be run"],
    ["a place that is none", `<!-- somewhere -->\n\n${console("$ ls")}`, '"somewhere" names no place'],
    ["a block without a command", `${inEmptyFolder}${console("ls")}`, "has no command"],
    ["a command that breaks", `${inEmptyFolder}${console("$ exit 7")}`, "exit 7 ends with 7"],
    ["a block of sh without a reason", "```sh\nls\n```\n", 'why it is "not run"'],
  ])("refuses %s", (_what, document, message) => {
    expect(() => played(document)).toThrow(message);
  });
});
