import { describe, expect, test } from "vitest";
import { SourceText } from "../../src/model/place.ts";
import { readPowerShell } from "../../src/parsers/commands/powershell.ts";
import { Script } from "../../src/parsers/commands/script.ts";
import { bodyOf, declarationsOf, onlyDeclaration } from "./reading.ts";

function commands(text: string): string[] {
  const script = new Script();
  readPowerShell(new SourceText("deploy.ps1", text), script);
  return script.commands.map(({ words }) => words.map(({ from, to }) => text.slice(from, to)).join("|"));
}

describe("commands and their words", () => {
  test.each<[string, string, string[]]>([
    ["one", "az ml x --a b", ["az|ml|x|--a|b"]],
    ["backticks continue", "az ml x `\n  --a b `\r\n  --c d\naz y", ["az|ml|x|--a|b|--c|d", "az|y"]],
    ["quotes", `az x --a 'it''s' --b "c \`"d\`""`, [`az|x|--a|'it''s'|--b|"c \`"d\`""`]],
    ["blocks", "if ($x) { az a } else { az b }\nforeach ($e in $all) { az c }", ["az|a", "az|b", "az|c"]],
    ["functions", "function Deploy($name) {\n  az a\n}\nDeploy", ["az|a", "Deploy"]],
    ["a comment", "# az a\n<# az b #>\naz c # az d", ["az|c"]],
    ["an assignment", "$id = az a --b c", ["az|a|--b|c"]],
    ["an assignment in brackets", "$id = (az a | ConvertFrom-Json).id", ["az|a", "ConvertFrom-Json"]],
    ["a substitution", "$id = $(az a)", ["az|a"]],
    ["a call operator", "& az a", ["az|a"]],
    ["a here-string", '$t = @"\naz a\n"@\naz b', ["az|b"]],
    ["parameters", 'param(\n  [string]$Name = "x"\n)\naz a', ["az|a"]],
    ["a pipeline", "az a | Out-Null; az b", ["az|a", "Out-Null", "az|b"]],
    ["a placeholder", "az a --g <your group>", ["az|a|--g|<your group>"]],
    ["an open quote", "az a\naz b 'c\naz d", ["az|a", "az|d"]],
    ["an open bracket", "az a\naz b (c\naz d", ["az|a", "az|d"]],
  ])("%s", (_, text, expected) => {
    expect(commands(text).filter((command) => !command.startsWith("param"))).toEqual(expected);
  });
});

describe("variables", () => {
  const create = "az ml compute create --name";
  test.each<[string, string, string]>([
    ["assigned", `$n = "a"\n${create} $n`, "a"],
    ["without regard to case", `$Name = 'a'\n${create} $NAME`, "a"],
    ["inside a text", `$n = 'a'\n${create} "$n-b"`, "a-b"],
    ["in braces", `$n = 'a'\n${create} "\${n}b"`, "ab"],
    ["of the environment", `$env:N = "a"\n${create} $env:N`, "a"],
    ["with a type", `[string]$n = "a"\n${create} $n`, "a"],
    ["an array", '$a = @("--name", "x")\naz ml compute create @a', "x"],
    ["a list", '$a = "--name", "x"\naz ml compute create $a', "x"],
    ["never set", `${create} $n`, "? $n is not set in deploy.ps1"],
    ["a parameter", `param([string]$n = "a")\n${create} $n`, "? $n is not set in deploy.ps1"],
    ["an output", `$n = az account show\n${create} $n`, "? $n takes its value when the script runs"],
    ["a member", `$n = "a"\n${create} $n.Length`, "? a member of a variable is not evaluated"],
    ["set in a branch", `$n = "a"\nif ($x) { $n = "b" }\n${create} $n`, "? $n is set in several ways"],
  ])("%s", (_, text, name) => {
    expect(bodyOf(onlyDeclaration(text, "deploy.ps1")).name).toBe(name);
  });
});

test("a splatted variable that is not known leaves the command incomplete", () => {
  const [declaration] = declarationsOf("az ml compute create --name a @options", "deploy.ps1");
  expect(bodyOf(declaration!)).toMatchObject({
    name: "a",
    incomplete: "$options is not set in deploy.ps1",
    size: "? $options is not set in deploy.ps1",
  });
});
