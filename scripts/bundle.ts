import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globbySync } from "globby";
import { rolldown } from "rolldown";
import { type Mode, readIfThere, repository, say, write } from "./repository.ts";

/** What every run loads, in one file; the start of the command, chalk and yaml have files of their own. */
const everyRunLoads =
  /\/src\/(?:(?:model|engine|report|cli)\/(?!(?:main|usage|version|colours|configuration-file|validate)\.ts$)|parsers\/commands\/marks\.ts$)/;

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
  const { rmSync } = await import("node:fs");
  for (const path of extra) rmSync(join(repository, path));
  for (const path of stale) write(path, outputs.get(path)!);
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
  });
  const { output } = await build.generate({
    dir: join(repository, "dist"),
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "ml-lint/[name].js",
    minify: { compress: true, mangle: false, codegen: false },
    comments: false,
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: "command", test: everyRunLoads }] },
  });
  return new Map(output.map((file) => [`dist/${file.fileName}`, "code" in file ? file.code : String(file.source)]));
}
