import { rules } from "../../../rules/index.ts";
import { configurationOf, exampleDate } from "../../../scripts/example.ts";
import type { Report } from "../../../src/engine/report.ts";
import { lint } from "../../../src/lint.ts";
import { MemoryFiles } from "../../../src/model/files.ts";
import { terraformToPlans } from "./terraform-to-plan.ts";

export type Files = Readonly<Record<string, string>>;

/** What one rule makes of some of the files; the others may be read, too. */
async function judged(id: string, files: Files, isLinted: (path: string) => boolean): Promise<Report> {
  return lint({
    files: new MemoryFiles(files),
    paths: Object.keys(files)
      .filter((path) => path !== "ml-lint.yaml" && isLinted(path))
      .sort(),
    configuration: configurationOf(files),
    environments: [],
    today: exampleDate,
    rules: rules.filter((rule) => rule.id === id),
    version: "0.0.0",
  });
}

/** What one rule makes of Terraform as it is written and as it is planned. */
export interface Verdicts {
  readonly written: Report;
  /** The plans, with the configuration beside them. */
  readonly beside: Report;
  /** The plans, with nothing beside them. */
  readonly alone: Report;
}

/** Undefined where Terraform could make no plan. */
export async function verdictsOf(id: string, files: Files): Promise<Verdicts | undefined> {
  const plans = await terraformToPlans(files);
  if (plans === undefined) return undefined;
  const others = Object.fromEntries(Object.entries(files).filter(([path]) => !isTerraform(path)));
  return {
    written: await judged(id, files, () => true),
    beside: await judged(id, { ...files, ...plans }, (path) => !isTerraform(path)),
    alone: await judged(id, { ...others, ...plans }, () => true),
  };
}

function isTerraform(path: string): boolean {
  return /\.tf(?:vars)?(?:\.json)?$/.test(path);
}

/** What is found, once for each environment: several plans do not merge. */
export function foundIn({ findings }: Report): string[] {
  const each = findings.flatMap(({ environments, resource, attribute }) =>
    environments.map(({ name }) => `${name} ${resource?.kind} ${resource?.address} ${attribute}`),
  );
  return [...new Set(each)].sort();
}

export function levelsOf({ findings }: Report): string[] {
  return findings.map(({ level, resource, attribute }) => `${level} ${resource?.address} ${attribute}`).sort();
}
