import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { globbySync } from "globby";
import { describe, expect, test } from "vitest";

/** Which folder may import which: the layers of docs/architecture.md. A layer may always import itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  data: ["src/model", "schemas"],
  "src/parsers": ["src/model", "data"],
  "src/engine": ["src/model"],
  rules: ["src/model", "src/engine/rule.ts", "data"],
  "src/report": ["src/model", "src/engine", "schemas"],
  "src/compare": ["src/model", "src/engine", "src/report", "data", "schemas"],
  "src/lint.ts": ["src/model", "src/parsers", "src/engine", "schemas"],
  "src/fixes": ["src/model", "src/parsers", "src/engine", "src/lint.ts"],
  "src/version.ts": [],
  "src/library": ["src/model", "src/engine", "src/report", "src/lint.ts", "src/version.ts", "rules", "schemas"],
  "src/cli": [
    ...["src/model", "src/parsers", "src/engine", "src/report", "src/compare", "src/fixes"],
    ...["src/lint.ts", "src/version.ts"],
    ...["rules", "data", "schemas"],
  ],
  "src/action": ["src/model", "src/engine", "src/report", "src/cli"],
};

/** Node's own modules, which only the outermost layer may touch. */
const touchesProcess = new Set(["src/cli", "src/action"]);

/** The library asks the clock for today where its caller names no date. */
const readsClock = new Set([...touchesProcess, "src/library"]);

const files = globbySync(["src/**/*.ts", "rules/**/*.ts", "data/**/*.ts"]);

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly target: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const statements =
    /^(?:import|export)\s+(?:type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  return [...text.matchAll(statements)].map((match) => {
    const specifier = match[1] ?? match[2]!;
    const target = specifier.startsWith(".") ? relative(".", join(dirname(file), specifier)) : specifier;
    return { file, specifier, target };
  });
}

function layerOf(path: string): string | undefined {
  return Object.keys(layers).find((layer) => path === layer || path.startsWith(`${layer}/`));
}

function isAllowed({ file, target }: Import): boolean {
  const layer = layerOf(file);
  if (!layer) return false;
  return [layer, ...layers[layer]!].some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
}

const imports = files.flatMap(importsOf);
const ours = imports.filter((one) => one.specifier.startsWith("."));
const builtins = imports.filter((one) => one.specifier.startsWith("node:"));

describe("layers", () => {
  test("every source file belongs to a layer", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
  });

  test("imports follow the layers", () => {
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter((one) => !isAllowed(one)).map((one) => `${one.file} imports ${one.target}`)).toEqual([]);
  });

  test("rules import nothing of the engine but how a rule is defined, and no parser", () => {
    const fromRules = ours.filter((one) => one.file.startsWith("rules/") && one.target.startsWith("src/"));
    const wrong = fromRules.filter((one) => !/^src\/(model\/|engine\/rule\.ts$)/.test(one.target));
    expect(wrong.map((one) => `${one.file} imports ${one.target}`)).toEqual([]);
  });

  test("only the command and the Action touch Node", () => {
    const wrong = builtins.filter((one) => !touchesProcess.has(layerOf(one.file) ?? ""));
    expect(wrong.map((one) => `${one.file} imports ${one.specifier}`)).toEqual([]);
  });

  test("nothing below the command reads the process or the clock", () => {
    const pure = files.filter((file) => !readsClock.has(layerOf(file) ?? ""));
    const impure = pure.filter((file) =>
      /\bprocess\.|\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(/.test(withoutComments(readFileSync(file, "utf8"))),
    );
    expect(impure).toEqual([]);
  });

  test("the check itself notices a wrong edge", () => {
    expect(isAllowed({ file: "src/model/value.ts", specifier: "", target: "src/engine/run.ts" })).toBe(false);
    expect(isAllowed({ file: "src/engine/run.ts", specifier: "", target: "src/parsers/json/reader.ts" })).toBe(false);
    expect(isAllowed({ file: "src/engine/run.ts", specifier: "", target: "src/model/value.ts" })).toBe(true);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}
