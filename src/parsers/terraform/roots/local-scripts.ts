import type { Environment } from "../../../model/environment.ts";
import { Excerpt, type SourceText, type Stretch } from "../../../model/place.ts";
import type { EmbeddedScript } from "../../parser.ts";
import { evaluate } from "../evaluate/expression.ts";
import { type Frame, ValueBinding } from "../evaluate/frame.ts";
import type { ResourceInstance } from "../evaluate/resource.ts";
import type { Expression, StringLiteral, TemplateForm, TextPart } from "../read/syntax.ts";
import { textStretches } from "../read/text-stretches.ts";
import { convert } from "../values/convert.ts";
import { stringType } from "../values/type.ts";

/** Collects the commands of `local-exec` provisioners. */
export class LocalScripts {
  readonly #environments: number;
  readonly #scripts = new Map<string, { script: EmbeddedScript; names: string[] }>();

  constructor(environments: number) {
    this.#environments = environments;
  }

  read(resource: ResourceInstance, environment: Environment): void {
    for (const { block, content, source } of resource.block.syntax.content.blocks("provisioner", 1)) {
      const command = content.attribute("command");
      if (block.labels[0]?.text !== "local-exec" || !command) continue;
      const { frame: outer } = resource.body;
      const bindings = new ValueBinding("self", resource.handle, outer.bindings, true);
      const frame = { ...outer, source: command.source, bindings };
      const text = scriptOf(command.attribute.expression, frame);
      const interpreter = content.attribute("interpreter");
      const words = interpreter ? source.text.slice(interpreter.attribute.from, interpreter.attribute.to) : "";
      const shell = /powershell|pwsh/i.test(words) ? "powershell" : "bash";
      this.#add({ shell, text, environment: environment.name }, block.from);
    }
  }

  #add(script: EmbeddedScript, from: number): void {
    const key = `${script.text.file}\0${from}\0${script.text.text}`;
    const known = this.#scripts.get(key);
    if (!known) this.#scripts.set(key, { script, names: [script.environment ?? ""] });
    else if (!known.names.includes(script.environment ?? "")) known.names.push(script.environment ?? "");
  }

  /** A script that is the same in all environments belongs to none in particular. */
  get found(): readonly EmbeddedScript[] {
    return [...this.#scripts.values()].flatMap(({ script, names }): EmbeddedScript[] => {
      if (names.length === this.#environments) return [{ ...script, environment: undefined }];
      return names.map((environment) => ({ ...script, environment }));
    });
  }
}

/** The text of a command with the places of its parts; what is unknown is a variable of the shell. */
function scriptOf(expression: Expression, frame: Frame): SourceText {
  const { source } = frame;
  const script = new Script(source);
  if (expression.type === "string") script.addText(expression, expression.form);
  else if (expression.type !== "template") script.addValue(expression, expression.from, frame);
  else {
    for (const part of expression.parts) {
      if (part.type === "text") script.addText(part, expression.form);
      else if (part.type === "interpolation") script.addValue(part.expression, part.from, frame);
      else script.addUnknown(part.from);
    }
  }
  return script.excerpt;
}

class Script {
  readonly #source: SourceText;
  readonly #stretches: Stretch[] = [];
  #text = "";

  constructor(source: SourceText) {
    this.#source = source;
  }

  get excerpt(): SourceText {
    return new Excerpt(this.#source, this.#text, this.#stretches);
  }

  addText(part: TextPart | StringLiteral, form: TemplateForm): void {
    const start = this.#text.length;
    for (const { inner, outer } of textStretches(this.#source.text, part, form)) this.#stretch(start + inner, outer);
    this.#text += part.value;
  }

  addValue(expression: Expression, at: number, frame: Frame): void {
    const outcome = evaluate(expression, frame);
    const text = outcome.form === "failure" ? outcome : convert(outcome, stringType);
    if (text.form !== "string") this.addUnknown(at);
    else {
      this.#stretch(this.#text.length, at);
      this.#text += text.value;
    }
  }

  addUnknown(at: number): void {
    this.#stretch(this.#text.length, at);
    this.#text += "${TERRAFORM_VALUE}";
  }

  #stretch(inner: number, outer: number): void {
    if (this.#stretches.at(-1)?.inner === inner) this.#stretches.pop();
    this.#stretches.push({ inner, outer });
  }
}
