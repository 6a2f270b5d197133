import { describe, expect, test } from "vitest";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { type FrameOptions, frameOf } from "../../src/report/frame.ts";
import { unicodeMarks } from "../../src/report/text/style.ts";

const options: FrameOptions = { width: 60, marks: unicodeMarks, masked: false };

/** The frame of what stands between « and » in a text. */
function framed(marked: string, changes: Partial<FrameOptions> = {}): string[] {
  const from = marked.indexOf("«");
  const to = marked.indexOf("»") - 1;
  const texts = new Texts(new MemoryFiles({ a: marked.replace("«", "").replace("»", "") }));
  const frame = frameOf(texts.get("a")!.place(from, to), texts, { ...options, ...changes })!;
  return [`${frame.line}`, frame.code, frame.underline];
}

describe("a line of code with its value underlined", () => {
  test.each<[string, string, string[]]>([
    ["in the middle", "a\nb = «true» # c\nd", ["2", "b = true # c", "    ━━━━"]],
    ["at both ends", "«a»", ["1", "a", "━"]],
    ["with nothing in it", "a = «»", ["1", "a = ", "    ━"]],
    ["on an empty file", "«»", ["1", "", "━"]],
    ["with Windows line ends", "a\r\nb = «1»\r\n", ["2", "b = 1", "    ━"]],
    ["behind tabs", "\ta\tb = «1»", ["1", "    a   b = 1", "            ━"]],
    ["with a tab inside", "a = «1\t2» b", ["1", "a = 1   2 b", "    ━━━━━"]],
    ["behind wide characters", "名前 = «値» 🚀", ["1", "名前 = 値 🚀", "       ━━"]],
    ["over several lines", "a = «[\n  1\n]»\n", ["1", "a = [", "    ━ to line 3"]],
    ["with control characters", "a\u001b[31m = «b\u0007»", ["1", "a\ufffd[31m = b\ufffd", "         ━━"]],
    ["with a turned direction", "\u202ea = «b»", ["1", "\ufffda = b", "     ━"]],
    ["with a command to a pipeline", "«##vso[x]»", ["1", "#\ufffdvso[x]", "━━━━━━━━"]],
  ])("%s", (_name, marked, expected) => {
    expect(framed(marked)).toEqual(expected);
  });

  test("a secret and what follows it are masked", () => {
    expect(framed('password = «"hunter2"» # hunter2', { masked: true })).toEqual([
      "1",
      "password = ••••••••",
      "           ━━━━━━━━",
    ]);
  });
});

describe("a line that is too long", () => {
  const width = (text: string) => [...text].length;

  test.each([
    ["a value in the middle", `${"a".repeat(100)} «value» ${"b".repeat(100)}`],
    ["a value at the start", `«value» ${"b".repeat(100)}`],
    ["a value at the end", `${"a".repeat(100)} «value»`],
    ["a value that is too long itself", `x = «value${"a".repeat(100)}» y`],
    ["a huge line", `${"a".repeat(100_000)} «value» ${"b".repeat(100_000)}`],
    ["an indented line", `${" ".repeat(80)}«value»${"b".repeat(100)}`],
  ])("%s", (_name, marked) => {
    const [, code, underline] = framed(marked) as [string, string, string];
    expect(width(code)).toBeLessThanOrEqual(60);
    expect(code).toContain("…");
    const start = underline.indexOf("━");
    expect(code.slice(start, start + 5)).toBe("value");
  });

  test("ten megabytes on one line take no time", () => {
    const start = performance.now();
    framed(`${"a".repeat(10_000_000)}«value»`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test("a file that cannot be read has no frame", () => {
  const at = { file: "none", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  expect(frameOf(at, new Texts(new MemoryFiles({})), options)).toBeUndefined();
});

test("a place behind the end of its file does not fail", () => {
  const at = { file: "a", start: { line: 9, column: 9 }, end: { line: 9, column: 12 } };
  expect(frameOf(at, new Texts(new MemoryFiles({ a: "x\ny" })), options)).toMatchObject({ line: 9 });
});
