/** Says how to lint, and is not linted itself. */
export const configurationName = "ml-lint.yaml";

/** What a file's name says about it: read in any case, read if it speaks of our subject, or never. */
export type Interest = "always" | "if-marked" | "never";

const always = /\.(?:tf|tofu|tfvars)(?:\.json)?$|\.tfvars\.example$|\.tfplan\.json$/i;
const ifMarked = /\.(?:json|jsonc|ya?ml|sh|bash|zsh|ksh|azcli|ps1|psm1|md|markdown)$/i;

export function interestIn(name: string): Interest {
  if (name === configurationName) return "never";
  if (always.test(name)) return "always";
  return ifMarked.test(name) ? "if-marked" : "never";
}

/** Files that people keep out of git and still deploy from. */
const deployedFrom = /\.(?:tfvars(?:\.json)?|tfplan\.json)$/i;

export function isDeployedThoughIgnored(name: string): boolean {
  return deployedFrom.test(name);
}

const never = new Set([
  ...[".git", ".hg", ".svn", "node_modules", ".terraform", ".terragrunt-cache"],
  ...[".venv", "venv", "virtualenv", "__pycache__", "site-packages", ".tox", ".nox", ".mypy_cache", ".pytest_cache"],
]);

/** Folders that hold nothing people wrote. A virtual environment is also known by its `pyvenv.cfg`. */
export function isNeverEntered(name: string): boolean {
  return never.has(name);
}

const enteredThoughIgnored = new Set([...["environments", "environment", "env", "envs", "vars", "tfvars", "config"]]);

/** Ignored folders in which variable files are kept. */
export function mayHoldVariableFiles(name: string): boolean {
  return enteredThoughIgnored.has(name.toLowerCase());
}

export const cdktfOutput = "cdktf.out";
