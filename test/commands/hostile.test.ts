import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { SourceText } from "../../src/model/place.ts";
import { parseEmbedded } from "../../src/parsers/commands/index.ts";
import { declarationsOf, readFiles } from "./reading.ts";

const names = ["a.sh", "a.ps1", "a.md", ".github/workflows/a.yml", "azure-pipelines.yml", "a.yaml", "a.json"];

/** Pieces that mean something to one of the readers. */
const pieces = fc.constantFrom(
  ...[
    "az ml compute create ",
    "az k8s-extension create ",
    "--config ",
    "-n ",
    "--name=",
    "a=b ",
    "$X",
    "${X",
    "${X:-",
    "}",
  ],
  ...[
    "$(",
    ")",
    "`",
    "'",
    '"',
    "\\",
    "\n",
    "\r\n",
    "<<EOF\n",
    "EOF\n",
    "<",
    ">",
    "<a b>",
    "#",
    "if ",
    "then ",
    "fi\n",
    "case ",
  ],
  ...[
    "esac",
    ";;",
    "in ",
    "{",
    "}",
    "[",
    "]",
    "((",
    "&&",
    "||",
    "|",
    ";",
    "X=",
    "X+=(",
    "for ",
    "do ",
    "done ",
    "f() ",
  ],
  ...[
    "```",
    "```bash\n",
    "~~~",
    "> ",
    "- ",
    "$ ",
    "@'",
    '@"',
    "'@",
    "$env:",
    "@(",
    "param(",
    "–",
    "--",
    "\u0000",
    "\ufeff",
    "é",
  ],
  ...[
    "on: push\njobs:\n a:\n  steps:\n  - run: ",
    "steps:\n- script: |\n   ",
    "${{ ",
    "}}",
    "&a ",
    "*a",
    "!t ",
    "? ",
    ": ",
  ],
  ...[
    "apiVersion: amlarc.azureml.com/v1\n",
    "kind: InstanceType\n",
    "$schema: azuremlschemas/amlCompute.schema.json\n",
  ],
  ...['{"enableTraining":', "true", ",", "[[[[", "  ", "\t", "ml-lint "],
);

test("no text makes a reader throw, and all places lie inside the file", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(pieces, { maxLength: 60 }), (name, parts) => {
      const text = parts.join("");
      const source = new SourceText(name, text);
      for (const { at, header } of readFiles({ [name]: text }).declarations) {
        for (const place of [at, header]) {
          expect(place.file).toBe(name);
          expect(source.offset(place.end)).toBeGreaterThanOrEqual(source.offset(place.start));
        }
      }
    }),
    { numRuns: 3_000 },
  );
});

test("bytes that are no text make no reader throw", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string({ unit: "binary", maxLength: 200 }), (name, text) => {
      readFiles({ [name]: `az ml compute create ${text}` });
    }),
    { numRuns: 1_000 },
  );
});

const command = "az k8s-extension create --extension-type Microsoft.AzureML.Kubernetes -n a --config b=c \\\n  d=e\n";

describe("a megabyte costs milliseconds, whatever is in it", () => {
  const block = `Some text about the matter.\n\n\`\`\`bash\n${command}\`\`\`\n\n`;
  test.each<[string, string, string, number]>([
    ["commands", "a.sh", command.repeat(9_000), 9_000],
    ["Markdown", "a.md", block.repeat(4_000), 4_000],
    ["prose", "a.md", "az ml is a command, it's said.\n".repeat(33_000), 0],
    ["an open single quote", "a.sh", `az ml compute create -n 'x\n${command.repeat(2_000)}`, 2_000],
    ["an open double quote", "a.sh", `az ml compute create -n "x\n${"az ml job create -n y\n".repeat(2_000)}`, 2_000],
    ["many open quotes", "a.sh", `az ml \n${'x "$(y \n'.repeat(100_000)}`, 0],
    ["many apostrophes", "a.sh", `az ml \n${"it's\n".repeat(150_001)}`, 0],
    ["backticks", "a.sh", `az ml \n${"`\n".repeat(200_001)}`, 0],
    ["here-documents", "a.sh", `az ml \n${"cat <<EOF\n".repeat(20_000)}`, 0],
    ["arrays", "a.sh", `az ml \n${"a=(\n".repeat(50_000)}`, 0],
    ["brackets", "a.sh", `az ml \n${"$(".repeat(200_000)}`, 0],
    ["fallbacks", "a.sh", `az ml \n${"${a:-".repeat(100_000)}`, 0],
    ["angles", "a.sh", `az ml \n${"<a".repeat(300_000)}`, 0],
    ["PowerShell", "a.ps1", `az ml \n${'$x = "$(y \n'.repeat(50_000)}`, 0],
    ["PowerShell's brackets", "a.ps1", `az ml \n${"(\n".repeat(100_000)}`, 0],
    ["fences", "a.md", `az ml \n${"```bash\n".repeat(100_001)}`, 0],
  ])("%s", (_, name, text, count) => {
    const start = performance.now();
    expect(declarationsOf(text, name)).toHaveLength(count);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

test("a file without a mark is not read", () => {
  expect(readFiles({ "a.sh": "'".repeat(3), "a.yml": "a: [" }).problems).toEqual([]);
});

test("a broken command of ours is a note at the quote", () => {
  const { problems } = readFiles({ "a.sh": "az ml compute create -n 'a\nother\n" });
  expect(problems).toMatchObject([
    { rule: "project/syntax-error", language: "commands", at: { start: { line: 1, column: 25 } } },
  ]);
});

describe("scripts inside other files", () => {
  test("are read in the environment of those files", () => {
    const source = new SourceText("prod/main.tf", `az ml compute create -n a\n${command}`);
    const scripts = [undefined, "dev", "prod"].map((environment) => ({
      shell: "bash" as const,
      text: source,
      environment,
    }));
    const input = { texts: new Texts(new MemoryFiles({})), paths: [], environments: [] };
    const found = parseEmbedded(scripts, input).declarations;
    expect(
      found.map(({ environment, identity }) => `${environment.name} ${identity.root} ${identity.address}`),
    ).toEqual(
      ["prod", "dev", "prod"].flatMap((name) => [
        `${name} prod/main.tf ml compute create a`,
        `${name} prod/main.tf k8s-extension create a`,
      ]),
    );
  });

  test("are found only where the environment is asked for", () => {
    const text = new SourceText("main.tf", "az ml compute create -n a");
    const scripts = ["dev", "prod"].map((environment) => ({ shell: "bash" as const, text, environment }));
    const input = { texts: new Texts(new MemoryFiles({})), paths: [], environments: ["dev"] };
    expect(parseEmbedded(scripts, input).declarations.map(({ environment }) => environment.name)).toEqual(["dev"]);
  });
});
