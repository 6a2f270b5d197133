import { describe, expect, test } from "vitest";
import { insertOption, insertSetting, removeWords } from "../../src/engine/fix/command.ts";
import { appliedTo } from "./applied.ts";

describe("an option is written behind the words of a command", () => {
  const words = ["ml", "compute", "create"];
  const insert = (text: string) => appliedTo(text, insertOption(text, text.indexOf("az"), words, "--size X"));

  test.each<[string, string, string | undefined]>([
    ["on one line", "az ml compute create -n a\n", "az ml compute create --size X -n a\n"],
    ["at the end of a text", "az ml compute create", "az ml compute create --size X"],
    ["before a sign that goes on", "az ml compute create \\\n  -n a\n", "az ml compute create --size X \\\n  -n a\n"],
    ["over lines", "az ml \\\n  compute create -n a\n", "az ml \\\n  compute create --size X -n a\n"],
    ["over lines of Windows", "az ml `\r\n  compute create -n a\r\n", "az ml `\r\n  compute create --size X -n a\r\n"],
    ["over tabs", "az\tml compute  create\t-n a\n", "az\tml compute  create --size X\t-n a\n"],
    ["within a script of YAML", "- run: az ml compute create -n a\n", "- run: az ml compute create --size X -n a\n"],
    ["not where an option stands between", "az ml -o json compute create\n", undefined],
    ["not where a word goes on", "az ml compute created\n", undefined],
    ["not over a line break that stays", "az ml\ncompute create\n", undefined],
    ["not behind an expression", "az $group compute create\n", undefined],
  ])("%s", (_, text, after) => {
    expect(insert(text)).toBe(after);
  });
});

describe("a setting is written behind the last one", () => {
  const insert = (text: string, last: string) =>
    appliedTo(text, insertSetting(text, text.indexOf(last) + last.length, "c=d"));

  test.each<[string, string, string, string | undefined]>([
    ["at the end", "az x --config a=b", "a=b", "az x --config a=b c=d"],
    ["before another option", "az x --config a=b -n e\n", "a=b", "az x --config a=b c=d -n e\n"],
    ["before a sign that goes on", "az x --config a=b \\\n  -n e\n", "a=b", "az x --config a=b c=d \\\n  -n e\n"],
    ["behind quotes of the word", 'az x --config "a=b" -n e\n', "a=b", 'az x --config "a=b" c=d -n e\n'],
    ["behind quotes of the value", "az x --config a='b' -n e\n", "a='b", "az x --config a='b' c=d -n e\n"],
    ["before quotes around all", 'run: "az x --config a=b"\n', "a=b", 'run: "az x --config a=b c=d"\n'],
    ["before single quotes around all", "run: 'az x --config a=b'\n", "a=b", "run: 'az x --config a=b c=d'\n"],
    ["before what joins commands", "az x --config a=b; az y\n", "a=b", "az x --config a=b c=d; az y\n"],
    ["not within a word", "az x --config a=bc\n", "a=b", undefined],
  ])("%s", (_, text, last, after) => {
    expect(insert(text, last)).toBe(after);
  });
});

describe("words are taken away", () => {
  const remove = (text: string, words: string) =>
    appliedTo(text, removeWords(text, text.indexOf(words), text.indexOf(words) + words.length));

  test.each<[string, string, string, string]>([
    ["from a line", "az x --size A -n e\n", "--size A", "az x -n e\n"],
    ["from the end of a line", "az x -n e --size A\n", "--size A", "az x -n e\n"],
    ["with their line", "az x \\\n  --size A \\\n  -n e\n", "--size A", "az x \\\n  -n e\n"],
    ["with the last line", "az x \\\n  -n e \\\n  --size A\n", "--size A", "az x \\\n  -n e\n"],
    ["with the last line of a text", "az x `\n  --size A", "--size A", "az x"],
    ["with a line of Windows", "az x `\r\n  --size A `\r\n  -n e\r\n", "--size A", "az x `\r\n  -n e\r\n"],
    ["with the last line of Windows", "az x `\r\n  --size A\r\n", "--size A", "az x\r\n"],
    ["from a line that holds more", "az x \\\n  --size A -n e\n", "--size A", "az x \\\n  -n e\n"],
    ["from a list of settings", "az x --config a=b c=d e=f\n", "c=d", "az x --config a=b e=f\n"],
    ["with their quotes", 'az x --config "c=d" e=f\n', "c=d", "az x --config e=f\n"],
    ["with the quotes of a value", "az x --config c='d' e=f\n", "c='d", "az x --config e=f\n"],
    ["but not with quotes around all", 'run: "az x --config e=f c=d"\n', "c=d", 'run: "az x --config e=f"\n'],
    ["with a line of a fence", "```sh\naz x \\\n  --size A\n```\n", "--size A", "```sh\naz x\n```\n"],
  ])("%s", (_, text, words, after) => {
    expect(remove(text, words)).toBe(after);
  });
});
