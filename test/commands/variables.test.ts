import { describe, expect, test } from "vitest";
import { bodyOf, entryAt, onlyDeclaration, textAt } from "./reading.ts";

const create = "az ml compute create -n";

function nameIn(script: string, file = "deploy.sh"): unknown {
  return bodyOf(onlyDeclaration(script, file)).name;
}

describe("a variable is known when the script says what it holds", () => {
  test.each<[string, string, string]>([
    ["assigned before", `N=a\n${create} $N`, "a"],
    ["in quotes", `N="a b"\n${create} "$N"`, "a b"],
    ["in braces", `N=a\n${create} \${N}-b`, "a-b"],
    ["exported", `export N=a\n${create} $N`, "a"],
    ["through another", `A=a\nN=$A-b\n${create} $N`, "a-b"],
    ["the last one", `N=a\nN=b\n${create} $N`, "b"],
    ["appended to", `N=a\nN+=b\n${create} $N`, "ab"],
    ["in capitals", `N=a\n${create} \${N^^}`, "A"],
    ["in small letters", `N=A\n${create} \${N,,}`, "a"],
    ["a fallback", `${create} \${N:-a}`, "a"],
    ["its own fallback", `N=\${N:-a}\n${create} $N`, "a"],
    ["a fallback that is not needed", `N=a\n${create} \${N:-b}`, "a"],
    ["a script's argument with a fallback", `N=\${1:-a}\n${create} $N`, "a"],
    ["the same in both branches", `if x; then N=a; else N=a; fi\nN=a\n${create} $N`, "a"],
    ["in its own branch", `N=b\nif x; then N=a; ${create} $N; fi`, "a"],
    ["not from the other branch", `N=a\nif x; then N=b; else ${create} $N; fi`, "a"],
    ["not from a subshell", `N=a\n(N=b)\n${create} $N`, "a"],
    ["set after a function that uses it", `f() { ${create} $N; }\nN=a\nf`, "a"],
    ["after &&", `cd x && N=a\n${create} $N`, "a"],
    ["an item of words", `ALL="-n a"\naz ml compute create $ALL`, "a"],
    ["an array", `ARGS=(-n a)\naz ml compute create "\${ARGS[@]}"`, "a"],
    ["an array that grows", `ARGS=(--size s)\nARGS+=(-n a)\naz ml compute create "\${ARGS[@]}"`, "a"],
  ])("%s", (_, script, name) => {
    expect(nameIn(script)).toBe(name);
  });
});

describe("a variable is unknown when it may hold something else", () => {
  test.each<[string, string, string]>([
    ["never set", `${create} $N`, "? $N is not set in deploy.sh"],
    ["only sometimes set", `if x; then N=a; fi\n${create} $N`, "? $N is not set in deploy.sh"],
    ["set in two ways", `N=a\nif x; then N=b; fi\n${create} $N`, "? $N is set in several ways"],
    ["set after a test", `N=a\n[ -z "$X" ] && N=b\n${create} $N`, "? $N is set in several ways"],
    ["changed later in a loop", `N=a\nwhile x; do ${create} $N; N=b; done`, "? $N is set in several ways"],
    ["read", `read N\n${create} $N`, "? $N takes its value when the script runs"],
    ["a loop's", `for N in a b; do ${create} $N; done`, "? $N takes its value when the script runs"],
    ["an output", `N=$(date)\n${create} $N`, "? a command's output is not known"],
    ["an argument", `${create} "$1"`, "? $1 is an argument of the script"],
    ["an argument of a function", `f() { ${create} \${1:-a}; }\nf b`, "? $1 is an argument of a function"],
    [
      "an argument of a function in full",
      `function f() { ${create} \${1:-a}; }\nf b`,
      "? $1 is an argument of a function",
    ],
    ["an expansion", `N=a.b\n${create} \${N%.b}`, "? ${N%.b} is not evaluated"],
    ["an empty fallback", `${create} \${N:-}`, "? ${N:-} is not evaluated"],
  ])("%s", (_, script, name) => {
    expect(nameIn(script)).toBe(name);
  });
});

test("the trail leads from the use through other variables to the literal", () => {
  const text = `BASE=prod\nNAME="$BASE-cluster"\n${create} "$NAME"\n`;
  const { value } = entryAt(onlyDeclaration(text), "name");
  const files = { "deploy.sh": text };
  expect(textAt(files, value.at)).toBe("$NAME");
  expect(value.trail.map((step) => [textAt(files, step.at), step.text])).toEqual([
    ["$BASE", "$BASE"],
    ["prod", "$BASE, set in deploy.sh"],
    ["-cluster", "$NAME, set in deploy.sh"],
  ]);
});

test("what is known of a text stays known", () => {
  const { value } = entryAt(onlyDeclaration(`${create} "prod-$N-x"`), "name");
  expect(value).toMatchObject({ form: "undecided", pieces: ["prod-", { token: "deploy.sh@N" }, "-x"] });
});

test("the same unset variable is the same text wherever it stands", () => {
  const { body } = onlyDeclaration(`az ml compute create -n "$N" -w "$N"`);
  const pieces = ["name", "workspace-name"].map((name) => {
    const value = body.entries.get(name)!.value;
    return value.form === "undecided" ? value.pieces : undefined;
  });
  expect(pieces[0]).toEqual(pieces[1]);
});

test("two placeholders are not the same text", () => {
  const { body } = onlyDeclaration("az ml compute create -n <name> -w <name>");
  const tokens = ["name", "workspace-name"].map((name) => JSON.stringify(body.entries.get(name)!.value));
  expect(tokens[0]).not.toBe(tokens[1]);
});

test("variables that grow without end are given up", () => {
  const doubled = Array.from({ length: 60 }, () => 'X="$X$X"').join("\n");
  expect(nameIn(`X=ab\n${doubled}\n${create} "$X"`)).toMatch(/^\? \$X is too long to follow/);
});

test("variables that depend on themselves are given up", () => {
  expect(nameIn(`while x; do A=$B; B=$A; ${create} "$A"; done`)).toMatch(/^\? /);
});
