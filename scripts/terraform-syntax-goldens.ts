import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parsingSpeeds, terraformTexts } from "../bench/hcl.ts";
import { parseHcl } from "../src/parsers/terraform/read/hcl.ts";
import { cases } from "../test/terraform/read/cases/index.ts";
import { describeBody } from "../test/terraform/read/describe.ts";
import { type Ask, parseAnswer, withOracle } from "../test/terraform/read/oracle.ts";
import { renderCases } from "../test/terraform/read/render.ts";
import { type Mode, repository, say, settle } from "./repository.ts";

const folder = "test/terraform/read";

/**
 * Writes what HashiCorp's parser makes of the hard cases. With `--corpus FOLDER` it compares our tree with that parser's
 * on every file below the folder instead, and measures the speed of both.
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
  const texts = terraformTexts(corpus);
  const input = texts.map(({ file }) => file).join("\n");
  let agreeing = 0;
  for (const [at, line] of ask(input, "-files").entries()) {
    const answer = parseAnswer(line);
    const { body, problems } = parseHcl(texts[at]!);
    const isSame = answer.valid ? isDeepStrictEqual(JSON.parse(JSON.stringify(describeBody(body))), answer.body) : true;
    if (answer.valid === (problems.length === 0) && isSame) agreeing++;
    else say(`disagreement: ${texts[at]!.file}`);
  }
  say(`${agreeing} of ${texts.length} files agree with HashiCorp's parser`);
  for (const line of ask(input, "-speed")) say(`HashiCorp's: ${line}`);
  for (const speed of parsingSpeeds(texts, 5)) say(`ours: ${speed.toFixed(1)} MB/s`);
  return agreeing === texts.length ? 0 : 1;
}
