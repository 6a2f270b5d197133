import { type Environment, environmentNamed } from "../../../model/environment.ts";
import type { Place, SourceText } from "../../../model/place.ts";
import { directoryOf, nameOf } from "../../../model/project-path.ts";
import { type Declaration, withoutInstanceKeys } from "../../../model/resource.ts";
import type { JsonNode } from "../../json/syntax.ts";
import type { TerraformOptions } from "../declaration-options.ts";
import { lockedVersion } from "../evaluate/lock-file.ts";
import { versionsInForce } from "../evaluate/versions.ts";
import type { Sources } from "../roots/sources.ts";
import { itemsIn, objectIn, textIn, valueIn } from "./json-access.ts";
import { planAzapiBody } from "./plan-azapi.ts";
import { PlanPlaces } from "./plan-places.ts";
import { PlanReferences } from "./plan-references.ts";
import { type PlanLinks, PlanMapping } from "./plan-tree.ts";

/** Modules within modules deeper than this are left out of a plan. */
const deepestModule = 64;

/** A plan as `terraform show -json` writes it. */
export class PlanFile {
  readonly source: SourceText;
  readonly environment: Environment;
  readonly #plan: JsonNode;
  readonly #options: TerraformOptions;
  readonly #places: PlanPlaces;
  readonly #references: PlanReferences;
  readonly #changes = new Map<string, JsonNode>();
  readonly #versions: readonly string[];

  constructor(source: SourceText, plan: JsonNode, sources: Sources, options: TerraformOptions) {
    this.source = source;
    this.#plan = plan;
    this.#options = options;
    const directory = directoryOf(source.file);
    this.#places = new PlanPlaces(sources, directory);
    const configuration = objectIn(plan, "configuration");
    this.#references = new PlanReferences(source.file, objectIn(configuration, "root_module"));
    for (const change of itemsIn(plan, "resource_changes")) {
      const address = textIn(change, "address");
      if (address !== undefined && textIn(change, "deposed") === undefined) this.#changes.set(address, change);
    }
    const locked = lockedVersion(sources.texts, directory, "azurerm");
    const constraints = constraintsIn(configuration);
    this.#versions = versionsInForce({ locked, constraints }, options.knownVersions ?? []);
    this.environment = environmentNamed(environmentName(source.file), hintIn(plan));
  }

  declarations(): Declaration[] {
    const root = objectIn(objectIn(this.#plan, "planned_values"), "root_module");
    const found: Declaration[] = [];
    const pending = [{ module: root as JsonNode | undefined, depth: 0 }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      for (const resource of itemsIn(next.module, "resources")) {
        const declaration = this.#declarationOf(resource);
        if (declaration) found.push(declaration);
      }
      if (next.depth >= deepestModule) continue;
      const children = itemsIn(next.module, "child_modules");
      for (const module of children.toReversed()) pending.push({ module, depth: next.depth + 1 });
    }
    return found;
  }

  #declarationOf(resource: JsonNode): Declaration | undefined {
    const address = textIn(resource, "address");
    const type = textIn(resource, "type");
    if (address === undefined || type === undefined) return undefined;
    const isWanted = this.#options.isWanted ?? (() => true);
    const isAzapi = type === "azapi_resource" || type === "azapi_update_resource";
    if (!isAzapi && !isWanted("azurerm", type)) return undefined;
    const block = withoutInstanceKeys(address);
    const { calls, inModule } = splitAddress(block);
    const written = this.#places.find(calls, inModule);
    const header = written?.block.header ?? this.#headerInPlan(resource);
    const change = objectIn(this.#changes.get(address), "change");
    const body = this.#bodyOf(resource, change, { calls, inModule, address, header, written: written?.block });
    const actions = itemsIn(change, "actions").flatMap((action) => (action.type === "string" ? [action.value] : []));
    const declaration: Declaration = {
      source: "azurerm",
      type,
      versions: this.#versions,
      identity: { root: this.source.file, module: calls.map((call) => `module.${call}`).join("."), address, block },
      environment: this.environment,
      existence: { certain: true },
      existing: textIn(resource, "mode") === "data",
      at: written?.block.at ?? this.source.place(resource.from, resource.to),
      header,
      body,
      calls: written?.calls ?? [],
      ...(actions.length > 0 && { actions }),
    };
    return isAzapi ? this.#azapi(declaration, resource) : declaration;
  }

  #bodyOf(
    resource: JsonNode,
    change: JsonNode | undefined,
    at: {
      calls: readonly string[];
      inModule: string;
      address: string;
      header: Place;
      written: ConstructorParameters<typeof PlanMapping>[0]["written"];
    },
  ): PlanMapping {
    const planned = {
      source: this.source,
      value: valueIn(resource, "values"),
      unknown: valueIn(change, "after_unknown"),
      sensitive: valueIn(change, "after_sensitive") ?? valueIn(resource, "sensitive_values"),
      written: at.written,
      name: at.address,
      configured: this.#references.expressionsOf(at.calls, at.inModule),
      links: linksIn(this.#references, at.calls),
    };
    return new PlanMapping(planned, at.header);
  }

  #azapi(declaration: Declaration, resource: JsonNode): Declaration | undefined {
    const [type = "", version = ""] = (textIn(valueIn(resource, "values"), "type") ?? "").split("@");
    const isWanted = this.#options.isWanted ?? (() => true);
    if (!type.includes("/") || !isWanted("azapi", type)) return undefined;
    const partial = declaration.type === "azapi_update_resource";
    const body = planAzapiBody(declaration.body, this.source);
    return { ...declaration, source: "azapi", type, versions: [version], body, ...(partial && { partial }) };
  }

  /** Where no configuration lies beside the plan: the brace that opens the resource in it. */
  #headerInPlan(resource: JsonNode): Place {
    return this.source.place(resource.from, resource.from + 1);
  }
}

function linksIn(references: PlanReferences, calls: readonly string[]): PlanLinks {
  return {
    only: (expression) => references.targetOf(calls, expression),
    each: (expression, count) => references.itemsOf(calls, expression, count),
    written: (reference) => references.meaningOf(calls, reference),
  };
}

/** `module.a.module.b.azurerm_key_vault.ml` as the names of the calls and the address in the module. */
function splitAddress(address: string): { calls: readonly string[]; inModule: string } {
  const words = address.split(".");
  const calls: string[] = [];
  while (words[0] === "module" && words.length > 2) calls.push(words.splice(0, 2)[1]!);
  return { calls, inModule: words.join(".") };
}

/** `prod.tfplan.json` is of prod. */
function environmentName(path: string): string {
  return /^(.+?)\.(?:tf)?plan(?:\.json)?$/.exec(nameOf(path))?.[1] ?? "default";
}

function hintIn(plan: JsonNode): string | undefined {
  const variables = objectIn(plan, "variables");
  for (const name of ["environment", "env", "stage"]) {
    const value = textIn(objectIn(variables, name), "value");
    if (value !== undefined) return value;
  }
  return undefined;
}

function constraintsIn(configuration: JsonNode | undefined): string[] {
  const providers = objectIn(configuration, "provider_config");
  if (!providers) return [];
  return providers.members.flatMap(({ value }) => {
    const constraint = textIn(value, "version_constraint");
    return constraint !== undefined && textIn(value, "full_name")?.endsWith("/azurerm") ? [constraint] : [];
  });
}
