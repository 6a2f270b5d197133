import { describe, expect, test } from "vitest";
import { armBranchWith, writeInArm } from "../../src/engine/fix/arm-branch.ts";
import type { FixLanguage, Scalar } from "../../src/engine/fix/literal.ts";
import { branchWith, rewritten } from "../../src/engine/fix/rewrite.ts";

describe("a literal is rewritten", () => {
  test.each<[string, FixLanguage, Scalar | null, Scalar, string | undefined]>([
    ["true", "hcl", true, false, "false"],
    ["false", "hcl", true, false, "true"],
    ["true", "hcl", false, false, undefined],
    ['"true"', "hcl", true, false, '"false"'],
    ['"True"', "hcl", "True", false, '"False"'],
    ['"TRUE"', "json", "TRUE", false, '"FALSE"'],
    ["2", "hcl", 2, 0, "0"],
    ['"2"', "hcl", "2", 0, '"0"'],
    ["3", "hcl", 2, 0, undefined],
    ['"a${b}"', "hcl", "ab", "c", undefined],
    ["var.on", "hcl", true, false, undefined],
    ["[parameters('a')]", "json", true, false, undefined],
    ["'a'", "yaml", "a", "b", "'b'"],
    ["a", "yaml", "a", "on", '"on"'],
    ["a", "command", "a", "b", "b"],
    ["'a'", "command", "a", "b", "'b'"],
    ['"$A"', "command", "a", "b", undefined],
    ["a", "command", "a", "b c", undefined],
    ["", "hcl", null, true, undefined],
    ["null", "hcl", null, true, "true"],
  ])("%s in %s, which makes %s and should make %s", (text, language, was, value, after) => {
    expect(rewritten(text, language, was, value)).toBe(after);
  });
});

describe("the branch of a conditional", () => {
  test.each<[string, Scalar, string | undefined]>([
    ["a ? 2 : 0", 2, "2"],
    ["a ? 2 : 0", 0, "0"],
    ["a ? 2 : 2", 2, undefined],
    ["( a ? 2 : 0 )", 2, "2"],
    ["((a) ? (2) : 0)", 2, undefined],
    ["a ? 1 : b ? 2 : 3", 2, "2"],
    ['a == "x ? 2 : 0" ? "2" : "0"', "2", '"2"'],
    ["a ? f(b ? 2 : 1) : 0", 2, undefined],
    ["a ? true : var.b", true, "true"],
    ["{ a : 2 }", 2, undefined],
    ["a ? {", 2, undefined],
    ["2", 2, undefined],
  ])("%s that makes %s", (text, value, branch) => {
    const found = branchWith(text, value);
    expect(found && text.slice(found.from, found.to)).toBe(branch);
  });
});

describe("the branch of a condition of ARM", () => {
  test.each<[string, Scalar, string | undefined]>([
    ["[if(equals(parameters('a'), 'b'), 2, 0)]", 2, "2"],
    ["[if(equals(parameters('a'), 'b'), true(), false())]", true, "true()"],
    ["[IF (parameters('a'), 'x', 'y')]", "y", "'y'"],
    ["[if(parameters('a'), 1, if(parameters('b'), 2, 3))]", 2, "2"],
    ["[if(parameters('a'), 2, 2)]", 2, undefined],
    ["[if(2, 1, 0)]", 2, undefined],
    ["[add(2, 1)]", 2, undefined],
    ["[notIf(a, 2, 1)]", 2, undefined],
    ["[if(equals('if(a, 2', 'b'), 2, 0)]", 2, "2"],
    ["[if(parameters('a'), 'it''s', 'b')]", "it's", undefined],
    ["[[if(a, 2, 1)]", 2, undefined],
    ["[if(a, 2", 2, undefined],
    ["[if(a, 'b", 2, undefined],
  ])("%s that makes %s", (expression, value, branch) => {
    const text = `"${expression}"`;
    const found = armBranchWith(text, value);
    expect(found && text.slice(found.from, found.to)).toBe(branch);
  });

  test.each<[Scalar, string | undefined]>([
    [true, "true()"],
    [3, "3"],
    [0.5, undefined],
    ["TLS1_2", "'TLS1_2'"],
    ["it's", undefined],
  ])("takes %s as %s", (value, written) => {
    expect(writeInArm(value)).toBe(written);
  });
});
