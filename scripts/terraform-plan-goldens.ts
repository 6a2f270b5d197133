import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mode, repository, say, settle } from "./repository.ts";

const folder = "test/terraform/module";
const oracle = "Terraform v1.11.";

interface Change {
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly after_sensitive?: unknown;
}

interface Plan {
  readonly output_changes?: Readonly<Record<string, Change>>;
  readonly resource_changes?: readonly { readonly address: string; readonly change: Change }[];
}

/** Has Terraform 1.11 plan every configuration in `cases/` with both of its variable files, and keeps the plans in `golden/`. */
export async function main(mode: Mode): Promise<number> {
  if (!run(["version"], repository).stdout.startsWith(oracle)) {
    say(`terraform-plan-goldens: ${oracle}x is not installed, so its plans were not asked for again`);
    return 0;
  }
  const files = new Map<string, string>();
  for (const name of readdirSync(join(repository, folder, "cases")).sort()) {
    files.set(`${folder}/golden/${name}.json`, `${JSON.stringify(planCase(name), undefined, 2)}\n`);
  }
  return settle(mode, files, "node scripts/run.js terraform-plan-goldens");
}

function planCase(name: string): Record<string, unknown> {
  const directory = mkdtempSync(join(tmpdir(), "ml-lint-plan-"));
  try {
    cpSync(join(repository, folder, "cases", name), directory, { recursive: true });
    const started = run(["init", "-input=false"], directory);
    if (started.status !== 0) throw new Error(`${name}: ${started.stdout}${started.stderr}`);
    return Object.fromEntries(["first", "second"].map((file) => [file, planWith(directory, file)]));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function planWith(directory: string, file: string): unknown {
  const variables = [`${file}.tfvars`, `${file}.tfvars.json`].find((path) => existsSync(join(directory, path)));
  const planned = run(["plan", "-input=false", "-refresh=false", "-out=plan", `-var-file=${variables}`], directory);
  if (planned.status !== 0) return { error: /Error: (.*)/.exec(planned.stderr)?.[1] ?? planned.stderr };
  const plan = JSON.parse(run(["show", "-json", "plan"], directory).stdout) as Plan;
  const outputs = Object.entries(plan.output_changes ?? {}).map(([name, change]) => [name, merge(change)]);
  const resources = (plan.resource_changes ?? []).map(({ address, change }) => [address, merge(change)]);
  return { outputs: Object.fromEntries(outputs.sort(byName)), resources: Object.fromEntries(resources.sort(byName)) };
}

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

/** One tree of what a plan keeps in three: `{ "~": "unknown" }`, and `{ "~": "sensitive", "value": … }`. */
function merge({ after, after_unknown: unknown, after_sensitive: sensitive }: Change): unknown {
  if (unknown === true)
    return sensitive === true ? { "~": "sensitive", value: { "~": "unknown" } } : { "~": "unknown" };
  if (sensitive === true) return { "~": "sensitive", value: merge({ after, after_unknown: unknown }) };
  if (Array.isArray(after) || Array.isArray(unknown))
    return mergeLists(listOf(after), listOf(unknown), listOf(sensitive));
  if (isObject(after) || isObject(unknown))
    return mergeObjects(objectOf(after), objectOf(unknown), objectOf(sensitive));
  return after ?? null;
}

function mergeLists(after: readonly unknown[], unknown: readonly unknown[], sensitive: readonly unknown[]): unknown[] {
  return Array.from({ length: Math.max(after.length, unknown.length) }, (_, index) =>
    merge({ after: after[index], after_unknown: unknown[index], after_sensitive: sensitive[index] }),
  );
}

type Members = Readonly<Record<string, unknown>>;

function mergeObjects(after: Members, unknown: Members, sensitive: Members): Members {
  const names = [...new Set([...Object.keys(after), ...Object.keys(unknown)])].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      merge({ after: after[name], after_unknown: unknown[name], after_sensitive: sensitive[name] }),
    ]),
  );
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null;
}

function objectOf(value: unknown): Members {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function run(args: readonly string[], directory: string): { status: number | null; stdout: string; stderr: string } {
  const env = {
    ...process.env,
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
    NO_COLOR: "1",
    TF_CLI_ARGS_plan: "-no-color",
  };
  return spawnSync("terraform", args, { cwd: directory, encoding: "utf8", env, maxBuffer: 1 << 28 });
}
