import { defineRule } from "../../src/engine/rule.ts";
import type { CommandProblem } from "../../src/model/kinds.ts";
import type { Place } from "../../src/model/place.ts";

export default defineRule({
  on: "command",
  title: "A command of the Azure CLI that cannot be what was meant",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  fix: "safe",
  sources: ["command"],
  tags: ["correctness"],
  check(command, context) {
    const problems = context.written(command.attributes.problems);
    if (!problems) return;
    const words = context.known(command.attributes.command);
    for (const item of problems) {
      const problem = context.known(item);
      if (!problem) continue;
      const { says, does } = describe(problem, `az ${words}`);
      context.report({
        attribute: "problems",
        at: item,
        part: `${problem.problem} ${problem.word}`,
        message: `In ${context.subject}, ${says}.`,
        help: `${does}.`,
        fix: mended(problem, item.at),
      });
    }
  },
});

interface Description {
  readonly says: string;
  readonly does: string;
}

const descriptions: Readonly<Record<string, (problem: CommandProblem, command: string) => Description>> = {
  "unknown-flag": ({ word, replacement }, command) => ({
    says: `${word} is no flag of ${command}`,
    does: replacement === undefined ? `Remove ${word}, or look it up with ${command} --help` : `Write ${replacement}`,
  }),
  "not-a-dash": ({ word, replacement }) => ({
    says: `${/\w/.test(word) ? `${word} begins with a dash` : `${word} is a dash`} that is not the hyphen of a flag, so az reads a word that it does not expect`,
    does: replacement === undefined ? "Write a hyphen" : `Write ${replacement} with plain hyphens`,
  }),
  "glued-flag": ({ word, replacement }) => ({
    says: `${word} is stuck to its neighbour without a blank`,
    does: replacement?.startsWith("--") ? `Write ${replacement}` : `Put a blank before ${word}`,
  }),
  "single-dash": ({ word, replacement }) => ({
    says: `${word} has one hyphen where a long flag has two`,
    does: replacement === undefined ? "Write two hyphens" : `Write ${replacement}`,
  }),
  "missing-flag": ({ word }, command) => ({
    says: `${word} is missing, which ${command} requires`,
    does: `Add ${word} with its value`,
  }),
  "not-a-setting": ({ word }) => ({
    says: `"${word}" stands among settings and is none of the form key=value`,
    does: "Write key=value without blanks, or remove the word",
  }),
};

function describe(problem: CommandProblem, command: string): Description {
  const known = descriptions[problem.problem];
  if (known) return known(problem, command);
  return { says: `${problem.word} cannot be read`, does: `Look it up with ${command} --help` };
}

/** Only what looks like a dash and is none is beyond doubt. */
function mended({ problem, replacement }: CommandProblem, at: Place) {
  const isDash = problem === "not-a-dash" || problem === "single-dash";
  return isDash && replacement !== undefined ? { replace: at, by: replacement } : undefined;
}
