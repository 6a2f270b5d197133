import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandForms, shells } from "../../src/cli/arguments/commands.ts";
import { bashCompletion } from "../../src/cli/completion/bash.ts";
import { explanationOf, vocabularyOf } from "../../src/cli/completion/completion.ts";
import { fishCompletion } from "../../src/cli/completion/fish.ts";
import { zshCompletion } from "../../src/cli/completion/zsh.ts";
import { usage } from "../../src/cli/usage.ts";
import { folderWith } from "./folder.ts";

const vocabulary = vocabularyOf(["compute/public-ip", "compute/public-ssh", "workspace/public-access"]);

const optionNames = new Set(Object.values(commandForms).flatMap(({ options }) => options.map((option) => option.name)));

describe("the help and the tables agree", () => {
  test.each([...optionNames])("--%s is explained", (name) => {
    expect(explanationOf(`--${name}`)).not.toBe("");
  });

  test.each(Object.keys(commandForms).filter((name) => name !== "lint" && name !== "help"))(
    "%s is explained",
    (name) => {
      expect(explanationOf(`ml-lint ${name}`)).not.toBe("");
    },
  );

  test("whatever the help begins a line with is an option", () => {
    const explained = [...usage.matchAll(/^ {2}(?:-\w, | {4})--([a-z-]+)/gm)].map((match) => match[1]!);
    expect(explained.filter((name) => !optionNames.has(name))).toEqual([]);
    expect(explained.length).toBeGreaterThan(8);
  });
});

interface Case {
  readonly line: string;
  /** The words as bash breaks them. */
  readonly words: readonly string[];
  readonly answers: readonly string[];
}

const setting = ["error", "warning", "note", "off"];

const cases: readonly Case[] = [
  { line: "ml-lint exp", words: ["ml-lint", "exp"], answers: ["explain"] },
  {
    line: "ml-lint explain compute/",
    words: ["ml-lint", "explain", "compute/"],
    answers: ["compute/public-ip", "compute/public-ssh"],
  },
  { line: "ml-lint --form", words: ["ml-lint", "--form"], answers: ["--format="] },
  { line: "ml-lint --format sa", words: ["ml-lint", "--format", "sa"], answers: ["sarif"] },
  { line: "ml-lint -f sa", words: ["ml-lint", "-f", "sa"], answers: ["sarif"] },
  { line: "ml-lint --format=sa", words: ["ml-lint", "--format", "=", "sa"], answers: ["sarif"] },
  { line: "ml-lint --rule work", words: ["ml-lint", "--rule", "work"], answers: ["workspace/public-access="] },
  { line: "ml-lint --rule a/b=", words: ["ml-lint", "--rule", "a/b", "="], answers: setting },
  { line: "ml-lint --rule=a/b=o", words: ["ml-lint", "--rule", "=", "a/b", "=", "o"], answers: ["off"] },
  {
    line: "ml-lint infra --fail-on ",
    words: ["ml-lint", "infra", "--fail-on", ""],
    answers: [...setting.slice(0, 3), "never"],
  },
  { line: "ml-lint rules --format ", words: ["ml-lint", "rules", "--format", ""], answers: ["pretty", "json"] },
  { line: "ml-lint rules ", words: ["ml-lint", "rules", ""], answers: [] },
  { line: "ml-lint --env ", words: ["ml-lint", "--env", ""], answers: [] },
  { line: "ml-lint completion f", words: ["ml-lint", "completion", "f"], answers: ["fish"] },
  { line: "ml-lint infra exp", words: ["ml-lint", "infra", "exp"], answers: [] },
];

describe("bash", () => {
  const script = bashCompletion(vocabulary);

  test.each(cases)("$line", ({ line, words, answers }) => {
    const ask = `${script}
compopt() { :; }
COMP_LINE=$1 COMP_POINT=\${#1}; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_ml_lint
for answer in "\${COMPREPLY[@]}"; do printf '%s\\n' "$answer"; done`;
    const { stdout, stderr } = spawnSync("bash", ["-c", ask, "bash", line, ...words], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.split("\n").slice(0, -1)).toEqual(answers);
  });

  test("files complete the first word, too", () => {
    const folder = folderWith({ "explore.tf": "", "a b.tf": "" });
    const ask = `${script}\ncompopt() { :; }\nCOMP_LINE='ml-lint ' COMP_POINT=8 COMP_WORDS=(ml-lint '') COMP_CWORD=1\n_ml_lint\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync("bash", ["-c", ask], { encoding: "utf8", cwd: folder });
    expect(stdout.split("\n")).toEqual(expect.arrayContaining(["explore.tf", "a b.tf", "explain"]));
  });
});

/** A shell that is not installed is not asked; that it is missing is all that the test says then. */
function isMissing(shell: string): boolean {
  return spawnSync(shell, ["-c", "true"]).error !== undefined;
}

describe("fish", () => {
  if (isMissing("fish")) {
    test("is not installed here", () => expect(isMissing("fish")).toBe(true));
    return;
  }
  /** Fish answers with whole words. */
  const whole = ({ line, answers }: Case) => {
    const start = /\S*=(?=[^=\s]*$)/.exec(line)?.[0] ?? "";
    return answers.map((answer) => `${start}${answer.replace(/^(--.*)=$/, "$1")}`).sort();
  };

  test.each(cases)("$line", (one) => {
    const folder = folderWith({ "home/ml-lint.fish": fishCompletion(vocabulary), "work/.keep": "" });
    const home = join(folder, "home");
    const { stdout } = spawnSync("fish", ["-c", `source ${home}/ml-lint.fish; complete -C $argv[1]`, one.line], {
      ...{ encoding: "utf8", cwd: join(folder, "work"), env: { ...process.env, HOME: home } },
    });
    const answers = stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split("\t")[0]!);
    expect(answers.sort()).toEqual(whole(one));
  });
});

describe("zsh", () => {
  if (isMissing("zsh")) {
    test("is not installed here", () => expect(isMissing("zsh")).toBe(true));
    return;
  }

  test("takes the script, and knows what completes ml-lint", () => {
    const script = join(folderWith({ "ml-lint.zsh": zshCompletion(vocabulary) }), "ml-lint.zsh");
    const ask = `autoload -U compinit; compinit -u -D; source ${script}; print -r -- $_comps[ml-lint]`;
    const { stdout, stderr } = spawnSync("zsh", ["-f", "-c", ask], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toBe("_ml_lint\n");
  });
});

test("every shell's script names every command and option", () => {
  for (const script of [bashCompletion, fishCompletion, zshCompletion].map((write) => write(vocabulary))) {
    for (const { name } of vocabulary.commands) expect(script).toContain(name);
    for (const name of optionNames) expect(script).toMatch(new RegExp(`(?:--|-l )${name}\\b`));
  }
  expect(shells).toHaveLength(3);
});
