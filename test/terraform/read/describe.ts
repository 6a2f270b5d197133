import type {
  AccessStep,
  Block,
  Body,
  Expression,
  Name,
  Range,
  TemplatePart,
} from "../../../src/parsers/terraform/read/syntax.ts";

/** Plain data of the shape that the oracle prints. */
export type Description = { readonly [key: string]: unknown };

/** Describes a body as the oracle does: what HashiCorp's tree does not hold (a keyword's range) is left out. */
export function describeBody(body: Body): Description {
  if (body.form !== "native") throw new Error("only bodies of native syntax are described");
  const attributes = body.attributes.map(({ name, nameRange, expression, from, to }) => ({
    name,
    nameRange: span(nameRange),
    range: [from, to],
    expression: describeExpression(expression),
  }));
  return { attributes, blocks: body.blocks.map(describeBlock) };
}

function describeBlock(block: Block): Description {
  const { type, typeRange, open, close, body } = block;
  const labels = block.labels.map((label) => ({ text: label.text, quoted: label.quoted, range: span(label) }));
  return { type, typeRange: span(typeRange), labels, range: span(block), open, close, body: describeBody(body) };
}

function span(range: Range): readonly [number, number] {
  return [range.from, range.to];
}

function nameOf(name: Name | undefined): string {
  return name?.name ?? "";
}

function optional(expression: Expression | undefined): Description | null {
  return expression ? describeExpression(expression) : null;
}

export function describeExpression(expression: Expression): Description {
  return { ...describeBare(expression), range: span(expression) };
}

function describeBare(expression: Expression): Description {
  const { type } = expression;
  switch (expression.type) {
    case "number":
      return { type, text: expression.text };
    case "boolean":
      return { type, value: expression.value };
    case "string":
      return { type, form: expression.form, value: expression.value };
    case "template":
      return { type, form: expression.form, parts: expression.parts.map(describePart) };
    case "wrap":
      return { type, form: expression.form, expression: describeExpression(expression.expression) };
    case "reference":
      return { type, root: describeName(expression.root), steps: expression.steps.map(describeStep) };
    case "access":
      return { type, source: describeExpression(expression.source), steps: expression.steps.map(describeStep) };
    case "conditional":
      return {
        type,
        condition: describeExpression(expression.condition),
        whenTrue: describeExpression(expression.whenTrue),
        whenFalse: describeExpression(expression.whenFalse),
      };
    case "binary": {
      const { operator, left, right } = expression;
      return { type, operator, left: describeExpression(left), right: describeExpression(right) };
    }
    case "unary":
      return { type, operator: expression.operator, operand: describeExpression(expression.operand) };
    case "parentheses":
      return { type, expression: describeExpression(expression.expression) };
    case "tuple":
      return { type, items: expression.items.map(describeExpression) };
    default:
      return describeCollection(expression);
  }
}

function describeCollection(expression: Expression): Description {
  const { type } = expression;
  switch (expression.type) {
    case "object": {
      const items = expression.items.map(({ key, name, value }) => ({
        key: describeExpression(key),
        name: name ?? null,
        value: describeExpression(value),
      }));
      return { type, items };
    }
    case "call": {
      const { name, nameRange, args, expandFinal } = expression;
      return { type, name, nameRange: span(nameRange), args: args.map(describeExpression), expandFinal };
    }
    case "for":
      return {
        type,
        keyName: nameOf(expression.keyName),
        valueName: nameOf(expression.valueName),
        collection: describeExpression(expression.collection),
        key: optional(expression.key),
        value: describeExpression(expression.value),
        grouped: expression.grouped,
        condition: optional(expression.condition),
      };
    default:
      return { type };
  }
}

function describeName(name: Name): Description {
  return { name: name.name, range: span(name) };
}

function describeStep(step: AccessStep): Description {
  const { type } = step;
  if (step.type === "attribute") return { type, name: step.name, range: span(step) };
  if (step.type === "splat") return { type, marker: span(step.marker), each: step.each.map(describeStep) };
  const literal = literalOf(step.key);
  if (literal === undefined) return { type, key: describeExpression(step.key), range: span(step) };
  return { type, literal, range: span(step) };
}

function literalOf(key: Expression): unknown {
  switch (key.type) {
    case "number":
      return Number(key.text);
    case "string":
      return key.value;
    case "boolean":
      return key.value;
    case "null":
      return null;
    default:
      return undefined;
  }
}

function describePart(part: TemplatePart): Description {
  const { type } = part;
  switch (part.type) {
    case "text":
      return { type, value: part.value, range: span(part) };
    case "interpolation":
      return { type, expression: describeExpression(part.expression) };
    case "if": {
      const { whenTrue, whenFalse } = part;
      const condition = describeExpression(part.condition);
      return {
        type,
        condition,
        whenTrue: whenTrue.map(describePart),
        whenFalse: whenFalse.map(describePart),
        range: span(part),
      };
    }
    case "for":
      return {
        type,
        keyName: nameOf(part.keyName),
        valueName: nameOf(part.valueName),
        collection: describeExpression(part.collection),
        body: part.body.map(describePart),
        range: span(part),
      };
  }
}
