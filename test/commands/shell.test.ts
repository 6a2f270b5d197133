import { describe, expect, test } from "vitest";
import { SourceText } from "../../src/model/place.ts";
import { Script } from "../../src/parsers/commands/script.ts";
import { readShell } from "../../src/parsers/commands/shell.ts";

function read(text: string): Script {
  const script = new Script();
  readShell(new SourceText("deploy.sh", text), script);
  return script;
}

function commands(text: string): string[] {
  return read(text).commands.map(({ words }) => words.map(({ from, to }) => text.slice(from, to)).join("|"));
}

describe("commands and their words", () => {
  test.each<[string, string, string[]]>([
    ["one", "az ml job create -f job.yml", ["az|ml|job|create|-f|job.yml"]],
    ["quotes", `az x --a 'b c' --d "e f"g`, [`az|x|--a|'b c'|--d|"e f"g`]],
    ["an escape", "az x a\\ b", ["az|x|a\\ b"]],
    ["a continuation", "az x \\\n  --a b", ["az|x|--a|b"]],
    ["a continuation with CR", "az x \\\r\n  --a b\r\naz y", ["az|x|--a|b", "az|y"]],
    ["blanks after the backslash", "az x \\  \n  --a b", ["az|x|--a|b"]],
    ["separators", "az a; az b && az c || az d | az e & az f", ["az|a", "az|b", "az|c", "az|d", "az|e", "az|f"]],
    ["keywords", "if ! az a; then az b; elif az c; then az d; else az e; fi", ["az|a", "az|b", "az|c", "az|d", "az|e"]],
    ["loops", "while az a; do az b; done; until az c; do az d; done", ["az|a", "az|b", "az|c", "az|d"]],
    ["for", "for i in 1 2; do az a $i; done", ["az|a|$i"]],
    ["functions", "f() { az a; }\nfunction g { az b; }\nfunction h() { az c; }", ["az|a", "az|b", "az|c"]],
    ["subshells", "(cd x; az a) && { az b; }", ["cd|x", "az|a", "az|b"]],
    ["case", "case $1 in\n  a|b) az a ;;\n  *) az b ;;\nesac", ["case|$1|in", "az|a", "az|b"]],
    ["case on one line", "case $1 in a) az a;; (b|c) az b;; esac; az c", ["case|$1|in", "az|a", "az|b", "az|c"]],
    ["a comment", "# az a\naz b # az c\naz d#e", ["az|b", "az|d#e"]],
    ["echo", 'echo "az a"; echo az b', ['echo|"az a"', "echo|az|b"]],
    ["a substitution", "ID=$(az a --b c | tr x y)", ["az|a|--b|c", "tr|x|y"]],
    ["a substitution in quotes", 'az a --id "$(az b)"', ["az|b", 'az|a|--id|"$(az b)"']],
    ["backticks", "ID=`az a`", ["az|a"]],
    ["arithmetic", "N=$(((RANDOM%10)+1)); ((n++)); az a", ["az|a"]],
    ["redirections", "az a > out.txt 2>&1 < in.txt &> all.txt", ["az|a"]],
    ["a redirection before words", "az a >out --b c", ["az|a|--b|c"]],
    ["a prefix", "A=1 B=2 az a", ["az|a"]],
    ["a placeholder", "az a --g <rg>", ["az|a|--g|<rg>"]],
    ["a placeholder with blanks", "az a --g <your group> --b c", ["az|a|--g|<your group>|--b|c"]],
    ["a placeholder in a value", "az a --g=x-<y z>-w", ["az|a|--g=x-<y z>-w"]],
    ["no placeholder", "sort <in >out; az b", ["sort", "az|b"]],
    ["a here-string", "az a <<< 'az b'\naz c", ["az|a", "az|c"]],
  ])("%s", (_, text, expected) => {
    expect(commands(text)).toEqual(expected);
  });
});

describe("here-documents are no commands", () => {
  test.each<[string, string, string, boolean]>([
    ["plain", "cat <<EOF\naz a\nEOF\naz b", "az a\n", true],
    ["quoted", "cat <<'EOF'\naz a\nEOF\naz b", "az a\n", false],
    ["with tabs", "cat <<-EOF\n\taz a\n\tEOF\naz b", "\taz a\n", true],
    ["into a pipe", "cat <<EOF | kubectl apply -f -\naz a\nEOF\naz b", "az a\n", true],
    ["to a file", "cat > f <<EOF\naz a\nEOF\naz b", "az a\n", true],
  ])("%s", (_, text, document, expands) => {
    const script = read(text);
    expect(script.documents.map((found) => [found.text.text, found.expands])).toEqual([[document, expands]]);
    expect(commands(text).filter((command) => command.startsWith("az"))).toEqual(["az|b"]);
  });
});

describe("what breaks off costs its own command only", () => {
  test.each<[string, string, string[], number]>([
    ["a single quote", "az a\naz b --c 'd\naz e\naz f", ["az|a", "az|e", "az|f"], 1],
    ["a double quote", 'az a\naz b --c "d\naz e', ["az|a", "az|e"], 1],
    ["a substitution", "az a\nX=$(az b\naz c", ["az|a", "az|c"], 1],
    ["a substitution in quotes", 'az a\naz b "$(x\naz c', ["az|a", "az|c"], 1],
    ["a backtick", "az a\nX=`az b\naz c", ["az|a", "az|c"], 1],
    ["an array", "az a\nX=(1 2\naz c", ["az|a", "az|c"], 1],
    ["a here-document", "az a\ncat <<EOF\naz b", ["az|a", "cat", "az|b"], 0],
    ["a bracket too many", "az a )\naz b", ["az|a", "az|b"], 0],
    ["an if that does not end", "if true; then\naz a", ["true", "az|a"], 0],
  ])("%s", (_, text, expected, breaks) => {
    expect(commands(text)).toEqual(expected);
    expect(read(text).breaks).toHaveLength(breaks);
  });
});

test("a comment says whether it stands alone", () => {
  const { comments } = read("# ml-lint ignore[a/b]: c\naz a # ml-lint ignore[d/e]: f\n# other");
  expect(comments.map(({ text, alone }) => [text, alone])).toEqual([
    ["ml-lint ignore[a/b]: c", true],
    ["ml-lint ignore[d/e]: f", false],
  ]);
});
