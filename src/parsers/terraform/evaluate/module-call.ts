import type { Place } from "../../../model/place.ts";
import { evaluate } from "./expression.ts";
import type { Frame } from "./frame.ts";
import { InstanceBinding, type InstanceKey, InstancesCell } from "./instances.ts";
import type { Module } from "./module.ts";
import type { Written } from "./module-syntax.ts";
import type { Run } from "./run.ts";
import type { Input, Inputs } from "./variable.ts";

/** A `module` block within one instance of the module that holds it. */
export class ModuleCall {
  readonly syntax: Written;
  readonly parent: Module;
  readonly header: Place;
  readonly instances: InstancesCell;
  readonly #modules = new Map<InstanceKey | null, Module>();
  readonly #create: (call: ModuleCall, key: InstanceKey | null) => Module | undefined;

  constructor(
    syntax: Written,
    parent: Module,
    create: (call: ModuleCall, key: InstanceKey | null) => Module | undefined,
  ) {
    this.syntax = syntax;
    this.parent = parent;
    const { block, source } = syntax;
    this.header = source.place(block.header.from, block.header.to);
    this.instances = new InstancesCell(this.name, this.header, syntax.content, parent.frame(source));
    this.#create = create;
  }

  get name(): string {
    return `module.${this.syntax.name}`;
  }

  /** The module that an instance of the call leads to; the key null stands for instances that cannot be told. */
  module(key: InstanceKey | null): Module | undefined {
    const known = this.#modules.get(key);
    if (known) return known;
    const module = this.#create(this, key);
    if (module) this.#modules.set(key, module);
    return module;
  }

  /** Where the call's arguments are evaluated for one instance. */
  frame(source: Frame["source"], key: InstanceKey | null): Frame {
    const frame = this.parent.frame(source);
    if (!this.instances.isRepeated) return frame;
    const name = this.syntax.content.attribute("count") ? "count" : "each";
    return { ...frame, bindings: new InstanceBinding(name, this.instances, key ?? undefined, undefined) };
  }
}

/** The arguments of one instance of a call. */
export class CallInputs implements Inputs {
  readonly token: string;
  readonly #call: ModuleCall;
  readonly #key: InstanceKey | null;

  constructor(call: ModuleCall, key: InstanceKey | null, token: string) {
    this.#call = call;
    this.#key = key;
    this.token = token;
  }

  inputOf(name: string, _run: Run): Input | undefined {
    const written = this.#call.syntax.content.attribute(name);
    if (!written) return undefined;
    const { attribute, source } = written;
    const { from, to } = attribute.expression;
    const outcome = evaluate(attribute.expression, this.#call.frame(source, this.#key));
    return { outcome, words: `argument ${name} of ${this.#call.name}`, at: source.place(from, to) };
  }
}
