import type { Place } from "../../../model/place.ts";
import type { Target } from "../../../model/tree.ts";
import { written } from "../values/origin.ts";
import { dynamicType } from "../values/type.ts";
import { objectValue, type TerraformValue, tupleValue, unknownValue } from "../values/value.ts";
import { Body } from "./body.ts";
import { Cell } from "./cell.ts";
import type { Frame } from "./frame.ts";
import { InstanceBinding, type InstanceKey, type Instances, InstancesCell } from "./instances.ts";
import type { Module } from "./module.ts";
import type { WrittenResource } from "./module-syntax.ts";
import type { Run } from "./run.ts";

/** A `resource` or `data` block within one instance of its module. */
export class ResourceBlock {
  readonly syntax: WrittenResource;
  readonly module: Module;
  readonly header: Place;
  /** Without the key of an instance. */
  readonly address: string;
  readonly addressInModule: string;
  readonly instances: InstancesCell;
  readonly value: ResourceCell;
  readonly #resources = new Map<InstanceKey | null, ResourceInstance>();

  constructor(syntax: WrittenResource, module: Module, addressInModule: string) {
    this.syntax = syntax;
    this.module = module;
    const { block, source } = syntax;
    this.header = source.place(block.header.from, block.header.to);
    this.addressInModule = addressInModule;
    this.address = module.address === "" ? addressInModule : `${module.address}.${addressInModule}`;
    this.instances = new InstancesCell(addressInModule, this.header, syntax.content, module.frame(source));
    this.value = new ResourceCell(this);
  }

  /** One instance; the key null stands for instances that cannot be told. */
  instance(key: InstanceKey | null): ResourceInstance {
    let instance = this.#resources.get(key);
    if (!instance) {
      instance = new ResourceInstance(this, key);
      this.#resources.set(key, instance);
    }
    return instance;
  }

  /** The instances there are in the environment that is being evaluated. */
  keys(run: Run): readonly (InstanceKey | null)[] {
    return keysOf(this.instances.read(run));
  }
}

export function keysOf(instances: Instances): readonly (InstanceKey | null)[] {
  if (instances.form === "single") return [undefined];
  if (instances.form === "undecided") return [null];
  if (instances.form === "each") return [...instances.elements.keys()];
  return Array.from({ length: instances.count }, (_, index) => index);
}

/** An instance key as an address shows it. */
export function keySuffix(key: InstanceKey | null): string {
  if (key === undefined || key === null) return "";
  return typeof key === "number" ? `[${key}]` : `[${JSON.stringify(key)}]`;
}

export class ResourceInstance {
  readonly block: ResourceBlock;
  readonly key: InstanceKey | null;
  readonly address: string;
  #body: Body | undefined;

  constructor(block: ResourceBlock, key: InstanceKey | null) {
    this.block = block;
    this.key = key;
    this.address = `${block.address}${keySuffix(key)}`;
    block.module.root.resources.set(this.address, this);
  }

  get body(): Body {
    if (this.#body) return this.#body;
    const { syntax } = this.block;
    this.#body = new Body(syntax.content, this.#frame(), this.block.header, this.address);
    return this.#body;
  }

  /** The resource as other expressions see it: a name, whose attributes are looked up when they are taken. */
  get handle(): TerraformValue {
    const { module, header } = this.block;
    const target: Target = { root: module.root.path, address: this.address, attribute: "" };
    const why = `${this.address} is known only after apply`;
    return unknownValue(dynamicType, { why, target, notNull: true }, written(header));
  }

  #frame(): Frame {
    const { module, syntax, instances } = this.block;
    const frame = module.frame(syntax.source);
    if (!instances.isRepeated) return frame;
    const name = syntax.content.attribute("count") ? "count" : "each";
    return { ...frame, bindings: new InstanceBinding(name, instances, this.key ?? undefined, undefined) };
  }
}

/** What a resource's address stands for: one handle, or all of its instances. */
export class ResourceCell extends Cell<TerraformValue> {
  readonly #block: ResourceBlock;

  constructor(block: ResourceBlock) {
    super();
    this.#block = block;
  }

  get name(): string {
    return this.#block.address;
  }

  get at(): Place {
    return this.#block.header;
  }

  protected override compute(run: Run): TerraformValue {
    const block = this.#block;
    const instances = block.instances.read(run);
    const origin = written(block.header);
    const handles = keysOf(instances).map((key) => block.instance(key).handle);
    if (instances.form === "count") return tupleValue(handles, origin);
    if (instances.form !== "each") return handles[0]!;
    const keys = [...instances.elements.keys()];
    return objectValue(new Map(keys.map((key, index) => [key, handles[index]!])), origin);
  }

  protected override giveUp(why: string): TerraformValue {
    return unknownValue(dynamicType, { why }, written(this.at));
  }
}
