import type { SourceText } from "../../../model/place.ts";
import type { Block } from "../read/syntax.ts";
import { Content, type SourcedAttribute } from "./content.ts";

/** A block of a module: a resource, a variable, a call. */
export interface Written {
  readonly name: string;
  readonly block: Block;
  readonly source: SourceText;
  readonly content: Content;
  /** Something in it could not be read: nothing inside is judged. */
  readonly broken: boolean;
}

export type ResourceMode = "managed" | "data" | "ephemeral";

export interface WrittenResource extends Written {
  readonly mode: ResourceMode;
  readonly type: string;
}

export interface ModuleFile {
  readonly source: SourceText;
  readonly blocks: readonly Block[];
}

/** The files of one directory as Terraform sees them together: each thing by its name, override files applied. */
export interface ModuleSyntax {
  readonly directory: string;
  readonly variables: ReadonlyMap<string, Written>;
  readonly locals: ReadonlyMap<string, SourcedAttribute>;
  readonly outputs: ReadonlyMap<string, Written>;
  /** By address within the module: `azurerm_key_vault.ml`, `data.azurerm_subnet.ml`. */
  readonly resources: ReadonlyMap<string, WrittenResource>;
  readonly calls: ReadonlyMap<string, Written>;
  /** The `terraform` blocks, and those of providers by name. */
  readonly settings: readonly Written[];
  /** Some block could not be read: what seems not to be declared may stand in it. */
  readonly isBroken: boolean;
  /** Resources by address and calls by name, as they are written. */
  readonly order: readonly { readonly kind: "resource" | "call"; readonly name: string }[];
}

const resourceModes: Readonly<Record<string, ResourceMode>> = {
  resource: "managed",
  data: "data",
  ephemeral: "ephemeral",
};

const settingTypes: ReadonlySet<string> = new Set(["terraform", "provider"]);

class Collector {
  readonly variables = new Map<string, Written>();
  readonly locals = new Map<string, SourcedAttribute>();
  readonly outputs = new Map<string, Written>();
  readonly resources = new Map<string, WrittenResource>();
  readonly calls = new Map<string, Written>();
  readonly settings: Written[] = [];
  readonly order: { kind: "resource" | "call"; name: string }[] = [];

  add(block: Block, source: SourceText, overrides: boolean): void {
    const first = block.labels[0]?.text ?? "";
    const second = block.labels[1]?.text ?? "";
    const mode = resourceModes[block.type];
    if (mode) {
      if (second === "") return;
      const prefix = mode === "managed" ? "" : `${block.type}.`;
      const key = `${prefix}${first}.${second}`;
      const written = { ...writtenOf(block, source, second), mode, type: first };
      if (!this.resources.has(key)) this.order.push({ kind: "resource", name: key });
      put(this.resources, key, written, overrides);
    } else if (block.type === "locals") this.#addLocals(block, source, overrides);
    else if (settingTypes.has(block.type)) this.settings.push(writtenOf(block, source, first));
    else {
      const group = this.#groupOf(block.type);
      if (group === this.calls && first !== "" && !group.has(first)) this.order.push({ kind: "call", name: first });
      if (group && first !== "") put(group, first, writtenOf(block, source, first), overrides);
    }
  }

  #groupOf(type: string): Map<string, Written> | undefined {
    if (type === "variable") return this.variables;
    if (type === "output") return this.outputs;
    return type === "module" ? this.calls : undefined;
  }

  #addLocals(block: Block, source: SourceText, overrides: boolean): void {
    for (const [name, sourced] of new Content(block.body, source).attributes) {
      if (overrides || !this.locals.has(name)) this.locals.set(name, sourced);
    }
  }
}

function writtenOf(block: Block, source: SourceText, name: string): Written {
  return { name, block, source, content: new Content(block.body, source), broken: block.broken };
}

function put<W extends Written>(group: Map<string, W>, key: string, written: W, overrides: boolean): void {
  const known = group.get(key);
  if (!known) group.set(key, written);
  else if (overrides) {
    const content = known.content.overriddenBy(written.block.body, written.source);
    group.set(key, { ...known, content, broken: known.broken || written.broken });
  }
}

/** Puts the files of a directory together: in the order of their names, override files last. */
export function moduleSyntaxOf(directory: string, files: readonly ModuleFile[]): ModuleSyntax {
  const collector = new Collector();
  const isOverride = (file: ModuleFile) => overridePattern.test(file.source.file);
  for (const overrides of [false, true]) {
    for (const file of files) {
      if (isOverride(file) !== overrides) continue;
      for (const block of file.blocks) collector.add(block, file.source, overrides);
    }
  }
  const { variables, locals, outputs, resources, calls, settings, order } = collector;
  const isBroken = files.some(({ blocks }) => blocks.some(({ broken }) => broken));
  return { directory, variables, locals, outputs, resources, calls, settings, isBroken, order };
}

const overridePattern = /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/;
