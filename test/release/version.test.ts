import { describe, expect, test } from "vitest";
import type { Bump, Change } from "../../scripts/release-contract.ts";
import { changelogProblems, packageProblems, versionProblems } from "../../scripts/release-version.ts";

const change = (bump: Bump): Change => ({ bump, rule: "compute/public-ip", text: `a ${bump} change` });

describe("a version", () => {
  test.each<[string, string | undefined, Bump]>([
    ["0.1.0", undefined, "major"],
    ["1.2.4", "v1.2.3", "patch"],
    ["1.3.0", "v1.2.3", "minor"],
    ["1.3.0", "v1.2.3", "patch"],
    ["2.0.0", "v1.2.3", "major"],
    ["2.0.0", "v1.2.3", "patch"],
    ["0.10.0", "v0.9.3", "major"],
    ["1.10.0", "v1.9.0", "minor"],
  ])("%s fits after %s and a %s change", (version, former, bump) => {
    expect(versionProblems(version, former, [change(bump)])).toEqual([]);
  });

  test.each<[string, string, Bump, string]>([
    ["1.2.4", "v1.2.3", "minor", "1.3.0"],
    ["1.3.0", "v1.2.3", "major", "2.0.0"],
    ["1.2.3", "v1.2.3", "patch", "1.2.4"],
    ["1.2.2", "v1.2.3", "patch", "1.2.4"],
    ["1.2.5", "v1.2.3", "patch", "1.2.4"],
    ["1.3.1", "v1.2.3", "minor", "1.3.0"],
    ["0.1.1", "v0.1.0", "major", "0.2.0"],
  ])("%s does not fit after %s and a %s change", (version, former, bump, wanted) => {
    expect(versionProblems(version, former, [change("patch"), change(bump)])).toEqual([
      `The version after ${former} is ${wanted}, not ${version}, because:`,
      ...(bump === "patch" ? ["  a patch change"] : []),
      `  a ${bump} change`,
    ]);
  });

  test.each(["1.2", "1.2.3-beta.1", "v", ""])("is three numbers, not %j", (version) => {
    expect(versionProblems(version, undefined, [])).toEqual([
      `The version ${version} is not three numbers, as in 1.2.3.`,
    ]);
  });
});

describe("the changelog", () => {
  const changes = [change("minor")];
  const section = (text: string) => changelogProblems(`# Changelog\n\n${text}`, "0.2.0", changes);

  test("is good with a date and every changed rule", () => {
    expect(section("## Unreleased\n\n## 0.2.0 (2026-12-01)\n\n- Louder: `compute/public-ip`.\n")).toEqual([]);
  });

  test.each([
    ["no section", "## 0.2.0-beta\n\n- compute/public-ip\n", 'CHANGELOG.md has no section "## 0.2.0 (YYYY-MM-DD)".'],
    ["no date", "## 0.2.0\n\n- compute/public-ip\n", "CHANGELOG.md gives 0.2.0 no date in brackets."],
    [
      "another rule's name",
      "## 0.2.0 (2026-12-01)\n\n- compute/public-ip-range\n",
      "CHANGELOG.md does not name compute/public-ip below 0.2.0.",
    ],
    [
      "the rule in another section",
      "## 0.2.0 (2026-12-01)\n\n- More.\n\n## 0.1.0 (2026-11-01)\n\n- compute/public-ip\n",
      "CHANGELOG.md does not name compute/public-ip below 0.2.0.",
    ],
    [
      "changes left unreleased",
      "## Unreleased\n\n- More.\n\n## 0.2.0 (2026-12-01)\n\n- compute/public-ip\n",
      'CHANGELOG.md still lists changes below "Unreleased".',
    ],
  ])("is not good with %s", (_name, text, problem) => {
    expect(section(text)).toEqual([problem]);
  });

  test("lists something", () => {
    expect(changelogProblems("## 0.2.0 (2026-12-01)\n", "0.2.0", [])).toEqual([
      "CHANGELOG.md lists nothing below 0.2.0.",
    ]);
  });
});

describe("the package", () => {
  const paths = [
    ...["CHANGELOG.md", "LICENSE", "README.md", "package.json", "dist/ml-lint.js", "dist/ml-lint/rules.js"],
    ...["dist/library.js", "dist/library.d.ts", "schemas/configuration.schema.json"],
  ];

  test("is good with what is needed", () => {
    expect(packageProblems(paths, 1000)).toEqual([]);
  });

  test("holds nothing else", () => {
    expect(packageProblems([...paths, "dist/action.js"], 1000)).toEqual([
      "The package holds dist/action.js, which nobody needs.",
    ]);
  });

  test("lacks nothing", () => {
    expect(packageProblems(paths.slice(1), 1000)).toEqual(["The package lacks CHANGELOG.md."]);
  });

  test("stays small", () => {
    expect(packageProblems(paths, 3_000_000)).toEqual([
      "The package is 3000000 bytes unpacked; it is to stay below 3000000.",
    ]);
  });
});
