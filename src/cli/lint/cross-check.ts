import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Failure } from "../../engine/report.ts";
import type { Texts } from "../../model/files.ts";
import { type Convert, crossCheck } from "../../parsers/terraform/read/cross-check.ts";
import { parseHcl } from "../../parsers/terraform/read/hcl.ts";
import { Refusal } from "../failure.ts";

const name = "@cdktf/hcl2json";

/**
 * Puts every Terraform file before the reference grammar as well; where it reads one differently, that is a defect of
 * ours. The package is not bundled: it is archived, starts in a second, and is asked for by few.
 */
export async function crossCheckFiles(paths: readonly string[], texts: Texts): Promise<Failure[]> {
  const convert = await loadConverter();
  const failures: Failure[] = [];
  for (const path of paths) {
    const source = /\.(?:tf|tofu|tfvars)$/i.test(path) ? texts.get(path) : undefined;
    if (!source) continue;
    for (const { message, from, to } of await crossCheck(source, parseHcl(source), convert)) {
      const { start } = source.place(from, to);
      failures.push({ message: `${path}:${start.line}:${start.column}: ${message}`, file: path, ours: true });
    }
  }
  return failures;
}

/** From where the project has it installed, else from where ml-lint itself is. */
async function loadConverter(): Promise<Convert> {
  for (const base of [join(process.cwd(), "package.json"), import.meta.url]) {
    try {
      const found = createRequire(base).resolve(name);
      const loaded = (await import(pathToFileURL(found).href)) as { parse?: Convert; default?: { parse: Convert } };
      const parse = loaded.parse ?? loaded.default?.parse;
      if (parse) return parse;
    } catch {
      // It is not here; the next place may have it.
    }
  }
  throw new Refusal(`The option --cross-check needs the package ${name}: install it with npm install ${name}.`);
}
