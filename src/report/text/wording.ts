import type { Level } from "../../engine/level.ts";
import { defaultEnvironment, type Environment } from "../../model/environment.ts";
import type { Language } from "../../model/project.ts";

const levelNames: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "note" };

/** Worst first. */
export const levelOrder: readonly Level[] = ["error", "warning", "note"];

const fileNames: Readonly<Record<Language, readonly [one: string, many: string]>> = {
  terraform: ["Terraform file", "Terraform files"],
  arm: ["ARM file", "ARM files"],
  plan: ["Terraform plan", "Terraform plans"],
  commands: ["file with commands", "files with commands"],
  settings: ["settings file", "settings files"],
  kubernetes: ["Kubernetes file", "Kubernetes files"],
  azureml: ["Azure ML YAML file", "Azure ML YAML files"],
};

/** "1 error", "2 errors". */
export function count(amount: number, one: string, many = `${one}s`): string {
  const digits = String(amount).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${digits} ${amount === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c"; what exceeds `most` is counted. */
export function enumerate(items: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const shown = items.length > most ? items.slice(0, most) : items;
  const all = items.length > most ? [...shown, `${items.length - most} more`] : shown;
  if (all.length < 2) return all[0] ?? "";
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** "2 errors and 1 note"; what is not there is not named. */
export function countLevels(counts: Readonly<Record<Level, number>>): string {
  return enumerate(
    levelOrder.filter((level) => counts[level] > 0).map((level) => count(counts[level], levelNames[level])),
  );
}

/** "3 Terraform files and 1 ARM file". */
export function countFiles(files: ReadonlyMap<Language, number>): string {
  return enumerate(
    [...files].filter(([, amount]) => amount > 0).map(([language, amount]) => count(amount, ...fileNames[language])),
  );
}

/** The names of the environments that a finding speaks of; none when it is about no environment in particular. */
export function namedEnvironments(environments: readonly Environment[]): string[] {
  const names = environments.map((environment) => environment.name);
  return names.length === 1 && names[0] === defaultEnvironment ? [] : names;
}

/** "in dev and prod", or nothing. */
export function inEnvironments(environments: readonly Environment[], most?: number): string {
  const names = namedEnvironments(environments);
  return names.length === 0 ? "" : `in ${enumerate(names, most)}`;
}
