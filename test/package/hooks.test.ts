import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readArguments } from "../../src/cli/arguments/commands.ts";
import { interestIn } from "../../src/cli/files/kinds-of-files.ts";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
  readonly require_serial?: boolean;
}

const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as Hook[];

const names = [
  ...[
    "main.tf",
    "main.tofu",
    "main.tf.json",
    "prod.tfvars",
    "prod.tfvars.json",
    "prod.tfvars.example",
    "p.tfplan.json",
  ],
  ...["main.json", "a.jsonc", "a.yml", "a.YAML", "a.sh", "a.bash", "a.zsh", "a.ksh", "a.azcli", "a.ps1", "a.psm1"],
  ...["README.md", "a.markdown", "main.py", "main.tf.bak", "Dockerfile", "tf", "a.tfstate"],
];

describe.each(hooks)("the hook $id", (hook) => {
  test.each(names)("runs for %s if that is read", (name) => {
    // The flag that pre-commit's Python writes within the pattern is one of JavaScript's outside of it.
    const isTaken = new RegExp(hook.files.replace(/^\(\?i\)/, ""), "i").test(`infra/${name}`);
    expect(isTaken).toBe(interestIn(name) !== "never");
  });

  test("starts the command with words that it knows", () => {
    const [command, ...words] = hook.entry.split(" ");
    expect(command).toBe("ml-lint");
    expect(readArguments([...words, "main.tf"])).toMatchObject({ name: "lint" });
  });
});

test("one hook reports on the files it is given, at once; the other one on everything", () => {
  expect(hooks.map((hook) => [hook.id, hook.entry, hook.pass_filenames ?? true, hook.require_serial ?? false])).toEqual(
    [
      ["ml-lint", "ml-lint --focus", true, true],
      ["ml-lint-all", "ml-lint", false, false],
    ],
  );
});
