import { getInput } from "@actions/core";
import { type LintArguments, readArguments } from "../cli/arguments/commands.ts";
import { Refusal } from "../cli/failure.ts";

/** What a workflow asks of the Action. */
export interface ActionInputs {
  readonly command: LintArguments;
  readonly changedOnly: "auto" | "true" | "false";
  readonly sarifFile: string;
  readonly annotations: boolean;
  readonly summary: boolean;
}

/** Reads the inputs of the Action; what the command has, too, is read as the command reads it. */
export function readInputs(): ActionInputs {
  const command = readArguments(wordsOfInputs());
  if (command.name !== "lint") throw new Refusal("The Action only lints.");
  return {
    command,
    changedOnly: choice("changed-only", ["auto", "true", "false"]),
    sarifFile: getInput("sarif-file") || "ml-lint.sarif",
    annotations: choice("annotations", ["true", "false"]) === "true",
    summary: choice("summary", ["true", "false"]) === "true",
  };
}

function wordsOfInputs(): string[] {
  const baseline = getInput("baseline");
  return [
    ...options("fail-on", [getInput("fail-on")]),
    ...options("config", [getInput("config")]),
    ...options("preset", [getInput("preset")]),
    ...options("env", getInput("environments").split(/[\n,]/)),
    ...(baseline === "none" ? ["--no-baseline"] : options("baseline", [baseline])),
    "--",
    ...filled(getInput("paths").split("\n")),
  ];
}

function options(name: string, values: readonly string[]): string[] {
  return filled(values).map((value) => `--${name}=${value}`);
}

function filled(values: readonly string[]): string[] {
  return values.map((value) => value.trim()).filter((value) => value !== "");
}

/** An input with few values; the first one stands for an empty input. */
function choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
  const text = getInput(name).toLowerCase();
  const chosen = text === "" ? choices[0] : choices.find((candidate) => candidate === text);
  if (chosen !== undefined) return chosen;
  const names = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
  throw new Refusal(`The input ${name} is ${names}, not ${JSON.stringify(text)}.`);
}
