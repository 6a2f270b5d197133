import { describe, expect, test } from "vitest";
import { rules } from "../../../rules/index.ts";
import { page } from "../../../rules/pages.ts";
import { filesOf, lintFiles } from "../../../scripts/example.ts";
import { parseRulePage } from "../../../scripts/rule-page.ts";
import { SourceText } from "../../../src/model/place.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import type { NativeBody } from "../../../src/parsers/terraform/read/syntax.ts";

type Files = Readonly<Record<string, string>>;

/** A file in which the bodies of azapi resources are texts of JSON, as versions of azapi before 2 take them. */
function withEncodedBodies(path: string, text: string): string {
  const { body } = parseHcl(new SourceText(path, text));
  const resources = (body as NativeBody).blocks.filter(({ labels }) => labels[0]?.text.startsWith("azapi_"));
  const bodies = resources
    .flatMap((block) => (block.body as NativeBody).attributes)
    .filter(({ name, expression }) => name === "body" && expression.type === "object");
  return bodies.reduceRight((result, { expression: { from, to } }) => {
    return `${result.slice(0, from)}jsonencode(${result.slice(from, to)})${result.slice(to)}`;
  }, text);
}

const rows = rules.flatMap(({ id }) =>
  parseRulePage(page(id) ?? "").examples.flatMap((example) => {
    const files = filesOf(example);
    const encoded = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, path.endsWith(".tf") ? withEncodedBodies(path, text) : text]),
    );
    const differs = Object.entries(files).some(([path, text]) => encoded[path] !== text);
    return differs ? [[`${id} ${example.verdict}: ${example.heading}`, id, files, encoded] as const] : [];
  }),
);

async function reported(files: Files, id: string): Promise<string[]> {
  const { findings } = await lintFiles(files, { rules: rules.filter((rule) => rule.id === id) });
  return findings.map(({ level, at, resource, attribute }) => {
    return `${level} ${at.file}:${at.start.line} ${resource?.address} ${attribute}`;
  });
}

describe("a body that is encoded is judged as the object that it is made of, at the same lines", () => {
  test.each(rows)("%s", async (_, id, files, encoded) => {
    expect(await reported(encoded, id)).toEqual(await reported(files, id));
  });

  test("for nearly all rules with an example in azapi", () => {
    expect(new Set(rows.map(([, id]) => id)).size).toBeGreaterThan(120);
  });
});
