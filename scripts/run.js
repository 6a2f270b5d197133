// Runs a TypeScript script of this folder: `node scripts/run.js NAME [ARGUMENT…]`. Bundles it first, because Node 20
// does not read TypeScript.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const [name, ...rest] = process.argv.slice(2);
const folder = join(import.meta.dirname, "../node_modules/.cache/ml-lint-scripts");
const file = join(folder, `${name}-${process.pid}.js`);
mkdirSync(folder, { recursive: true });
const bundle = await rolldown({
  input: join(import.meta.dirname, `${name}.ts`),
  platform: "node",
  external: (id) => /^[@a-z]/.test(id),
  logLevel: "warn",
});
await bundle.write({ file, format: "esm", codeSplitting: false });
try {
  const script = await import(pathToFileURL(file).href);
  process.exitCode = await script.main(rest.includes("--check") ? "check" : "write", rest);
} finally {
  rmSync(file, { force: true });
}
