import { chmodSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { globbySync } from "globby";
import { rolldown } from "rolldown";
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

/**
 * Bundles the command into `dist/`, dependencies included. What is imported late stays in files of its own beside it, so
 * that a run loads only what it uses.
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
    input: { "ml-lint": join(repository, "src/cli/main.ts") },
    platform: "node",
    preserveEntrySignatures: false,
    resolve: { alias: { yaml: join(repository, "node_modules/yaml/browser/index.js") } },
    transform: { define: { __ML_LINT_VERSION__: JSON.stringify(version) } },
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
  return new Map(output.map((file) => [`dist/${file.fileName}`, "code" in file ? file.code : String(file.source)]));
}
