import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const repository = process.cwd();
const limit = 3_000_000;

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

/** The package as npm packs it, and an empty project that installed it. */
const place = mkdtempSync(join(tmpdir(), "ml-lint-package-"));
const project = join(place, "project");
let packed: Packed;

function run(program: string, words: readonly string[], cwd: string): { status: number | null; output: string } {
  const env = {
    ...process.env,
    npm_config_offline: "true",
    npm_config_cache: join(place, "cache"),
    npm_config_loglevel: "error",
  };
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: "utf8", env });
  return { status, output: `${stdout}${stderr}` };
}

beforeAll(() => {
  const { stdout } = spawnSync("npm", ["pack", "--json", "--pack-destination", place], {
    cwd: repository,
    encoding: "utf8",
  });
  const answer = JSON.parse(stdout) as Packed[] | Record<string, Packed>;
  packed = Object.values(answer)[0]!;
  cpSync(join(repository, "test/package/consumer"), project, { recursive: true });
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const installed = run("npm", ["install", "--no-audit", "--no-fund", join(place, packed.filename)], project);
  expect(installed.status, installed.output).toBe(0);
}, 60_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("the package", () => {
  test("holds the command, the library, the schemas and nothing else", () => {
    const paths = packed.files.map((file) => file.path).filter((path) => !/^dist\/ml-lint\/[\w-]+\.js$/.test(path));
    const schemas = readdirSync(join(repository, "schemas")).filter((name) => name.endsWith(".schema.json"));
    expect(paths.sort()).toEqual(
      [
        ...["CHANGELOG.md", "LICENSE", "README.md", "package.json"],
        ...["dist/library.d.ts", "dist/library.js", "dist/ml-lint.js"],
        ...schemas.filter((name) => name !== "defaults.schema.json").map((name) => `schemas/${name}`),
      ].sort(),
    );
  });

  test("is small", () => {
    expect(packed.unpackedSize).toBeLessThan(limit);
  });

  test("brings nothing along", () => {
    expect(readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["ml-lint"]);
  });

  test("has a command that npx starts", () => {
    const { status, output } = run("npx", ["--no-install", "ml-lint", "--version"], project);
    expect(output).toMatch(/^ml-lint \d+\.\d+\.\d+/);
    expect(status).toBe(0);
  });
});

describe("the library in an empty project", () => {
  test("lints", () => {
    const script = `import { lint } from "ml-lint";
      const main = 'resource "azurerm_container_registry" "ml" {\\n  admin_enabled = true\\n}\\n';
      const { findings } = await lint({ "prod/main.tf": main });
      console.log(findings.find((finding) => finding.rule === "registry/admin-user").place.start.line);`;
    expect(run(process.execPath, ["--input-type=module", "--eval", script], project).output).toBe("2\n");
  });

  test("can be required", () => {
    const script = `const { rules } = require("ml-lint"); console.log(rules().length > 100);`;
    const words = ["--no-warnings", "--input-type=commonjs", "--eval", script];
    expect(run(process.execPath, words, project).output).toBe("true\n");
  });

  test("has schemas that can be imported", () => {
    const script = `console.log(import.meta.resolve("ml-lint/schemas/report.schema.json"));`;
    const { output } = run(process.execPath, ["--input-type=module", "--eval", script], project);
    expect(output).toContain("ml-lint/schemas/report.schema.json");
  });

  test.each(["nodenext", "bundler"])("has types, as %s resolves them", { timeout: 60_000 }, (resolution) => {
    const module = resolution === "bundler" ? "esnext" : resolution;
    const words = [
      ...["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--target", "es2023", "--types", ""],
      ...["--module", module, "--moduleResolution", resolution, "use.ts"],
    ];
    const { output } = run(process.execPath, [join(repository, "node_modules/typescript/bin/tsc"), ...words], project);
    expect(output).toBe("");
  });
});
