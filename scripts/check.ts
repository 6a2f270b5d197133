import { spawnSync } from "node:child_process";
import { type Mode, repository, say } from "./repository.ts";

/** What CI asks besides the tests: types, formatting and lint, generated files, the committed bundle. */
const checks: readonly (readonly [name: string, command: readonly string[]])[] = [
  ["types", ["npx", "--no-install", "tsc", "-p", "."]],
  ["formatting and lint", ["npx", "--no-install", "biome", "ci", "."]],
  ["generated files", ["node", "scripts/run.js", "generate", "--check"]],
  ["documentation", ["node", "scripts/run.js", "docs", "--check"]],
  ["data", ["node", "scripts/run.js", "data", "--check"]],
  ["commands in documents", ["node", "scripts/run.js", "documents", "--check"]],
  ["bundle", ["node", "scripts/run.js", "bundle", "--check"]],
];

export function main(_mode: Mode): number {
  let failed = 0;
  for (const [name, [program, ...rest]] of checks) {
    const result = spawnSync(program!, rest, { cwd: repository, encoding: "utf8" });
    const passed = result.status === 0;
    say(`${passed ? "passed" : "FAILED"}  ${name}`);
    if (passed) continue;
    failed += 1;
    say(`${result.stdout}${result.stderr}`.trimEnd());
  }
  say(`${checks.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
