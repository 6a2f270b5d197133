import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mode, readIfThere, repository, say, settle } from "./repository.ts";

const folder = "test/terraform/functions";
const oracle = "Terraform v1.11.";

/** What Terraform says of one expression: the title of an error, or its value and, if wholly known, its type. */
type Answer = { error: string } | { value: string; type?: string };

/** Asks Terraform 1.11 for the value of every expression in `cases/` and keeps the answers in `golden/`. */
export async function main(mode: Mode): Promise<number> {
  const version = run(["version"], repository).stdout;
  if (!version.startsWith(oracle)) {
    say(`terraform-function-goldens: ${oracle}x is not installed, so its answers were not asked for again`);
    return 0;
  }
  const files = new Map<string, string>();
  for (const name of readdirSync(join(repository, folder, "cases")).sort()) {
    const expressions = readCases(readIfThere(`${folder}/cases/${name}`)!);
    const answers = ask(expressions);
    files.set(`${folder}/golden/${name}`, expressions.map((text, at) => render(text, answers[at]!)).join("\n"));
  }
  return settle(mode, files, "node scripts/run.js terraform-function-goldens");
}

/** One expression a line; what begins with `#` is a comment. */
function readCases(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

function render(expression: string, answer: Answer): string {
  if ("error" in answer) return `${expression}\n  ! ${answer.error}\n`;
  return `${expression}\n  = ${answer.value}\n${answer.type ? `  : ${answer.type}\n` : ""}`;
}

function ask(expressions: readonly string[]): Answer[] {
  const directory = mkdtempSync(join(tmpdir(), "ml-lint-ask-"));
  try {
    cpSync(join(repository, folder, "files"), directory, { recursive: true });
    cpSync(join(repository, folder, "setting.tf"), join(directory, "setting.tf"));
    return askIn(directory, expressions);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function askIn(directory: string, expressions: readonly string[]): Answer[] {
  const errors = new Map<number, string>();
  writeConversions(directory, expressions);
  writeQuestions(directory, expressions, errors);
  const started = run(["init", "-input=false"], directory);
  if (started.status !== 0) throw new Error(started.stdout + started.stderr);
  for (;;) {
    writeQuestions(directory, expressions, errors);
    const planned = run(["plan", "-json", "-input=false", "-out=plan", "-refresh=false"], directory);
    if (planned.status === 0) break;
    const before = errors.size;
    collectErrors(planned.stdout, errors);
    if (errors.size === before) throw new Error(planned.stdout + planned.stderr);
  }
  const shown = run(["show", "-json", "plan"], directory).stdout;
  return readAnswers(JSON.parse(keepDigits(shown)), expressions, errors);
}

const linesOfQuestion = 4;

/** Every question takes the same number of lines, so that an error's line tells whose it is. */
function writeQuestions(directory: string, expressions: readonly string[], errors: ReadonlyMap<number, string>): void {
  const questions: string[] = [];
  const outputs: string[] = [];
  for (const [at, expression] of expressions.entries()) {
    const [type, value] = splitConversion(expression);
    if (errors.has(at)) {
      questions.push("", "", "", "");
      continue;
    }
    const name = type ? `module.q${at}.value` : `local.q${at}`;
    if (type) questions.push(`module "q${at}" {`, `  source = "./q${at}"`, `  value = ${value}`, "}");
    else questions.push("locals {", "", `  q${at} = ${value}`, "}");
    outputs.push(`output "q${at}" {\n  value = ${name}\n  sensitive = true\n}`);
    outputs.push(`resource "terraform_data" "q${at}" {\n  input = ${name}\n}`);
  }
  writeFileSync(join(directory, "questions.tf"), [...questions, ...outputs].join("\n"));
}

/** `TYPE <- EXPRESSION` asks what a variable of that type makes of the value. */
function splitConversion(expression: string): [type: string | undefined, value: string] {
  const at = expression.indexOf(" <- ");
  return at < 0 ? [undefined, expression] : [expression.slice(0, at), expression.slice(at + 4)];
}

function writeConversions(directory: string, expressions: readonly string[]): void {
  for (const [at, expression] of expressions.entries()) {
    const [type] = splitConversion(expression);
    if (!type) continue;
    mkdirSync(join(directory, `q${at}`));
    const text = `variable "value" {\n  type = ${type}\n}\noutput "value" {\n  value = var.value\n}\n`;
    writeFileSync(join(directory, `q${at}`, "conversion.tf"), text);
  }
}

function collectErrors(log: string, errors: Map<number, string>): void {
  for (const line of log.split("\n")) {
    if (!line.startsWith("{")) continue;
    const { diagnostic } = JSON.parse(line) as { diagnostic?: Diagnostic };
    if (diagnostic?.severity !== "error" || diagnostic.range?.filename !== "questions.tf") continue;
    const at = Math.floor((diagnostic.range.start.line - 1) / linesOfQuestion);
    if (!errors.has(at)) errors.set(at, diagnostic.summary);
  }
}

interface Diagnostic {
  severity: string;
  summary: string;
  range?: { filename: string; start: { line: number } };
}

interface Plan {
  planned_values: { outputs: Record<string, { type?: unknown }> };
  resource_changes: {
    name: string;
    change: { after: { input?: unknown }; after_unknown: { input?: unknown }; after_sensitive: { input?: unknown } };
  }[];
}

function readAnswers(plan: Plan, expressions: readonly string[], errors: ReadonlyMap<number, string>): Answer[] {
  const changes = new Map(plan.resource_changes.map(({ name, change }) => [name, change]));
  return expressions.map((_, at) => {
    const error = errors.get(at);
    if (error !== undefined) return { error };
    const change = changes.get(`q${at}`)!;
    const value = show(change.after.input, change.after_unknown.input, change.after_sensitive.input);
    const type = plan.planned_values.outputs[`q${at}`]!.type;
    return type === undefined ? { value } : { value, type: typeOf(type) };
  });
}

/** A value of a plan as an expression: `{ a = [1, unknown], b = sensitive("x") }`. */
function show(value: unknown, unknown: unknown, sensitive: unknown): string {
  if (unknown === true) return sensitive === true ? "sensitive(unknown)" : "unknown";
  if (sensitive === true) return `sensitive(${show(value, unknown, undefined)})`;
  if (Array.isArray(value))
    return `[${value.map((item, at) => show(item, part(unknown, at), part(sensitive, at))).join(", ")}]`;
  if (value === null || value === undefined)
    return unknown && typeof unknown === "object" ? `${JSON.stringify(unknown)}` : "null";
  if (typeof value !== "object") return JSON.stringify(value);
  if ("#" in value) return String(value["#"]);
  const names = new Set([
    ...Object.keys(value),
    ...(unknown && typeof unknown === "object" ? Object.keys(unknown) : []),
  ]);
  const entries = [...names].sort().map((name) => {
    return `${name} = ${show(part(value, name), part(unknown, name), part(sensitive, name))}`;
  });
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function part(value: unknown, key: string | number): unknown {
  return value && typeof value === "object" ? (value as Record<string | number, unknown>)[key] : undefined;
}

function typeOf(type: unknown): string {
  if (!Array.isArray(type)) return type === "dynamic" ? "any" : String(type);
  const [kind, inner] = type as [string, unknown];
  if (kind === "tuple") return `tuple([${(inner as unknown[]).map(typeOf).join(", ")}])`;
  if (kind !== "object") return `${kind}(${typeOf(inner)})`;
  const attributes = Object.entries(inner as object).map(([name, of]) => `${name} = ${typeOf(of)}`);
  return attributes.length === 0 ? "object({})" : `object({ ${attributes.join(", ")} })`;
}

/** JSON in which each number is an object that holds its digits, because JavaScript's numbers would round them. */
function keepDigits(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => {
    return token.startsWith('"') ? token : `{"#":"${token}"}`;
  });
}

function run(command: readonly string[], directory: string) {
  const environment = {
    ...process.env,
    TF_CLI_CONFIG_FILE: "/dev/null",
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
  };
  const { status, stdout, stderr } = spawnSync("terraform", command, {
    cwd: directory,
    env: environment,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, stdout: stdout ?? "", stderr: stderr ?? "" };
}
