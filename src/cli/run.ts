import { harmlessInLog } from "../report/text/harmless.ts";
import { version } from "../version.ts";
import { type Command, readArguments } from "./arguments/commands.ts";
import { exitCodes } from "./exit-code.ts";
import { Refusal, UsageError } from "./failure.ts";
import { lintCommand } from "./lint/lint-command.ts";

/** Carries out a command line and returns the exit code. */
export async function run(words: readonly string[]): Promise<number> {
  try {
    return await carryOut(readArguments(words));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const hint = error instanceof UsageError ? "ml-lint --help shows how it is used.\n" : "";
    const message = error.message.split("\n").map(harmlessInLog).join("\n");
    process.stderr.write(`${message}\n${hint}`);
    return exitCodes.wrongUsage;
  }
}

async function carryOut(command: Command): Promise<number> {
  switch (command.name) {
    case "lint":
      return lintCommand(command.input, command.output, command);
    case "inspect":
      return (await import("./model/inspect.ts")).inspectCommand(command.input, command.view);
    case "compare":
      return (await import("./model/compare.ts")).compareCommand(command.input, command.view);
    case "explain":
      return (await import("./rules/explain.ts")).explainCommand(command.rule);
    case "rules":
      if (command.find === undefined) return (await import("./rules/list.ts")).rulesCommand(command.format);
      return (await import("./rules/find-rules.ts")).findRulesCommand(command.find, command.format);
    case "config":
      return (await import("./configuration/config-command.ts")).configCommand(command.input, command.format);
    case "init":
      return (await import("./init/init-command.ts")).initCommand(command.init);
    case "merge":
      return (await import("./merge-command.ts")).mergeCommand(command.paths, command.output);
    case "completion":
      return (await import("./completion/completion.ts")).completionCommand(command.shell);
    case "help":
      process.stdout.write((await import("./usage.ts")).usage);
      return exitCodes.fine;
    case "version":
      process.stdout.write(`ml-lint ${version}\n`);
      return exitCodes.fine;
  }
}
