import { beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../../rules/index.ts";
import { page } from "../../../rules/pages.ts";
import { filesOf } from "../../../scripts/example.ts";
import { parseRulePage } from "../../../scripts/rule-page.ts";
import { type Files, foundIn, levelsOf, type Verdicts, verdictsOf } from "./judging.ts";

interface Row {
  readonly name: string;
  readonly id: string;
  readonly files: Files;
}

/** Rules about the language itself. */
const aboutText = /^(?:project|environment)\//;

/** Where a plan says something else than what it was made of. */
const inPart = "what is known of a text that is known in part is not in a plan";
const oneEnvironment = "each plan is of one environment, so that there is none beside it to compare";

const differs: Readonly<Record<string, string>> = {
  "attach/wrong-resource-id bad: Terraform": inPart,
  "compute/invalid-name bad: Terraform, a name that is known only in part": inPart,
  "extension/wrong-cluster-type bad: Command, run by Terraform": "commands of provisioners are not in a plan",
  "naming/not-unique bad: Terraform": oneEnvironment,
  "naming/not-unique bad: Terraform, a key vault": oneEnvironment,
  "naming/not-unique bad: Terraform, azapi": oneEnvironment,
  "storage/invalid-name bad: Terraform, a name that is known only in part": inPart,
};

const rows = rules
  .filter(({ id }) => !aboutText.test(id))
  .flatMap(({ id }) => parseRulePage(page(id) ?? "").examples.map((example) => ({ id, example })))
  .map(
    ({ id, example }): Row => ({ name: `${id} ${example.verdict}: ${example.heading}`, id, files: filesOf(example) }),
  )
  .filter(({ files }) => Object.keys(files).some((path) => path.endsWith(".tf")));

const verdicts = new Map<string, Verdicts>();

beforeAll(async () => {
  for (const { name, id, files } of rows) {
    const found = await verdictsOf(id, files);
    if (found) verdicts.set(name, found);
  }
}, 240_000);

describe("a plan is judged as the configuration it was made of", () => {
  test.each(rows.map((row) => [row.name] as const))("%s", (name) => {
    const { written, beside } = verdicts.get(name) ?? {};
    if (!written || !beside) return;
    expect(beside.failures).toEqual([]);
    if (name in differs) {
      expect(foundIn(beside)).not.toEqual(foundIn(written));
      return;
    }
    expect(foundIn(beside)).toEqual(foundIn(written));
    if (beside.roots.length === 1) expect(levelsOf(beside)).toEqual(levelsOf(written));
  });

  test("for nearly all examples in Terraform", () => {
    expect(verdicts.size).toBeGreaterThan(0.95 * rows.length);
  });
});

describe("a plan alone says less only where something is known after apply", () => {
  test.each(rows.map((row) => [row.name] as const))("%s", (name) => {
    const { beside, alone } = verdicts.get(name) ?? {};
    if (!beside || !alone) return;
    const [all, seen] = [foundIn(beside), foundIn(alone)];
    expect(seen.filter((finding) => !all.includes(finding))).toEqual([]);
    if (seen.length < all.length) {
      expect(alone.undecided.map(({ why }) => why).join("\n")).toContain("is known only after apply");
    }
  });

  test("and says the same of nearly all examples", () => {
    const same = [...verdicts.values()].filter(({ beside, alone }) => foundIn(alone).join() === foundIn(beside).join());
    expect(same.length).toBeGreaterThan(0.95 * verdicts.size);
  });
});
