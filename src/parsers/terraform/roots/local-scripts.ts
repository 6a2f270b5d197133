import type { Environment } from "../../../model/environment.ts";
import { Excerpt, type SourceText, type Stretch } from "../../../model/place.ts";
import type { EmbeddedScript } from "../../parser.ts";
import { evaluate } from "../evaluate/expression.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { ResourceInstance } from "../evaluate/resource.ts";
import type { Expression, TemplatePart } from "../read/syntax.ts";
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
      const frame = { ...resource.body.frame, source: command.source };
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
  const parts: readonly TemplatePart[] =
    expression.type === "template"
      ? expression.parts
      : [{ type: "interpolation", expression, from: expression.from, to: expression.to }];
  let text = "";
  const stretches: Stretch[] = [];
  for (const part of parts) {
    stretches.push({ inner: text.length, outer: part.from });
    text += part.type === "text" ? part.value : textOfPart(part, frame, stretches, text.length);
  }
  return new Excerpt(frame.source, text, stretches);
}

function textOfPart(part: TemplatePart, frame: Frame, stretches: Stretch[], inner: number): string {
  if (part.type === "interpolation" && part.expression.type === "string") {
    const { from, to, value } = part.expression;
    const start = frame.source.text.slice(from, to).indexOf(value);
    if (start > 0) stretches.push({ inner, outer: from + start });
    return value;
  }
  if (part.type !== "interpolation") return "";
  const outcome = evaluate(part.expression, frame);
  const text = outcome.form === "failure" ? outcome : convert(outcome, stringType);
  return text.form === "string" ? text.value : "${TERRAFORM_VALUE}";
}
