import { MemoryFiles, Texts } from "../../src/model/files.ts";
import type { Tree } from "../../src/model/tree.ts";
import type { ParserInput } from "../../src/parsers/parser.ts";
import { readTerraformRuns } from "../../src/parsers/pipelines/index.ts";
import { parseTerraform } from "../../src/parsers/terraform/index.ts";
import type { TerraformRun } from "../../src/parsers/terraform-run.ts";

export type Files = Readonly<Record<string, string>>;

/** A root that declares the variables of which the tests speak. */
export const variables = `
variable "environment" {
  type    = string
  default = "none"
}
variable "sku" {
  type    = string
  default = "small"
}
variable "nodes" {
  type    = number
  default = 1
}
variable "tags" {
  type    = map(string)
  default = {}
}
variable "free" {
  default = "nothing"
}
`;

function inputOf(files: Files): ParserInput {
  return { texts: new Texts(new MemoryFiles(files)), paths: Object.keys(files).sort(), environments: [] };
}

/** The runs that are found, one a line: where Terraform runs, its environment, and what it is given. */
export function runsIn(files: Files): string[] {
  return readTerraformRuns(inputOf(files)).map(shown);
}

function shown({ directories, job, hint, exported, options, isIncomplete }: TerraformRun): string {
  const words = [
    `in ${directories.at(-1) || "."}`,
    ...(job === undefined ? [] : [`job ${job}`]),
    ...(hint === undefined ? [] : [`hint ${hint}`]),
    ...exported.map((given) => `TF_VAR_${given.name}=${textOf(given.pieces)}`),
    ...options.map((option) =>
      option.form === "file" ? `file ${textOf(option.pieces)}` : `${option.name}=${textOf(option.pieces)}`,
    ),
    ...(isIncomplete ? ["and more"] : []),
  ];
  return words.join(" ");
}

function textOf(pieces: TerraformRun["exported"][number]["pieces"]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : "?")).join("");
}

/** The environments of the roots with the variables that something sets: `infra prod: sku=large`. */
export async function environmentsIn(files: Files): Promise<string[]> {
  const input = inputOf(files);
  const result = await parseTerraform(input, { runs: readTerraformRuns(input) });
  return result.roots.flatMap(({ path, environments }) =>
    environments.map(({ name }) => {
      const set = result.declarations.flatMap(({ type, identity, environment, body }) => {
        if (type !== "variable" || identity.root !== path || environment.name !== name) return [];
        const field = (key: string): Tree | undefined =>
          body.form === "mapping" ? body.entries.get(key)?.value : undefined;
        const assigned = field("assigned");
        const isSet = assigned?.form === "leaf" && assigned.value === true;
        return isSet ? [`${identity.address.slice(4)}=${plain(field("value"))}`] : [];
      });
      return `${path || "."} ${name}: ${set.sort().join(" ")}`.trim();
    }),
  );
}

/** The trail of a variable in an environment: the words and the place of each step. */
export async function trailOf(files: Files, environment: string, variable: string): Promise<string[]> {
  const input = inputOf(files);
  const result = await parseTerraform(input, { runs: readTerraformRuns(input) });
  const found = result.declarations.find(
    (one) => one.environment.name === environment && one.identity.address === `var.${variable}`,
  );
  const value = found?.body.form === "mapping" ? found.body.entries.get("value")?.value : undefined;
  return (value?.trail ?? []).map(({ at, text }) => `${text} @ ${at.file}:${at.start.line}:${at.start.column}`);
}

function plain(tree: Tree | undefined): string {
  if (tree?.form === "leaf") return String(tree.value);
  if (tree?.form === "undecided") return "?";
  if (tree?.form === "list") return `[${tree.items.map(plain).join(",")}]`;
  return `{${[...(tree?.entries ?? [])].map(([key, { value }]) => `${key}=${plain(value)}`).join(",")}}`;
}
