import { describe, expect, test } from "vitest";
import { comparePlaces, Excerpt, type Place, placeKey, SourceText } from "../../src/model/place.ts";

const plain = ({ file, start, end }: Place) => ({ file, start, end });

describe("positions in a text", () => {
  const text = new SourceText("a.tf", "one\ntwo\r\n\nfour");
  test.each([
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [8, 2, 5],
    [9, 3, 1],
    [10, 4, 1],
    [14, 4, 5],
  ])("offset %i is line %i, column %i, and back", (offset, line, column) => {
    expect(text.position(offset)).toEqual({ line, column });
    expect(text.offset({ line, column })).toBe(offset);
  });

  test("beyond the end stay within the text", () => {
    expect(text.offset({ line: 99, column: 1 })).toBeLessThanOrEqual(14);
    expect(text.offset({ line: 4, column: 99 })).toBe(14);
  });

  test("count UTF-16 code units", () => {
    expect(new SourceText("a", "😀x").position(2)).toEqual({ line: 1, column: 3 });
  });

  test("of an empty text begin at the first line", () => {
    expect(new SourceText("a", "").position(0)).toEqual({ line: 1, column: 1 });
  });
});

describe("an excerpt", () => {
  // The script stands in lines 2 and 3, indented by four.
  const outer = new SourceText("ci.yml", "run: |\n    az ml\n    ls\n");
  const script = new Excerpt(outer, "az ml\nls\n", [
    { inner: 0, outer: 11 },
    { inner: 6, outer: 21 },
  ]);

  test("has the places of the file it stands in", () => {
    expect(plain(script.place(3, 5))).toEqual({
      file: "ci.yml",
      start: { line: 2, column: 8 },
      end: { line: 2, column: 10 },
    });
    expect(plain(script.place(6, 8))).toMatchObject({ start: { line: 3, column: 5 }, end: { line: 3, column: 7 } });
  });

  test("has places over its stretches", () => {
    expect(plain(script.place(0, 8))).toMatchObject({ start: { line: 2, column: 5 }, end: { line: 3, column: 7 } });
  });

  test("of an excerpt still has the places of the file", () => {
    const inner = new Excerpt(script, "ls", [{ inner: 0, outer: 6 }]);
    expect(plain(inner.place(0, 2))).toEqual(plain(script.place(6, 8)));
  });

  test("has empty places", () => {
    const { start, end } = script.place(6, 6);
    expect(start).toEqual(end);
  });
});

test("places are ordered by file, start and end, and equal ones have equal keys", () => {
  const text = new SourceText("b", "abc\ndef");
  const places = [text.place(4, 5), text.place(0, 3), text.place(0, 1), new SourceText("a", "xy").place(1, 2)];
  expect([...places].sort(comparePlaces).map(placeKey)).toEqual(["a:1:2-1:3", "b:1:1-1:2", "b:1:1-1:4", "b:2:1-2:2"]);
  expect(JSON.parse(JSON.stringify(text.place(0, 1)))).toEqual(plain(text.place(0, 1)));
});
