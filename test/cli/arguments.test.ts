import { describe, expect, test } from "vitest";
import { readArguments } from "../../src/cli/arguments/commands.ts";

const usual = {
  name: "lint",
  input: { paths: [], environments: [], config: undefined, rules: new Map(), today: undefined },
  output: { formats: [], failOn: "error", undecided: false, crossCheck: false, showSuppressed: false },
  narrow: {
    changedSince: undefined,
    focus: false,
    baseline: undefined,
    writeBaseline: undefined,
  },
  fix: { safeties: [], diff: false },
};

const all = { types: [], addresses: [], differences: false };

describe("command lines", () => {
  test("no words lint with the defaults", () => {
    expect(readArguments([])).toEqual(usual);
  });

  test.each<[string, unknown]>([
    ["a b", { ...usual, input: { ...usual.input, paths: ["a", "b"] } }],
    ["--env dev a --env=prod", { ...usual, input: { ...usual.input, paths: ["a"], environments: ["dev", "prod"] } }],
    ["-- --env", { ...usual, input: { ...usual.input, paths: ["--env"] } }],
    ["--config c.yaml", { ...usual, input: { ...usual.input, config: "c.yaml" } }],
    ["--today 2028-02-29", { ...usual, input: { ...usual.input, today: "2028-02-29" } }],
    ["--rule a/b=off", { ...usual, input: { ...usual.input, rules: new Map([["a/b", "off"]]) } }],
    ["--undecided", { ...usual, output: { ...usual.output, undecided: true } }],
    ["--fail-on never", { ...usual, output: { ...usual.output, failOn: "never" } }],
    ["-fjson", { ...usual, output: { ...usual.output, formats: [{ name: "json", file: undefined }] } }],
    ["-f json=-", { ...usual, output: { ...usual.output, formats: [{ name: "json", file: undefined }] } }],
    [
      "-f pretty --format sarif=a=b.sarif",
      {
        ...usual,
        output: {
          ...usual.output,
          formats: [
            { name: "pretty", file: undefined },
            { name: "sarif", file: "a=b.sarif" },
          ],
        },
      },
    ],
    ["--changed-since origin/main", { ...usual, narrow: { ...usual.narrow, changedSince: "origin/main" } }],
    ["--focus a", { ...usual, input: { ...usual.input, paths: ["a"] }, narrow: { ...usual.narrow, focus: true } }],
    ["--baseline a.json", { ...usual, narrow: { ...usual.narrow, baseline: "a.json" } }],
    ["--no-baseline", { ...usual, narrow: { ...usual.narrow, baseline: false } }],
    ["--write-baseline", { ...usual, narrow: { ...usual.narrow, writeBaseline: { file: undefined } } }],
    ["--write-baseline=a.json", { ...usual, narrow: { ...usual.narrow, writeBaseline: { file: "a.json" } } }],
    [
      "--write-baseline a",
      {
        ...usual,
        input: { ...usual.input, paths: ["a"] },
        narrow: { ...usual.narrow, writeBaseline: { file: undefined } },
      },
    ],
    ["--fix", { ...usual, fix: { safeties: ["safe"], diff: false } }],
    ["--fix a", { ...usual, input: { ...usual.input, paths: ["a"] }, fix: { safeties: ["safe"], diff: false } }],
    ["--fix=unsafe", { ...usual, fix: { safeties: ["safe", "unsafe"], diff: false } }],
    ["--diff", { ...usual, fix: { safeties: ["safe"], diff: true } }],
    ["--fix=unsafe --diff", { ...usual, fix: { safeties: ["safe", "unsafe"], diff: true } }],
    ["--show-suppressed", { ...usual, output: { ...usual.output, showSuppressed: true } }],
    ["explain a/b", { name: "explain", rule: "a/b" }],
    ["help a/b", { name: "explain", rule: "a/b" }],
    ["rules", { name: "rules", format: "pretty" }],
    ["rules -f json", { name: "rules", format: "json" }],
    ["inspect a", { name: "inspect", input: { ...usual.input, paths: ["a"] }, view: { ...all, format: "json" } }],
    ["inspect -f pretty", { name: "inspect", input: usual.input, view: { ...all, format: "pretty" } }],
    ["compare", { name: "compare", input: usual.input, view: { ...all, format: "pretty" } }],
    [
      "compare --type key-vault --type registry --address module.a.* --differences -f markdown",
      {
        ...{ name: "compare", input: usual.input },
        view: { format: "markdown", types: ["key-vault", "registry"], addresses: ["module.a.*"], differences: true },
      },
    ],
    ["a --help", { name: "help" }],
    ["explain --help", { name: "help" }],
    ["rules -V", { name: "version" }],
  ])("%s", (line, command) => {
    expect(readArguments(line.split(" "))).toEqual(command);
  });

  test.each([
    ["--enf dev", "There is no option --enf. Did you mean --env?"],
    ["--", undefined],
    ["-x", "There is no option -x."],
    ["--env", "The option --env needs the name of an environment."],
    ["--env=", "The option --env needs the name of an environment."],
    ["--undecided=1", "The option --undecided takes no value."],
    ["--config a --config b", "The option --config is given twice."],
    ["--today 2027-02-29", "The option --today needs a date, as in 2027-03-01, not 2027-02-29."],
    ["--rule a/b", "The option --rule needs a rule and its severity, as in a/b=off."],
    ["--rule a/b=of", 'There is no severity "of". Did you mean off?'],
    ["--fail-on fatal", 'There is no level "fatal". There are error, warning, note and never.'],
    ["-f sarif=", "The option --format sarif= names no file behind the equals sign."],
    ["-f json -f github", "The format json cannot share standard output: give it a file, as in --format json=FILE."],
    ["--fix=all", "The option --fix takes only the value unsafe, as in --fix=unsafe, not all."],
    ["--fix --write-baseline", "The options --fix and --write-baseline contradict each other"],
    ["inspect --format sarif", 'There is no format "sarif". There are json and pretty.'],
    ["compare -f html", 'There is no format "html". There are pretty, markdown and json.'],
    ["compare --diferences", "There is no option --diferences. Did you mean --differences?"],
    ["inspect --differences", "There is no option --differences."],
  ])("%s says what is wrong", (line, message) => {
    const read = () => readArguments(line.split(" "));
    if (message === undefined) expect(read).not.toThrow();
    else expect(read).toThrow(message);
  });
});
