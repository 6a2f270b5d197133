import { SourceText } from "../../../src/model/place.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import type {
  AccessStep,
  Block,
  Expression,
  NativeBody,
  Reference,
} from "../../../src/parsers/terraform/read/syntax.ts";

/** The same configuration with its references written in another way. */
export interface Rewritten {
  readonly way: string;
  /** Whether a plan tells of references that are written so: of locals it does not. */
  readonly isInPlan: boolean;
  readonly files: Readonly<Record<string, string>>;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A reference to a resource of the same file. */
interface Link extends Edit {
  /** `azurerm_key_vault.ml` */
  readonly target: string;
  /** `id` */
  readonly attribute: string;
  /** The block in which it stands. */
  readonly within: Block;
}

/** The id of a resource by its address, where all of it is known. */
export type IdOf = (address: string) => string | undefined;

/** Every way to write the references between the resources of a file that we know of. */
export function rewritesOf(path: string, text: string, idOf: IdOf): Rewritten[] {
  const file = new WrittenFile(path, text);
  if (file.links.length === 0) return [];
  const involved = new Set(file.links.flatMap(({ target, within }) => [target, addressOf(within)]));
  const moved = [...involved].map((address) => file.withInModule(address));
  return [file.throughLocals(), file.throughInstances(), file.byLiteralIds(idOf), ...moved].filter(
    (rewritten) => rewritten !== undefined,
  );
}

class WrittenFile {
  readonly path: string;
  readonly text: string;
  readonly links: readonly Link[];
  readonly #resources: ReadonlyMap<string, Block>;
  readonly #body: NativeBody;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.#body = parseHcl(new SourceText(path, text)).body as NativeBody;
    const resources = this.#body.blocks.filter(({ type, labels }) => type === "resource" && labels.length === 2);
    this.#resources = new Map(resources.map((block) => [addressOf(block), block]));
    this.links = resources.flatMap((block) => this.#linksIn(block));
  }

  throughLocals(): Rewritten {
    const names = new Map(this.links.map((link, index) => [link.text, `target_${index}`]));
    const locals = [...names].map(([reference, name]) => `  ${name} = ${reference}\n`).join("");
    const edits = this.links.map(({ from, to, text }) => ({ from, to, text: `local.${names.get(text)}` }));
    return this.#rewritten("through locals", `${edited(this.text, edits)}\nlocals {\n${locals}}\n`);
  }

  /** Every target is one instance of several that could be. */
  throughInstances(): Rewritten | undefined {
    const targets = new Set(this.links.map(({ target }) => target));
    const free = new Set([...targets].filter((target) => !hasInstances(this.#resources.get(target)!)));
    const edits = this.links
      .filter(({ target }) => free.has(target))
      .map(({ from, to, target, attribute }) => ({ from, to, text: `${target}["one"].${attribute}` }));
    if (edits.length === 0) return undefined;
    const loops = [...free].map((target) => {
      const at = this.#resources.get(target)!.open + 1;
      return { from: at, to: at, text: '\n  for_each = toset(["one"])\n' };
    });
    return this.#rewritten("to instances of for_each", edited(this.text, [...edits, ...loops]));
  }

  byLiteralIds(idOf: IdOf): Rewritten | undefined {
    const edits = this.links.flatMap(({ from, to, target, attribute }) => {
      const id = attribute === "id" ? idOf(target) : undefined;
      return id === undefined ? [] : [{ from, to, text: JSON.stringify(id) }];
    });
    const isPlain = edits.every(({ from }) => this.text[from - 1] !== "{");
    return edits.length > 0 && isPlain ? this.#rewritten("by literal ids", edited(this.text, edits)) : undefined;
  }

  /** One resource moves to a module: what it refers to comes in by variables, and who refers to it takes outputs. */
  withInModule(address: string): Rewritten | undefined {
    const block = this.#resources.get(address)!;
    const outward = [...referencesIn(block.body)].filter((reference) => this.#isOutward(reference, address));
    if (outward.some(({ root }) => root.name === "local" || root.name === "path")) return undefined;
    const inputs = new Map<string, string>();
    const inner = outward.map(({ from, to }) => {
      const reference = this.text.slice(from, to);
      const name = inputs.get(reference) ?? `input_${inputs.size}`;
      inputs.set(reference, name);
      return { from, to, text: `var.${name}` };
    });
    const inward = this.links.filter(({ target, within }) => target === address && within !== block);
    const outputs = new Map(inward.map(({ attribute }, index) => [attribute, `output_${index}`]));
    const outer = inward.map(({ from, to, attribute }) => ({
      from,
      to,
      text: `module.part.${outputs.get(attribute)}`,
    }));
    const passed = [...inputs].map(([reference, name]) => `  ${name} = ${reference}\n`).join("");
    const call = `module "part" {\n  source = "./modules/part"\n${passed}}\n`;
    const folder = this.path.slice(0, this.path.lastIndexOf("/") + 1);
    const variables = [...inputs.values()].map((name) => `variable "${name}" {}\n`);
    const values = [...outputs].map(
      ([attribute, name]) => `output "${name}" {\n  value = ${address}.${attribute}\n}\n`,
    );
    const resource = edited(this.text.slice(0, block.to), inner).slice(block.from);
    return {
      way: `with ${address} in a module`,
      isInPlan: true,
      files: {
        [this.path]: edited(this.text, [...outer, { from: block.from, to: block.to, text: call }]),
        [`${folder}modules/part/main.tf`]: [...variables, `${resource}\n`, ...values].join("\n"),
      },
    };
  }

  #isOutward({ root, steps }: Reference, own: string): boolean {
    if (["each", "count", "self"].includes(root.name)) return false;
    return steps[0]?.type === "attribute" && `${root.name}.${steps[0].name}` !== own;
  }

  #linksIn(block: Block): Link[] {
    return [...referencesIn(block.body)].flatMap((reference): Link[] => {
      const { root, steps, from, to } = reference;
      const [name, attribute, more] = steps.map(nameOf);
      const target = `${root.name}.${name}`;
      if (attribute === undefined || more !== undefined || steps.length !== 2) return [];
      if (!this.#resources.has(target) || target === addressOf(block)) return [];
      return [{ from, to, text: this.text.slice(from, to), target, attribute, within: block }];
    });
  }

  #rewritten(way: string, text: string): Rewritten {
    return { way, isInPlan: way !== "through locals", files: { [this.path]: text } };
  }
}

function nameOf(step: AccessStep): string | undefined {
  return step.type === "attribute" ? step.name : undefined;
}

function addressOf({ labels }: Block): string {
  return labels.map(({ text }) => text).join(".");
}

function hasInstances({ body }: Block): boolean {
  return (body as NativeBody).attributes.some(({ name }) => name === "count" || name === "for_each");
}

/** The references that are evaluated, of a body and the blocks in it. */
function* referencesIn(node: unknown): Generator<Reference> {
  if (Array.isArray(node)) for (const item of node) yield* referencesIn(item);
  else if (typeof node === "object" && node !== null) {
    const expression = node as Expression;
    if (expression.type === "reference") yield expression;
    else if (expression.type === "object") {
      for (const { key, name, value } of expression.items)
        yield* referencesIn(name === undefined ? [key, value] : value);
    } else {
      for (const [key, value] of Object.entries(node)) if (!meta.has(key)) yield* referencesIn(value);
    }
  }
}

const meta = new Set(["labels", "header", "typeRange", "nameRange"]);

function edited(text: string, edits: readonly Edit[]): string {
  const whole = edits.filter(
    (edit) => !edits.some((other) => other !== edit && other.from < edit.from && edit.to < other.to),
  );
  const inOrder = [...whole].sort((a, b) => b.from - a.from);
  return inOrder.reduce((result, { from, to, text: by }) => result.slice(0, from) + by + result.slice(to), text);
}
