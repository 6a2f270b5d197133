import { expect, test } from "vitest";
import type { RuleDefinition } from "../../src/engine/rule.ts";
import { runRules } from "../../src/engine/run.ts";
import { cluster, dev, known, project, rule, unknown } from "./sample.ts";

type Concerns = RuleDefinition<"compute.cluster">["concerns"];

/** Why the check of a cluster whose public IP is unknown, or the one that is given, is left undecided. */
function undecided(concerns: Concerns, publicIp = unknown<boolean>("var.open has no value", 3)): string[] {
  const [outcome] = runRules(project([cluster(dev, { publicIp })]), [rule({ ...(concerns && { concerns }) })], "");
  return outcome!.undecided.map(({ why }) => why);
}

test.each<[string, Concerns, string[]]>([
  ["without a word on whom the rule concerns", undefined, ["var.open has no value"]],
  ["of a resource that the rule concerns", () => true, ["var.open has no value"]],
  ["of a resource that the rule does not concern", () => false, []],
  [
    "where it is unknown whether the rule concerns it",
    (_, context) => context.undecided("who knows"),
    ["var.open has no value"],
  ],
  [
    "where the question itself fails",
    () => {
      throw new Error("a defect");
    },
    ["var.open has no value"],
  ],
])("an unknown %s", (_, concerns, expected) => {
  expect(undecided(concerns)).toEqual(expected);
});

test("a known value is judged without asking whom the rule concerns", () => {
  const asked: string[] = [];
  const concerns: Concerns = ({ identity }) => asked.push(identity.address) > 0;
  expect(undecided(concerns, known(true, 3))).toEqual([]);
  expect(asked).toEqual([]);
});
