import type { Block, Body, Conditional, Expression, NativeBody, ObjectItem, TemplatePart } from "./syntax.ts";

/** What hcl2json makes of a body: blocks become lists below their type and labels, expressions their source in `${}`. */
export type Shape = string | number | boolean | null | readonly Shape[] | ShapeMap | typeof anything;

export type ShapeMap = ReadonlyMap<string, Shape>;

/** Stands where hcl2json loses or rounds what is written, so that nothing can be compared. */
export const anything: unique symbol = Symbol("anything");

type Growing = Map<string, Shape>;

/** Lowers a body of native syntax to the shape in which hcl2json gives it. */
export function shapeOf(text: string, body: NativeBody): ShapeMap {
  return new Shaper(text).body(body);
}

class Shaper {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  body(body: Body): ShapeMap {
    const shape: Growing = new Map();
    if (body.form !== "native") return shape;
    for (const block of body.blocks) this.#addBlock(shape, block);
    for (const { name, expression } of body.attributes) {
      shape.set(name, shape.has(name) ? anything : this.expression(expression));
    }
    return shape;
  }

  #addBlock(shape: Growing, block: Block): void {
    let level = shape;
    const path = [block.type, ...block.labels.map((label) => label.text)];
    const last = path.pop()!;
    for (const name of path) {
      const next = level.get(name) ?? new Map();
      if (!(next instanceof Map)) {
        level.set(name, anything);
        return;
      }
      level.set(name, next);
      level = next;
    }
    const others = level.get(last) ?? [];
    level.set(last, Array.isArray(others) ? [...others, this.body(block.body)] : anything);
  }

  expression(expression: Expression): Shape {
    switch (expression.type) {
      case "number":
        return finite(Number(expression.text));
      case "boolean":
        return expression.value;
      case "null":
        return null;
      case "string":
        return escaped(expression.value);
      case "template":
        return this.#parts(expression.parts);
      case "wrap":
        return this.expression(expression.expression);
      case "tuple":
        return expression.items.map((item) => this.expression(item));
      case "object":
        return new Map(expression.items.map((item) => [this.#key(item), this.expression(item.value)]));
      case "unary":
        if (expression.operator === "-" && expression.operand.type === "number") {
          return finite(-Number(expression.operand.text));
        }
        if (expression.operator === "!" && expression.operand.type === "boolean") return !expression.operand.value;
        return this.#source(expression);
      default:
        return this.#source(expression);
    }
  }

  #source({ from, to }: Expression): string {
    return `\${${this.#text.slice(from, to)}}`;
  }

  #key({ key, name }: ObjectItem): string {
    if (name !== undefined) return name;
    if (key.type === "reference" && key.steps.every((step) => step.type !== "splat"))
      return this.#text.slice(key.from, key.to);
    return String(this.#part(key));
  }

  #parts(parts: readonly TemplatePart[]): string | typeof anything {
    let joined = "";
    for (const part of parts) {
      const text = this.#templatePart(part);
      if (text === anything) return anything;
      joined += text;
    }
    return joined;
  }

  #templatePart(part: TemplatePart): string | typeof anything {
    switch (part.type) {
      case "text":
        return escaped(part.value);
      case "interpolation":
        return this.#part(part.expression);
      case "if": {
        const condition = this.#text.slice(part.condition.from, part.condition.to);
        return branches(condition, this.#parts(part.whenTrue), this.#parts(part.whenFalse));
      }
      case "for": {
        const names = part.keyName ? `${part.keyName.name}, ${part.valueName.name}` : part.valueName.name;
        const collection = this.#text.slice(part.collection.from, part.collection.to);
        const body = this.#parts(part.body);
        return body === anything ? anything : `%{for ${names} in ${collection}}${body}%{endfor}`;
      }
    }
  }

  /** An expression as a part of a string. */
  #part(expression: Expression): string | typeof anything {
    switch (expression.type) {
      case "string":
        return escaped(expression.value);
      case "template":
        return this.#parts(expression.parts);
      case "wrap":
        return this.#part(expression.expression);
      case "number":
        return numberText(expression.text);
      case "boolean":
        return String(expression.value);
      case "null":
        return "null";
      case "conditional":
        return this.#conditionalPart(expression);
      default:
        return this.#source(expression);
    }
  }

  #conditionalPart({ condition, whenTrue, whenFalse }: Conditional): string | typeof anything {
    return branches(this.#text.slice(condition.from, condition.to), this.#part(whenTrue), this.#part(whenFalse));
  }
}

function branches(
  condition: string,
  whenTrue: string | typeof anything,
  whenFalse: string | typeof anything,
): string | typeof anything {
  if (whenTrue === anything || whenFalse === anything) return anything;
  const otherwise = whenFalse === "" ? "" : `%{else}${whenFalse}`;
  return `%{if ${condition}}${whenTrue}${otherwise}%{endif}`;
}

/** JSON has no infinity, and hcl2json writes null for it. */
function finite(value: number): Shape {
  return Number.isFinite(value) ? value : anything;
}

function numberText(text: string): string | typeof anything {
  if (/^(?:0|[1-9]\d*)$/.test(text)) return text;
  const shown = String(Number(text));
  return shown.includes("e") || shown === "Infinity" ? anything : shown;
}

function escaped(text: string): string {
  return text.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}
