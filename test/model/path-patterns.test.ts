import fc from "fast-check";
import ignore from "ignore";
import { describe, expect, test } from "vitest";
import { matchesName } from "../../src/model/name-pattern.ts";
import { PathPatterns } from "../../src/model/path-patterns.ts";

const covers = (patterns: readonly string[], path: string, base = "") => new PathPatterns(patterns, base).cover(path);

describe("a pattern of files", () => {
  test.each([
    ["main.tf", "main.tf", true],
    ["main.tf", "a/b/main.tf", true],
    ["/main.tf", "a/main.tf", false],
    ["./a", "a/main.tf", true],
    ["a", "a/b/c.tf", true],
    ["a", "b/a", true],
    ["a/", "b/a", false],
    ["a/", "b/a/c", true],
    ["a/b", "a/b/c.tf", true],
    ["a/b", "x/a/b/c.tf", false],
    ["**/a/b", "x/a/b/c.tf", true],
    ["a/**", "a/b/c", true],
    ["a/**", "a", false],
    ["a/**/c", "a/c", true],
    ["a/**/c", "a/b/b/c", true],
    ["*.tf", "a/main.tf", true],
    ["*.tf", "a/main.tfvars", false],
    ["a/*.tf", "a/b/main.tf", false],
    ["ma?n.tf", "main.tf", true],
    ["[lm]ain.tf", "main.tf", true],
    ["[!lm]ain.tf", "main.tf", false],
    ["[a-n]ain.tf", "main.tf", true],
    ["[ain.tf", "[ain.tf", true],
    ["\\*.tf", "a.tf", false],
    ["\\*.tf", "*.tf", true],
    ["übung/*", "übung/a", true],
  ])("%s on %s: %s", (pattern, path, expected) => {
    expect(covers([pattern], path)).toBe(expected);
  });

  test("that is negated takes out again what an earlier one chose", () => {
    const patterns = ["modules/**", "!modules/shared"];
    expect(covers(patterns, "modules/a/main.tf")).toBe(true);
    expect(covers(patterns, "modules/shared/main.tf")).toBe(false);
    expect(covers([...patterns].reverse(), "modules/shared/main.tf")).toBe(true);
  });

  test("is relative to its folder, and covers nothing outside", () => {
    expect(covers(["/a"], "infra/a/main.tf", "infra")).toBe(true);
    expect(covers(["a"], "a/main.tf", "infra")).toBe(false);
    expect(covers(["**"], "infrastructure/main.tf", "infra")).toBe(false);
  });

  test("that matches none of the files is idle", () => {
    expect(new PathPatterns(["a", "!b", "c"], "").idleAmong(["a/x", "c"])).toEqual([1]);
  });

  test("chooses what git would, where nothing is negated", () => {
    const piece = fc.constantFrom("a", "b", "ab", "*", "**", "?", "a*", "*b", "[ab]", "[!a]", "a*b");
    const names = fc.constantFrom("a", "b", "ab", "aab", "abb", "c");
    const pattern = fc
      .tuple(fc.constantFrom("", "/"), fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom("", "/"))
      .map(([start, pieces, end]) => `${start}${pieces.join("/")}${end}`);
    const path = fc.array(names, { minLength: 1, maxLength: 5 }).map((each) => each.join("/"));
    fc.assert(
      fc.property(pattern, path, (one, file) => {
        expect(covers([one], file), `${one} on ${file}`).toBe(ignore().add(one).ignores(file));
      }),
      { numRuns: 3000 },
    );
  });

  test.each(["*a".repeat(40), "**/".repeat(40)])("of many stars ends soon: %s", (pattern) => {
    const path = `${"a".repeat(200)}/`.repeat(20);
    expect(covers([`${pattern}b/x`], `${path}c`)).toBe(false);
  });
});

test.each([
  ["a", "a", true],
  ["a*", "abc", true],
  ["*[0]*", "x.y[0].z", true],
  ["a.b", "axb", false],
  ["*", "", true],
  ["live-*", "live", false],
])("the name %s fits %s: %s", (pattern, name, expected) => {
  expect(matchesName(pattern, name)).toBe(expected);
});
