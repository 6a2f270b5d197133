import { chmodSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { globbySync } from "globby";
import { rolldown } from "rolldown";
import { libraryTypes } from "./library-types.ts";
import { type Mode, readIfThere, repository, say, write } from "./repository.ts";

/**
 * What is loaded together, each with everything it imports that no chunk above it holds: the command, which an empty
 * folder needs too, what checks, and what reads Terraform. Fewer, larger files start sooner than many small ones.
 */
const chunks = [
  { name: "command", test: /rolldown.runtime|\/src\/cli\/run\.ts$/ },
  { name: "lint", test: /\/(?:src\/lint|rules\/index)\.ts$/ },
  { name: "terraform", test: /\/src\/parsers\/terraform\/(?:plan\/)?index\.ts$/ },
];

/** What the bundler starts from, by the name of the file in `dist/`. */
const entries = {
  "ml-lint": "src/cli/main.ts",
  library: "src/library/index.ts",
  action: "src/action/main.ts",
};

/** The toolkit of the Action and what it brings: only what is called is bundled, so no network and no shell. */
const actionsOnly = /\/node_modules\/(?:@actions|undici|tunnel)\//;

/**
 * Bundles the command, the library and the Action into `dist/`, dependencies included. What is imported late stays in
 * files of its own beside them, so that a run loads only what it uses.
 */
export async function main(mode: Mode): Promise<number> {
  const outputs = await bundle();
  const stale = [...outputs].filter(([path, code]) => readIfThere(path) !== code).map(([path]) => path);
  const extra = globbySync("dist/**", { cwd: repository }).filter((path) => !outputs.has(path));
  if (mode === "check") {
    for (const path of [...stale, ...extra]) say(`${path} is not up to date: run npm run bundle`);
    return stale.length + extra.length > 0 ? 1 : 0;
  }
  for (const path of extra) rmSync(join(repository, path));
  for (const path of stale) write(path, outputs.get(path)!);
  chmodSync(join(repository, "dist/ml-lint.js"), 0o755);
  return 0;
}

async function bundle(): Promise<Map<string, string>> {
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(repository, path)])),
    platform: "node",
    preserveEntrySignatures: "exports-only",
    resolve: { alias: { yaml: join(repository, "node_modules/yaml/browser/index.js") } },
    transform: { define: { __ML_LINT_VERSION__: JSON.stringify(version) } },
    treeshake: { moduleSideEffects: (id) => !actionsOnly.test(id) },
    logLevel: "warn",
    optimization: { inlineConst: { mode: "all", pass: 3 } },
  });
  const { output } = await build.generate({
    dir: join(repository, "dist"),
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "ml-lint/[name].js",
    minify: true,
    comments: false,
    codeSplitting: {
      includeDependenciesRecursively: true,
      groups: chunks.map((chunk, index) => ({ ...chunk, priority: chunks.length - index })),
    },
  });
  const files = output.map((file) => [file.fileName, "code" in file ? file.code : String(file.source)] as const);
  return new Map([...files, ["library.d.ts", libraryTypes()] as const].map(([name, text]) => [`dist/${name}`, text]));
}
