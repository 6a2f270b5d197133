import type { Place, SourceText } from "../../../model/place.ts";
import type { Target } from "../../../model/tree.ts";
import type { CallContext } from "../functions/context.ts";
import type { Reference } from "../read/syntax.ts";
import { written } from "../values/origin.ts";
import { dynamicType, stringType } from "../values/type.ts";
import {
  failure,
  type Outcome,
  objectValue,
  stringValue,
  type TerraformValue,
  tupleValue,
  unknownValue,
} from "../values/value.ts";
import { evaluate } from "./expression.ts";
import type { Frame, Names, Resolution } from "./frame.ts";
import type { InstanceKey } from "./instances.ts";
import { ModuleCall } from "./module-call.ts";
import type { ModuleSyntax } from "./module-syntax.ts";
import { LocalCell, OutputCell } from "./named-cells.ts";
import { keysOf, ResourceBlock } from "./resource.ts";
import { attributeOfResource, elementOfResource } from "./resource-attribute.ts";
import type { RootEvaluation } from "./root-evaluation.ts";
import type { Run } from "./run.ts";
import { type Inputs, VariableCell } from "./variable.ts";

/** One instance of a module: what its names stand for. */
export class Module implements Names {
  readonly root: RootEvaluation;
  readonly syntax: ModuleSyntax;
  /** With instance keys: `module.ml["a"].module.network`; "" is the root. */
  readonly address: string;
  /** Without instance keys. */
  readonly path: string;
  readonly inputs: Inputs;
  readonly call: ModuleCall | undefined;
  /** Which instance of the call this is; null stands for instances that cannot be told. */
  readonly key: InstanceKey | null;
  readonly depth: number;
  readonly #variables = new Map<string, VariableCell>();
  readonly #locals = new Map<string, LocalCell>();
  readonly #outputs = new Map<string, OutputCell>();
  readonly #blocks = new Map<string, ResourceBlock>();
  readonly #calls = new Map<string, ModuleCall>();

  constructor(
    root: RootEvaluation,
    syntax: ModuleSyntax,
    inputs: Inputs,
    place: { address: string; path: string; call?: ModuleCall; key?: InstanceKey | null; depth: number },
  ) {
    this.root = root;
    this.syntax = syntax;
    this.inputs = inputs;
    this.address = place.address;
    this.path = place.path;
    this.call = place.call;
    this.key = place.key ?? null;
    if (place.key === undefined) this.key = undefined;
    this.depth = place.depth;
  }

  get calls(): CallContext {
    return this.root.calls;
  }

  /** What stands before the names of this module in messages. */
  get prefix(): string {
    return this.path === "" ? "" : `${this.path}.`;
  }

  get callName(): string {
    return this.call?.name ?? "the root module";
  }

  frame(source: SourceText): Frame {
    return { run: this.root.run, names: this, source, bindings: undefined };
  }

  variable(name: string): VariableCell | undefined {
    return lazily(this.#variables, name, () => {
      const syntax = this.syntax.variables.get(name);
      return syntax && new VariableCell(syntax, this.inputs);
    });
  }

  local(name: string): LocalCell | undefined {
    return lazily(this.#locals, name, () => {
      const sourced = this.syntax.locals.get(name);
      return sourced && new LocalCell(this, sourced);
    });
  }

  output(name: string): OutputCell | undefined {
    return lazily(this.#outputs, name, () => {
      const syntax = this.syntax.outputs.get(name);
      const value = syntax?.content.attribute("value");
      return syntax && value && new OutputCell(this, syntax, value);
    });
  }

  /** By address within the module: `azurerm_subnet.ml`, `data.azurerm_subnet.ml`. */
  block(address: string): ResourceBlock | undefined {
    return lazily(this.#blocks, address, () => {
      const syntax = this.syntax.resources.get(address);
      return syntax && new ResourceBlock(syntax, this, address);
    });
  }

  moduleCall(name: string): ModuleCall | undefined {
    return lazily(this.#calls, name, () => {
      const syntax = this.syntax.calls.get(name);
      return syntax && new ModuleCall(syntax, this, (call, key) => this.root.modules.open(call, key));
    });
  }

  attributeOf(target: Target, name: string, run: Run): Outcome | undefined {
    return attributeOfResource(this.root, target, name, run);
  }

  elementOf(target: Target, _key: TerraformValue, _run: Run): Outcome | undefined {
    return elementOfResource(this.root, target);
  }

  resolve(reference: Reference, frame: Frame, at: Place): Resolution {
    const { root, steps } = reference;
    const first = steps[0]?.type === "attribute" ? steps[0].name : undefined;
    const second = steps[1]?.type === "attribute" ? steps[1].name : undefined;
    if (first === undefined) return this.#resolveWhole(reference, frame, at);
    switch (root.name) {
      case "var":
        return taking(1, this.#readVariable(first, frame.run, at));
      case "local":
        return taking(1, this.local(first)?.read(frame.run) ?? undeclared(`local.${first}`, this, at));
      case "module":
        return this.#resolveModule(reference, first, frame, at);
      case "path":
        return taking(1, this.#pathValue(first, at));
      case "terraform":
      case "tofu":
        return taking(1, terraformValue(first, at));
      case "data":
      case "ephemeral":
        return second === undefined
          ? taking(1, failure(`${root.name}.${first} needs a name`))
          : taking(2, this.#resourceValue(`${root.name}.${first}.${second}`, frame, at));
      case "resource":
        return second === undefined
          ? taking(1, failure(`resource.${first} needs a name`))
          : taking(2, this.#resourceValue(`${first}.${second}`, frame, at));
      default:
        return taking(1, this.#resourceValue(`${root.name}.${first}`, frame, at));
    }
  }

  #resolveWhole(reference: Reference, frame: Frame, at: Place): Resolution {
    const { name } = reference.root;
    if (name !== "var" && name !== "local") return taking(0, failure(`there is nothing called ${name} here`));
    const names = name === "var" ? this.syntax.variables.keys() : this.syntax.locals.keys();
    const entries = new Map<string, TerraformValue>();
    for (const inner of names) {
      const value = name === "var" ? this.variable(inner)?.read(frame.run).value : this.local(inner)?.read(frame.run);
      if (value) entries.set(inner, value);
    }
    return taking(0, objectValue(entries, written(at)));
  }

  #readVariable(name: string, run: Run, at: Place): Outcome {
    if (this.syntax.variables.get(name)?.broken) return unreadable(`var.${name}`, at);
    return this.variable(name)?.read(run).value ?? undeclared(`var.${name}`, this, at);
  }

  #pathValue(name: string, at: Place): Outcome {
    const origin = written(at);
    const directory = this.root.path;
    if (name === "root") return stringValue(".", origin);
    if (name === "module") return stringValue(relativePath(directory, this.syntax.directory), origin);
    if (name !== "cwd") return failure(`there is no path.${name}`);
    return unknownValue(stringType, { why: "path.cwd depends on where Terraform runs", notNull: true }, origin);
  }

  #resourceValue(address: string, frame: Frame, at: Place): Outcome {
    const block = this.block(address);
    if (block && !block.syntax.broken) return block.value.read(frame.run);
    const full = this.address === "" ? address : `${this.address}.${address}`;
    const why = block ? `${address} could not be read` : `${address} is not declared`;
    const target = { root: this.root.path, address: full, attribute: "" };
    return unknownValue(dynamicType, { why, target, notNull: true }, written(at));
  }

  #resolveModule(reference: Reference, name: string, frame: Frame, at: Place): Resolution {
    const call = this.moduleCall(name);
    if (!call) return taking(1, undeclared(`module.${name}`, this, at));
    const instances = call.instances.read(frame.run);
    const [, next, afterNext] = reference.steps;
    if (instances.form === "single" && next?.type === "attribute") {
      return taking(2, outputOf(call, undefined, next.name, frame));
    }
    if (instances.form !== "single" && next?.type === "index" && afterNext?.type === "attribute") {
      const key = evaluate(next.key, frame);
      if (key.form === "failure") return taking(2, key);
      if (instances.form === "undecided") return taking(3, outputOf(call, null, afterNext.name, frame));
      const known = instanceKeyOf(key);
      if (known !== undefined && keysOf(instances).includes(known)) {
        return taking(3, outputOf(call, known, afterNext.name, frame));
      }
    }
    return taking(1, wholeCall(call, frame));
  }
}

function lazily<T>(known: Map<string, T>, name: string, create: () => T | undefined): T | undefined {
  const existing = known.get(name);
  if (existing) return existing;
  const created = create();
  if (created) known.set(name, created);
  return created;
}

function taking(taken: number, value: Outcome): Resolution {
  return { value, taken };
}

/** Where a block could not be read, nobody can say what it declares. */
function undeclared(name: string, module: Module, at: Place): Outcome {
  return module.syntax.isBroken ? unreadable(name, at) : failure(`${name} is not declared`);
}

function unreadable(name: string, at: Place): Outcome {
  return unknownValue(dynamicType, { why: `${name} could not be read` }, written(at));
}

function instanceKeyOf(key: TerraformValue): string | number | undefined {
  if (key.form === "string") return key.value;
  return key.form === "number" && typeof key.value === "number" ? key.value : undefined;
}

function outputOf(call: ModuleCall, key: InstanceKey | null, name: string, frame: Frame): Outcome {
  const module = call.module(key);
  const at = call.header;
  if (!module) {
    const why = `${call.name} is not on disk`;
    const pieces = [{ token: `${call.parent.inputs.token}${call.name}.${name}` }];
    return unknownValue(dynamicType, { why, pieces }, written(at));
  }
  const value = module.output(name)?.read(frame.run);
  if (value) return value;
  if (module.syntax.isBroken) return unreadable(`${call.name}.${name}`, at);
  return failure(`${call.name} has no output named "${name}"`);
}

/** All outputs of a call, or of all its instances. */
function wholeCall(call: ModuleCall, frame: Frame): TerraformValue {
  const instances = call.instances.read(frame.run);
  const origin = written(call.header);
  if (instances.form === "undecided") return unknownValue(dynamicType, { why: instances.why }, instances.origin);
  const objects = keysOf(instances).map((key) => allOutputs(call, key, frame));
  if (instances.form === "single") return objects[0]!;
  if (instances.form === "count") return tupleValue(objects, origin);
  return objectValue(new Map([...instances.elements.keys()].map((key, index) => [key, objects[index]!])), origin);
}

function allOutputs(call: ModuleCall, key: InstanceKey | null, frame: Frame): TerraformValue {
  const module = call.module(key);
  const origin = written(call.header);
  if (!module) return unknownValue(dynamicType, { why: `${call.name} is not on disk` }, origin);
  const entries = new Map<string, TerraformValue>();
  for (const name of module.syntax.outputs.keys()) {
    const value = module.output(name)?.read(frame.run);
    if (value) entries.set(name, value);
  }
  return objectValue(entries, origin);
}

function terraformValue(name: string, at: Place): Outcome {
  const origin = written(at);
  if (name === "applying")
    return unknownValue(dynamicType, { why: "terraform.applying is known only in a run" }, origin);
  if (name !== "workspace" && name !== "env") return failure(`there is no terraform.${name}`);
  const why = "terraform.workspace is chosen when Terraform runs";
  return unknownValue(stringType, { why, notNull: true, pieces: [{ token: "terraform.workspace" }] }, origin);
}

/** As Terraform shows a module's directory: seen from the root's. */
function relativePath(from: string, to: string): string {
  if (from === to) return ".";
  const [start, end] = [from === "" ? [] : from.split("/"), to === "" ? [] : to.split("/")];
  let common = 0;
  while (common < start.length && start[common] === end[common]) common++;
  const up = start.slice(common).map(() => "..");
  return [...up, ...end.slice(common)].join("/");
}
