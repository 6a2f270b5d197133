import type { Environment } from "../../../model/environment.ts";
import type { Place } from "../../../model/place.ts";
import type { Declaration, Existence, Source } from "../../../model/resource.ts";
import { azapiDeclaration } from "./azapi.ts";
import { BodyMapping, metaArguments } from "./body-mapping.ts";
import type { InstanceKey } from "./instances.ts";
import type { Module } from "./module.ts";
import type { ModuleCall } from "./module-call.ts";
import type { WrittenResource } from "./module-syntax.ts";
import { keysOf, type ResourceBlock, type ResourceInstance } from "./resource.ts";
import type { RootEvaluation } from "./root-evaluation.ts";

/** What a walk through the modules of a root in one environment needs. */
export interface Walk {
  readonly root: RootEvaluation;
  readonly environment: Environment;
  /** The position of the environment among those of the root. */
  readonly index: number;
  readonly isWanted: (source: Source, type: string) => boolean;
  /** Whether a call at the top belongs to this environment. */
  readonly includes: (call: string) => boolean;
  readonly versionsIn: (module: Module) => readonly string[];
  readonly found: (declaration: Declaration, resource: ResourceInstance) => void;
}

/** Finds the resources of a root in one environment, in the order in which they are written. */
export function declareResources(walk: Walk): void {
  walk.root.run.within(walk.index, () => walkModule(walk, walk.root.module, { certain: true }, []));
}

function walkModule(walk: Walk, module: Module, existence: Existence, calls: readonly Place[]): void {
  for (const { kind, name } of module.syntax.order) {
    if (kind === "call") walkCall(walk, module, name, existence, calls);
    else walkBlock(walk, module, name, existence, calls);
  }
}

function walkCall(walk: Walk, parent: Module, name: string, existence: Existence, calls: readonly Place[]): void {
  if (parent.depth === 0 && !walk.includes(name)) return;
  const call = parent.moduleCall(name);
  if (!call || call.syntax.broken) return;
  const instances = call.instances.read(walk.root.run);
  const inner = existsHere(existence, instances, call.name);
  for (const key of keysOf(instances)) walkInstance(walk, call, key, inner, calls);
}

function walkInstance(
  walk: Walk,
  call: ModuleCall,
  key: InstanceKey | null,
  existence: Existence,
  calls: readonly Place[],
): void {
  const module = call.module(key);
  if (module) walkModule(walk, module, existence, [...calls, call.header]);
}

function walkBlock(walk: Walk, module: Module, address: string, existence: Existence, calls: readonly Place[]): void {
  const syntax = module.syntax.resources.get(address);
  if (!syntax || syntax.broken || syntax.mode === "ephemeral") return;
  if (!isAzapi(syntax.type) && !walk.isWanted("azurerm", syntax.type) && !runsScripts(syntax)) return;
  const block = module.block(address)!;
  const { run } = walk.root;
  const instances = block.instances.read(run);
  const inner = existsHere(existence, instances, address);
  const base = { versions: walk.versionsIn(module), existence: inner, calls };
  for (const key of keysOf(instances)) {
    if (run.countBlock(() => block.header) !== undefined) return;
    const resource = block.instance(key);
    const declaration = declarationOf(walk, block, resource, base);
    if (isOfUnknownType(declaration)) leaveUnread(walk, declaration);
    if (declaration.source === "azurerm" || walk.isWanted("azapi", declaration.type)) walk.found(declaration, resource);
  }
}

function existsHere(outer: Existence, instances: { form: string; why?: string }, name: string): Existence {
  if (!outer.certain || instances.form !== "undecided") return outer;
  return { certain: false, why: `how many instances of ${name} there are is not decidable: ${instances.why}` };
}

function declarationOf(
  walk: Walk,
  block: ResourceBlock,
  resource: ResourceInstance,
  base: Pick<Declaration, "versions" | "existence" | "calls">,
): Declaration {
  const { syntax, module } = block;
  const { source, block: written } = syntax;
  const path = module.path === "" ? "" : `${module.path}.`;
  const identity = {
    root: walk.root.path,
    module: module.path,
    address: resource.address,
    block: `${path}${block.addressInModule}`,
  };
  const declaration: Declaration = {
    source: "azurerm",
    type: syntax.type,
    identity,
    environment: walk.environment,
    existing: syntax.mode === "data",
    at: source.place(written.from, written.to),
    header: block.header,
    body: new BodyMapping(resource.body, walk.index, metaArguments),
    ...base,
  };
  return isAzapi(syntax.type) ? azapiDeclaration(declaration, resource, walk.index) : declaration;
}

/** Commands run beside resources that mean nothing themselves, such as `null_resource`. */
function runsScripts({ mode, content }: WrittenResource): boolean {
  return mode === "managed" && content.blocks("provisioner", 1).length > 0;
}

/** A resource of azapi that may turn out to be of any type of ARM. */
function isOfUnknownType({ type, existing, source }: Declaration): boolean {
  return source === "azurerm" && type === "azapi_resource" && !existing;
}

function leaveUnread({ root }: Walk, { identity: { address } }: Declaration): void {
  root.unread.set(address, `The type of ${address} is not known: what it would create is not checked.`);
}

/** azapi writes resources of every type of ARM in two types of its own. */
function isAzapi(type: string): boolean {
  return type === "azapi_resource" || type === "azapi_update_resource" || type === "azapi_data_plane_resource";
}
