import { beforeAll, describe, expect, it } from "vitest";
import { loadEngines } from "../../../src/parsers/terraform/functions/engines.ts";
import { typeText } from "../../../src/parsers/terraform/values/type.ts";
import { type Outcome, typeOf } from "../../../src/parsers/terraform/values/value.ts";
import { differences } from "./differences.ts";
import { evaluateAll, type GoldenCase, goldenNames, readGoldens } from "./setting.ts";
import { show } from "./show.ts";

beforeAll(() => loadEngines(["regex yamldecode"]));

describe.each(goldenNames())("what Terraform answers in %s", (name) => {
  const cases = readGoldens(name);
  let outcomes: Outcome[];
  beforeAll(() => {
    outcomes = evaluateAll(cases.map(({ expression }) => expression));
  });

  it.each(cases.map((golden, at) => [golden.expression, golden, at] as const))("%s", (_, golden, at) => {
    const answer = answerOf(outcomes[at]!, golden);
    const difference = differences.find(({ expression }) => expression === golden.expression);
    if (!difference) return expect(answer).toEqual(expected(golden));
    expect(answer).not.toEqual(expected(golden));
    expect(typeof answer === "string" ? answer : answer.value).toBe(difference.answer);
  });
});

it("has a golden for every deliberate difference", () => {
  const asked = new Set(goldenNames().flatMap((name) => readGoldens(name).map(({ expression }) => expression)));
  expect(differences.filter(({ expression }) => !asked.has(expression))).toEqual([]);
});

type Answer = "an error" | { value: string | undefined; type: string | undefined };

function expected({ error, value, type }: GoldenCase): Answer {
  if (error !== undefined) return "an error";
  return { value, type: value === "null" || value === "sensitive(null)" ? undefined : type };
}

function answerOf(outcome: Outcome, golden: GoldenCase): Answer {
  if (outcome.form === "failure") return "an error";
  const tellsType = golden.type !== undefined && outcome.form !== "null";
  return { value: show(outcome), type: tellsType ? typeText(typeOf(outcome)) : undefined };
}
