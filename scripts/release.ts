import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { type Change, type Contract, type ContractRule, changesBetween } from "./release-contract.ts";
import { changelogProblems, packageProblems, versionProblems } from "./release-version.ts";
import { type Mode, repository, say } from "./repository.ts";

/**
 * Checks that the version in package.json can be released from this commit, and says what to do then. Tags, pushes and
 * publishes nothing.
 */
export function main(_mode: Mode): number {
  const { version } = JSON.parse(read("package.json")) as { version: string };
  const former = run("git", ["describe", "--tags", "--abbrev=0", "--match", "v*"]).output.trim() || undefined;
  say(former === undefined ? `${version}, the first release` : `${version}, after ${former}`);
  const changes = changesSince(former);
  const checks: readonly (readonly [name: string, check: () => string[]])[] = [
    ["clean tree", treeProblems],
    ["bundle", () => commandProblems("node", ["scripts/run.js", "bundle", "--check"])],
    ["version", () => versionProblems(version, former, changes)],
    ["versions agree", () => lockProblems(version)],
    ["changelog", () => changelogProblems(read("CHANGELOG.md"), version, changes)],
    ["package", packProblems],
  ];
  const failed = checks.filter(([name, check]) => !passes(name, check)).length;
  for (const { bump, text } of changes) say(`        ${bump}: ${text}`);
  if (failed > 0) {
    say("Nothing is ready: mend the above first. The tests were not run.");
    return 1;
  }
  if (!passes("tests and checks", () => commandProblems("bash", [".ci/run"]))) return 1;
  say(`Ready. Now:
  git tag -a v${version} -m "ml-lint ${version}"
  git push origin main v${version}
  npm publish`);
  return 0;
}

function passes(name: string, check: () => string[]): boolean {
  const problems = check();
  say(`${problems.length === 0 ? "passed" : "FAILED"}  ${name}`);
  for (const problem of problems) say(`        ${problem}`);
  return problems.length === 0;
}

function treeProblems(): string[] {
  const branch = run("git", ["branch", "--show-current"]).output.trim();
  const changed = run("git", ["status", "--porcelain"]).output.split("\n").filter(Boolean);
  return [
    ...(branch === "main" ? [] : [`Releases are made from main, not from ${branch || "a detached commit"}.`]),
    ...(changed.length === 0 ? [] : [`${changed.length} files are not committed, such as ${changed[0]!.slice(3)}.`]),
  ];
}

function lockProblems(version: string): string[] {
  const { version: locked } = JSON.parse(read("package-lock.json")) as { version: string };
  return locked === version ? [] : [`package-lock.json says ${locked}, and package.json ${version}: run npm install.`];
}

function packProblems(): string[] {
  const { status, output } = run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"]);
  if (status !== 0) return ["npm pack fails."];
  const [packed] = JSON.parse(output) as [{ files: { path: string }[]; unpackedSize: number }];
  return packageProblems(
    packed.files.map(({ path }) => path),
    packed.unpackedSize,
  );
}

/** The former release is asked itself, by its own committed bundle. */
function changesSince(former: string | undefined): Change[] {
  if (former === undefined) return [];
  const place = mkdtempSync(join(tmpdir(), "ml-lint-release-"));
  try {
    const { status } = run("sh", ["-c", 'git archive "$1" | tar -x -C "$2"', "sh", former, place]);
    if (status !== 0) throw new Error(`The files of ${former} cannot be read.`);
    return changesBetween(contractIn(place), contractIn(repository));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Schemas of what users read or write; the others are for our own data. */
const publicSchemas = /^(?:baseline|comparison|configuration|report)\.schema\.json$/;

function contractIn(folder: string): Contract {
  const { status, output } = run(process.execPath, [join(folder, "dist/ml-lint.js"), "rules", "--format", "json"]);
  if (status !== 0) throw new Error(`The bundle in ${folder} does not list its rules.`);
  const { inputs, outputs } = parse(read("action.yml", folder)) as Record<"inputs" | "outputs", object>;
  const schemas = readdirSync(join(folder, "schemas")).filter((name) => publicSchemas.test(name));
  return {
    rules: JSON.parse(output) as ContractRule[],
    action: { inputs: Object.keys(inputs), outputs: Object.keys(outputs) },
    schemas: Object.fromEntries(schemas.map((name) => [name, JSON.parse(read(join("schemas", name), folder))])),
  };
}

function commandProblems(program: string, words: readonly string[]): string[] {
  const { status, output } = run(program, words);
  return status === 0 ? [] : [...output.trimEnd().split("\n").slice(-20), `${program} ${words.join(" ")} fails.`];
}

function run(program: string, words: readonly string[]): { status: number | null; output: string } {
  const { status, stdout } = spawnSync(program, words, { cwd: repository, encoding: "utf8", maxBuffer: 2 ** 28 });
  return { status, output: stdout ?? "" };
}

function read(path: string, folder = repository): string {
  return readFileSync(join(folder, path), "utf8");
}
