import { describe, expect, test } from "vitest";
import { rules } from "../../../rules/index.ts";
import { page } from "../../../rules/pages.ts";
import { filesOf, lintFiles } from "../../../scripts/example.ts";
import { type Example, parseRulePage } from "../../../scripts/rule-page.ts";
import { parametersToVariables, templateToAzapi } from "./template-to-azapi.ts";
import { terraformToJson } from "./terraform-to-json.ts";

type Files = Readonly<Record<string, string>>;

async function reported(files: Files, id: string): Promise<string[]> {
  const report = await lintFiles(files, { rules: rules.filter((rule) => rule.id === id) });
  return report.findings.map(({ resource, attribute, level }) => `${level} ${resource?.kind} ${attribute}`).sort();
}

/** The files with every one that has a translation translated; undefined where none or not all of them have one. */
function translated(
  example: Example,
  translate: (path: string, text: string) => [string, string | undefined] | undefined,
) {
  const files: Record<string, string> = {};
  let some = false;
  for (const [path, text] of Object.entries(filesOf(example))) {
    const translation = translate(path, text);
    if (translation === undefined) files[path] = text;
    else if (translation[1] === undefined) return undefined;
    else {
      files[translation[0]] = translation[1];
      some = true;
    }
  }
  return some ? files : undefined;
}

function toJson(path: string, text: string): [string, string | undefined] | undefined {
  return path.endsWith(".tf") ? [`${path}.json`, terraformToJson(path, text)] : undefined;
}

function toAzapi(path: string, text: string): [string, string | undefined] | undefined {
  if (text.includes("/deploymentParameters.json#")) {
    const [, folder, environment] = /^(.*?)[^/]*?\.?(\w+)\.parameters\.json$/.exec(path) ?? [];
    return [`${folder}${environment}.tfvars.json`, parametersToVariables(text)];
  }
  return text.includes("/deploymentTemplate.json#")
    ? [`${path.slice(0, -5)}.tf.json`, templateToAzapi(text)]
    : undefined;
}

/** Rules about the language itself. */
const aboutText = /^(?:project|environment)\//;

/** What only a template has: a parameter with the default that is wrong. */
const onlyInTemplates = new Set(["secret/literal bad: ARM, the default of a secure parameter"]);

type Row = readonly [name: string, id: string, example: Example, files: Files];

function rowsOf(translate: Parameters<typeof translated>[1]): Row[] {
  return rules
    .filter(({ id }) => !aboutText.test(id))
    .flatMap(({ id }) => parseRulePage(page(id) ?? "").examples.map((example) => ({ id, example })))
    .flatMap(({ id, example }): Row[] => {
      const files = translated(example, translate);
      const name = `${id} ${example.verdict}: ${example.heading}`;
      return files && !onlyInTemplates.has(name) ? [[name, id, example, files]] : [];
    });
}

const inJson = rowsOf(toJson);
const inAzapi = rowsOf(toAzapi);

describe("what CDKTF writes is judged as what is written by hand", () => {
  test.each(inJson)("%s", async (_, id, example, files) => {
    expect(await reported(files, id)).toEqual(await reported(filesOf(example), id));
  });

  test("for nearly all rules with an example in Terraform", () => {
    expect(new Set(inJson.map(([, id]) => id)).size).toBeGreaterThan(140);
  });
});

describe("what azapi writes is judged as what a template says", () => {
  test.each(inAzapi)("%s", async (_, id, example, files) => {
    expect(await reported(files, id)).toEqual(await reported(filesOf(example), id));
  });

  test("for nearly all rules with an example in ARM", () => {
    expect(new Set(inAzapi.map(([, id]) => id)).size).toBeGreaterThan(130);
  });
});
