import { type Bump, type Change, neededBump } from "./release-contract.ts";

/** What speaks against releasing the version, seen from the former one and from what changed since. */
export function versionProblems(version: string, former: string | undefined, changes: readonly Change[]): string[] {
  const next = partsOf(version);
  if (!next) return [`The version ${version} is not three numbers, as in 1.2.3.`];
  const last = former === undefined ? undefined : partsOf(former);
  if (!last) return [];
  const needed = neededBump(changes);
  const least = nextVersions(last);
  if (Object.values(least).includes(version) && reaches(next, partsOf(least[needed])!)) return [];
  const causes = changes.filter(({ bump }) => bump === needed).map(({ text }) => `  ${text}`);
  return [
    `The version after ${former} is ${least[needed]}, not ${version}${causes.length > 0 ? ", because:" : "."}`,
    ...causes,
  ];
}

/** Before 1.0.0, what would be a major version is a minor one. */
function nextVersions([major, minor, patch]: readonly [number, number, number]): Record<Bump, string> {
  const nextMinor = `${major}.${minor + 1}.0`;
  const nextMajor = major === 0 ? nextMinor : `${major + 1}.0.0`;
  return { patch: `${major}.${minor}.${patch + 1}`, minor: nextMinor, major: nextMajor };
}

function partsOf(version: string): [number, number, number] | undefined {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  return patch === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

function reaches(version: readonly number[], least: readonly number[]): boolean {
  const at = version.findIndex((part, index) => part !== least[index]);
  return at < 0 || version[at]! > least[at]!;
}

/** What the changelog lacks: the section of the version, with its date, and every rule that changed. */
export function changelogProblems(changelog: string, version: string, changes: readonly Change[]): string[] {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
  if (section === undefined) return [`CHANGELOG.md has no section "## ${version} (YYYY-MM-DD)".`];
  const [heading = "", ...lines] = section.split("\n");
  const problems: string[] = [];
  if (!/^\S+ \(\d{4}-\d{2}-\d{2}\)$/.test(heading)) problems.push(`CHANGELOG.md gives ${version} no date in brackets.`);
  if (!lines.some((line) => line.startsWith("- "))) problems.push(`CHANGELOG.md lists nothing below ${version}.`);
  const unreleased = sections.find((text) => text.startsWith("Unreleased"));
  if (unreleased?.includes("\n- ")) problems.push('CHANGELOG.md still lists changes below "Unreleased".');
  // An id ends where no letter, digit or hyphen follows: compute/public-ip is not named by compute/public-ip-range.
  const named = new Set(lines.join("\n").match(/[a-z0-9-]+\/[a-z0-9-]+/g));
  const rules = new Set(changes.flatMap(({ rule }) => (rule === undefined ? [] : [rule])));
  for (const rule of rules) if (!named.has(rule)) problems.push(`CHANGELOG.md does not name ${rule} below ${version}.`);
  return problems;
}

const ships =
  /^(?:dist\/(?:ml-lint|library)\.js|dist\/library\.d\.ts|dist\/ml-lint\/[^/]+\.js|schemas\/[^/]+\.schema\.json)$/;
const needs = ["dist/ml-lint.js", "dist/library.js", "dist/library.d.ts", "schemas/configuration.schema.json"];
const papers = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
const unpackedLimit = 3_000_000;

/** What the package has too much or too little. */
export function packageProblems(paths: readonly string[], unpackedSize: number): string[] {
  const problems = [...papers, ...needs]
    .filter((path) => !paths.includes(path))
    .map((path) => `The package lacks ${path}.`);
  for (const path of paths)
    if (!papers.includes(path) && !ships.test(path)) problems.push(`The package holds ${path}, which nobody needs.`);
  if (unpackedSize >= unpackedLimit)
    problems.push(`The package is ${unpackedSize} bytes unpacked; it is to stay below ${unpackedLimit}.`);
  return problems;
}
