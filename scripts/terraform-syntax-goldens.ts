import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { SourceText } from "../src/model/place.ts";
import { parseHcl } from "../src/parsers/terraform/read/hcl.ts";
import { cases } from "../test/terraform/read/cases/index.ts";
import { describeBody } from "../test/terraform/read/describe.ts";
import { type Ask, parseAnswer, withOracle } from "../test/terraform/read/oracle.ts";
import { renderCases } from "../test/terraform/read/render.ts";
import { type Mode, repository, say, settle } from "./repository.ts";

const folder = "test/terraform/read";

/**
 * Writes what HashiCorp's parser makes of the hard cases. With `--corpus FOLDER` it compares our tree with that parser's
 * on every file below the folder instead, and measures that parser's speed.
 */
export async function main(mode: Mode, args: readonly string[]): Promise<number> {
  const corpus = args.indexOf("--corpus");
  const code = withOracle(join(repository, folder, "oracle"), (ask) =>
    corpus < 0 ? writeGoldens(mode, ask) : compareCorpus(args[corpus + 1]!, ask),
  );
  if (code === undefined)
    say("terraform-syntax-goldens: Go is not installed, so HashiCorp's parser was not asked again");
  return code ?? 0;
}

function writeGoldens(mode: Mode, ask: Ask): number {
  const files = new Map<string, string>();
  for (const [name, texts] of Object.entries(cases)) {
    const lines = ask(texts.map((text) => JSON.stringify({ name, text })).join("\n"));
    const bodies = new Map(lines.map((line, at) => [texts[at]!, parseAnswer(line).body]));
    files.set(
      `${folder}/golden/${name}.txt`,
      renderCases(texts, (text) => bodies.get(text)),
    );
  }
  return settle(mode, files, "node scripts/run.js terraform-syntax-goldens");
}

function compareCorpus(corpus: string, ask: Ask): number {
  const names = readdirSync(corpus, { recursive: true, encoding: "utf8" });
  const paths = names.filter((name) => /\.(?:tf|tofu|tfvars)$/.test(name)).map((name) => join(corpus, name));
  const input = paths.join("\n");
  let agreeing = 0;
  for (const [at, line] of ask(input, "-files").entries()) {
    const answer = parseAnswer(line);
    const { body, problems } = parseHcl(new SourceText(paths[at]!, readFileSync(paths[at]!, "utf8")));
    const isSame = answer.valid ? isDeepStrictEqual(JSON.parse(JSON.stringify(describeBody(body))), answer.body) : true;
    if (answer.valid === (problems.length === 0) && isSame) agreeing++;
    else say(`disagreement: ${paths[at]}`);
  }
  say(`${agreeing} of ${paths.length} files agree with HashiCorp's parser, which reads them at`);
  for (const line of ask(input, "-speed")) say(`  ${line}`);
  return agreeing === paths.length ? 0 : 1;
}
