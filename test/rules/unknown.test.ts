import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import { filesOf, lintFiles } from "../../scripts/example.ts";
import { type Example, parseRulePage } from "../../scripts/rule-page.ts";
import { SourceText } from "../../src/model/place.ts";
import { parseHcl } from "../../src/parsers/terraform/read/hcl.ts";
import type { Body, Range } from "../../src/parsers/terraform/read/syntax.ts";

/** Blocks whose contents decide what is read and how, rather than what is deployed. */
const settingBlocks = new Set(["terraform", "provider", "variable", "module", "data", "moved", "import"]);

/** Attributes that are not values of the resource. */
const metaArguments = new Set(["count", "for_each", "provider", "depends_on"]);

/**
 * Whatever one value of an example becomes when nobody can know it, no finding may appear that was not there: an unknown
 * is never a finding.
 */
describe.each(rules.filter((rule) => rule.sources.includes("terraform")).map((rule) => [rule.id] as const))(
  "%s",
  (id) => {
    const { examples } = parseRulePage(page(id) ?? "");
    const terraform = examples.filter((example) => /^Terraform\b/.test(example.heading));

    test.each(terraform.map((example) => [`${example.verdict}: ${example.heading}`, example] as const))(
      "an unknown adds no finding to %s",
      async (_, example) => {
        const before = await reported(filesOf(example), id);
        for (const { path, text, what } of variants(example)) {
          const after = await reported({ ...filesOf(example), [path]: text }, id);
          expect(
            after.filter((finding) => !before.includes(finding)),
            `${path} with ${what} unknown`,
          ).toEqual([]);
        }
      },
    );
  },
);

async function reported(files: Readonly<Record<string, string>>, rule: string): Promise<string[]> {
  const report = await lintFiles(files);
  return report.findings
    .filter((finding) => finding.rule === rule)
    .map(({ resource, attribute }) => `${resource?.block} ${attribute}`);
}

function variants(example: Example): { path: string; text: string; what: string }[] {
  return example.files
    .filter((file) => file.path.endsWith(".tf"))
    .flatMap(({ path, text }) =>
      valuesIn(parseHcl(new SourceText(path, text)).body).map(({ from, to, name }) => ({
        path,
        text: `${text.slice(0, from)}terraform_data.unknown.output${text.slice(to)}\nresource "terraform_data" "unknown" {\n  input = timestamp()\n}\n`,
        what: name,
      })),
    );
}

function valuesIn(body: Body, isTop = true): (Range & { name: string })[] {
  if (body.form !== "native") return [];
  const own = isTop ? [] : body.attributes.filter((attribute) => !metaArguments.has(attribute.name));
  const blocks = body.blocks.filter((block) => !block.broken && !(isTop && settingBlocks.has(block.type)));
  return [
    ...own.map(({ name, expression }) => ({ name, from: expression.from, to: expression.to })),
    ...blocks.flatMap((block) => valuesIn(block.body, false)),
  ];
}
