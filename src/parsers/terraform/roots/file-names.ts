import { nameOf } from "../../../model/project-path.ts";

/** Whether Terraform or OpenTofu reads a file as configuration. */
export function isConfiguration(path: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(path) && !isEditorFile(nameOf(path));
}

/** Whether a file sets variables; an `.example` counts where it was asked for. */
export function isVariableFile(path: string): boolean {
  return /\.tfvars(?:\.json)?(?:\.example)?$/.test(path) && !isEditorFile(nameOf(path));
}

/** The files that Terraform passes over: hidden ones and what editors leave. */
function isEditorFile(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
}

/** Variable files that Terraform reads in a root's directory without being told. */
export function appliesAlways(name: string): boolean {
  return /^terraform\.tfvars(?:\.json)?$/.test(name) || /\.auto\.tfvars(?:\.json)?$/.test(name);
}

/** Terraform's order of precedence: terraform.tfvars, terraform.tfvars.json, then the automatic ones by name. */
export function precedence(name: string): string {
  if (name === "terraform.tfvars") return "0";
  return name === "terraform.tfvars.json" ? "1" : `2${name}`;
}

/** What is left of a variable file's name without what makes it one. */
export function stemOf(path: string): string {
  return nameOf(path).replace(/(?:\.auto)?\.tfvars(?:\.json)?(?:\.example)?$/, "");
}

/** OpenTofu reads `main.tofu` instead of `main.tf` beside it. */
export function withoutReplaced(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return paths.filter((path) => !all.has(path.replace(/\.tf(\.json)?$/, ".tofu$1")) || /\.tofu(?:\.json)?$/.test(path));
}
