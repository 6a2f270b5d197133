import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

/**
 * Has Terraform 1.11 plan every configuration in `cases/` with both of its variable files, and keeps the plans in
 * `golden/`. Those in `provider/` use azurerm: they are planned, where Go is installed, with a provider that only knows
 * its schema.
 */
export async function main(mode: Mode): Promise<number> {
  if (!run(["version"], repository).stdout.startsWith(oracle)) {
    say(`terraform-plan-goldens: ${oracle}x is not installed, so its plans were not asked for again`);
    return 0;
  }
  const files = new Map<string, string>();
  planFolder(folder, files, {});
  const work = mkdtempSync(join(tmpdir(), "ml-lint-provider-"));
  try {
    const settings = buildProvider(work);
    if (settings) planFolder(`${folder}/provider`, files, settings);
    else say("terraform-plan-goldens: Go is not installed, so the plans of azurerm were not asked for again");
  } finally {
    rmSync(work, { recursive: true });
  }
  return settle(mode, files, "node scripts/run.js terraform-plan-goldens");
}

type Settings = Readonly<Record<string, string>>;

/** Builds the provider into a mirror, and gives the settings that make Terraform use it. */
function buildProvider(work: string): Settings | undefined {
  const mirror = join(work, "mirror");
  const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
  const path = join(
    mirror,
    "registry.terraform.io/hashicorp/azurerm/4.81.0",
    platform,
    "terraform-provider-azurerm_v4.81.0",
  );
  const built = spawnSync("go", ["build", "-o", path, "."], {
    cwd: join(repository, folder, "provider/stub"),
    encoding: "utf8",
  });
  if (built.error) return undefined;
  if (built.status !== 0) throw new Error(built.stderr);
  const configuration = join(work, "terraform.rc");
  writeFileSync(configuration, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
  return { TF_CLI_CONFIG_FILE: configuration };
}

function planFolder(path: string, files: Map<string, string>, settings: Settings): void {
  for (const name of readdirSync(join(repository, path, "cases")).sort()) {
    const plans = planCase(join(repository, path, "cases", name), settings);
    files.set(`${path}/golden/${name}.json`, `${JSON.stringify(plans, undefined, 2)}\n`);
  }
}

function planCase(path: string, settings: Settings): Record<string, unknown> {
  const directory = mkdtempSync(join(tmpdir(), "ml-lint-plan-"));
  try {
    cpSync(path, directory, { recursive: true });
    const started = run(["init", "-input=false"], directory, settings);
    if (started.status !== 0) throw new Error(`${path}: ${started.stdout}${started.stderr}`);
    return Object.fromEntries(["first", "second"].map((file) => [file, planWith(directory, file, settings)]));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function planWith(directory: string, file: string, settings: Settings): unknown {
  const variables = [`${file}.tfvars`, `${file}.tfvars.json`].find((path) => existsSync(join(directory, path)));
  const planned = run(
    ["plan", "-input=false", "-refresh=false", "-out=plan", `-var-file=${variables}`],
    directory,
    settings,
  );
  if (planned.status !== 0) return { error: /Error: (.*)/.exec(planned.stderr)?.[1] ?? planned.stderr };
  const plan = JSON.parse(run(["show", "-json", "plan"], directory, settings).stdout) as Plan;
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

function run(args: readonly string[], directory: string, settings: Settings = {}): Run {
  const quiet = { TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1", TF_CLI_ARGS_plan: "-no-color" };
  const env = { ...process.env, ...quiet, ...settings };
  return spawnSync("terraform", args, { cwd: directory, encoding: "utf8", env, maxBuffer: 1 << 28 });
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
