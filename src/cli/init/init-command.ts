import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Environment } from "../../model/environment.ts";
import { Texts } from "../../model/files.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import { version } from "../../version.ts";
import type { InitArguments } from "../arguments/init.ts";
import { exitCodes } from "../exit-code.ts";
import { Refusal } from "../failure.ts";
import { configurationName } from "../files/kinds-of-files.ts";
import { projectRoot } from "../files/root.ts";
import { findInput } from "../input.ts";
import { configurationText, hookEntry, hookText, workflowText } from "./init-texts.ts";

/** Writes a configuration that fits a folder, and, where it is asked for, the hook and the workflow. */
export async function initCommand({ folder, hook, workflow }: InitArguments): Promise<number> {
  const directory = process.cwd();
  const target = resolve(directory, folder ?? ".");
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Refusal(`There is no folder ${folder}.`);
  }
  const root = projectRoot([target], directory);
  const steps = [
    await writeConfiguration(target, hook || workflow),
    ...(hook ? [writeHook(root)] : []),
    ...(workflow ? [writeWorkflow(root)] : []),
  ];
  for (const { said } of steps) process.stdout.write(`${said}\n`);
  if (steps.every((step) => !step.isDone)) return exitCodes.wrongUsage;
  process.stdout.write("Next: ml-lint shows what it finds, ml-lint config what is in force and why.\n");
  return exitCodes.fine;
}

interface Step {
  readonly said: string;
  /** Something was written, or is left to the user with all that it takes. */
  readonly isDone: boolean;
}

async function writeConfiguration(folder: string, isOneOfSeveral: boolean): Promise<Step> {
  const path = join(folder, configurationName);
  const alike = [path, join(folder, "ml-lint.yml")].find((name) => existsSync(name));
  if (alike !== undefined) {
    if (!isOneOfSeveral) throw new Refusal(`${shown(alike)} is there already; init never overwrites it.`);
    return { said: `${shown(alike)} is there already and stays as it is.`, isDone: false };
  }
  const found = await environmentsIn(folder);
  create(path, configurationText(found, version));
  const names = found.length === 0 ? "" : ` It names the environments that were found: ${listed(found)}.`;
  return { said: `Wrote ${shown(path)}.${names}`, isDone: true };
}

function listed(environments: readonly Environment[]): string {
  return environments.map(({ name, tier }) => `${harmlessInLog(name)} (${tier})`).join(", ");
}

/** The environments of everything below a folder, each tier as the files alone tell it. */
async function environmentsIn(folder: string): Promise<Environment[]> {
  const given = { paths: [folder], environments: [], config: undefined, rules: new Map(), preset: undefined };
  const { files, paths } = await findInput({ ...given, today: undefined }, folder);
  if (paths.length === 0) return [];
  const { parseProject } = await import("../../parsers/project.ts");
  const { roots } = await parseProject({ texts: new Texts(files), paths, environments: [] }, {});
  const found = new Map(roots.flatMap((root) => root.environments.map((one) => [one.name, one] as const)));
  return [...found.values()].filter(({ name }) => name !== "default").sort((a, b) => (a.name < b.name ? -1 : 1));
}

const hookFile = ".pre-commit-config.yaml";

/** A file that somebody keeps is not edited: what to add is printed instead. */
function writeHook(root: string): Step {
  const path = join(root, hookFile);
  if (!existsSync(path)) {
    create(path, hookText(version));
    return { said: `Wrote ${shown(path)}. Run pre-commit install once in each clone.`, isDone: true };
  }
  if (readFileSync(path, "utf8").includes("ml-lint/ml-lint")) {
    return { said: `${shown(path)} has the hook already.`, isDone: false };
  }
  return { said: `${shown(path)} is there already. Add this below repos:\n\n${hookEntry(version)}`, isDone: true };
}

function writeWorkflow(root: string): Step {
  const path = join(root, ".github/workflows/ml-lint.yml");
  if (existsSync(path)) return { said: `${shown(path)} is there already and stays as it is.`, isDone: false };
  create(path, workflowText(version));
  return { said: `Wrote ${shown(path)}. It lints pull requests and what is merged.`, isDone: true };
}

/** Fails where the file came to be in the meantime. */
function create(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "EACCES" || code === "EPERM" ? "permission is denied" : `the system says ${code}`;
    throw new Refusal(`${shown(path)} cannot be written: ${why}.`);
  }
}

function shown(path: string): string {
  return harmlessInLog(relative(process.cwd(), path));
}
