import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import { filesOf, lintFiles } from "../../scripts/example.ts";
import { parseRulePage } from "../../scripts/rule-page.ts";
import { variantsOf } from "./unknown-values.ts";

/** The key is what is wrong, whatever secret a template hands over; only an empty text is let pass. */
const aboutKeys = ["extension/secret-in-plain-settings"];

const judged = rules.map((rule) => rule.id).filter((id) => !aboutKeys.includes(id));

/**
 * Whatever one value of an example becomes when nobody can know it, no finding may appear that was not there: an unknown
 * is never a finding.
 */
describe.each(judged)("%s", (id) => {
  const { examples } = parseRulePage(page(id) ?? "");

  test.each(examples.map((example) => [`${example.verdict}: ${example.heading}`, example] as const))(
    "an unknown adds no finding to %s",
    async (_, example) => {
      const before = await reported(filesOf(example), id);
      for (const { path, text, what } of variantsOf(example)) {
        const after = await reported({ ...filesOf(example), [path]: text }, id);
        expect(added(before, after), `${path} with ${what} unknown`).toEqual([]);
      }
    },
  );
});

test.each([
  ["Terraform", ".tf", 4000],
  ["templates", ".json", 3000],
  ["YAML", ".yml", 400],
  ["commands", ".sh", 300],
] as const)("values of examples in %s become unknown", (_, ending, least) => {
  const variants = judged.flatMap((id) => parseRulePage(page(id) ?? "").examples.flatMap(variantsOf));
  expect(variants.filter(({ path }) => path.endsWith(ending)).length).toBeGreaterThan(least);
});

/** A resource is named by its type: its name may be what is unknown. */
async function reported(files: Readonly<Record<string, string>>, id: string): Promise<string[]> {
  const rule = rules.filter((one) => one.id === id);
  const report = await lintFiles(files, { rules: rule });
  return report.findings
    .filter((finding) => finding.rule === id && !finding.resource?.address.endsWith("unknown"))
    .map(({ resource, attribute }) => `${resource?.type} ${attribute}`);
}

/** What is in the second list more often than in the first. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((finding) => {
    const index = left.indexOf(finding);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
