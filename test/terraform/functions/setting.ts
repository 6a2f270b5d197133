import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ProjectFiles, Texts } from "../../../src/model/files.ts";
import { SourceText } from "../../../src/model/place.ts";
import { evaluate } from "../../../src/parsers/terraform/evaluate/expression.ts";
import { RootEvaluation } from "../../../src/parsers/terraform/evaluate/root-evaluation.ts";
import { typeConstraint } from "../../../src/parsers/terraform/evaluate/type-constraint.ts";
import { ProblemList } from "../../../src/parsers/terraform/problem-list.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import type { Expression } from "../../../src/parsers/terraform/read/syntax.ts";
import { Sources } from "../../../src/parsers/terraform/roots/sources.ts";
import { convert } from "../../../src/parsers/terraform/values/convert.ts";
import type { Outcome } from "../../../src/parsers/terraform/values/value.ts";

const folder = import.meta.dirname;

/** One expression with what Terraform answers: an error, or a value and, if it is wholly known, its type. */
export interface GoldenCase {
  readonly expression: string;
  readonly error?: string;
  readonly value?: string;
  readonly type?: string;
}

export function goldenNames(): string[] {
  return readdirSync(join(folder, "golden")).sort();
}

export function readGoldens(name: string): GoldenCase[] {
  const text = readFileSync(join(folder, "golden", name), "utf8");
  return text.split("\n\n").map((block) => {
    const [expression = "", ...answers] = block.trim().split("\n");
    const answer = (mark: string) => answers.find((line) => line.startsWith(`  ${mark} `))?.slice(4);
    return { expression, error: answer("!"), value: answer("="), type: answer(":") } as GoldenCase;
  });
}

/** Evaluates expressions where Terraform was asked for them: beside `setting.tf`, in a directory with `files/`. */
export function evaluateAll(expressions: readonly string[]): Outcome[] {
  const texts = new Texts(new SettingFiles());
  const problems = new ProblemList();
  const root = new RootEvaluation("", new Sources(texts, problems), [new Map()], texts.files, problems);
  return expressions.map((expression) => {
    const [type, value] = splitConversion(expression);
    return type ? evaluateConversion(root, type, value) : evaluateText(root, value);
  });
}

/** The files of `files/` and `setting.tf` beside them, bytes as they are. */
class SettingFiles implements ProjectFiles {
  readBytes(path: string): Uint8Array | undefined {
    const full = path === "setting.tf" ? join(folder, path) : join(folder, "files", path);
    return statSync(full, { throwIfNoEntry: false })?.isFile() ? readFileSync(full) : undefined;
  }

  read(path: string): string | undefined {
    const bytes = this.readBytes(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  list(directory: string): readonly string[] {
    const full = join(folder, "files", directory);
    if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) return [];
    const names = readdirSync(full, { withFileTypes: true }).map(
      (entry) => entry.name + (entry.isDirectory() ? "/" : ""),
    );
    return directory === "" ? ["setting.tf", ...names] : names;
  }
}

/** `TYPE <- EXPRESSION` asks what a variable of that type makes of the value. */
function splitConversion(expression: string): [type: string | undefined, value: string] {
  const at = expression.indexOf(" <- ");
  return at < 0 ? [undefined, expression] : [expression.slice(0, at), expression.slice(at + 4)];
}

function evaluateConversion(root: RootEvaluation, type: string, expression: string): Outcome {
  const [parsed, source] = parseExpression(type);
  const wanted = typeConstraint(parsed, root.module.frame(source));
  if ("message" in wanted) return wanted;
  const value = evaluateText(root, expression);
  return value.form === "failure" ? value : convert(value, wanted);
}

function evaluateText(root: RootEvaluation, expression: string): Outcome {
  const [parsed, source] = parseExpression(expression);
  return evaluate(parsed, root.module.frame(source));
}

function parseExpression(text: string): [Expression, SourceText] {
  const source = new SourceText("question.tf", `question = ${text}\n`);
  const { body } = parseHcl(source);
  if (body.form !== "native") throw new Error("the expression is no native syntax");
  return [body.attributes[0]!.expression, source];
}
