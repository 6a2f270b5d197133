import { readFileSync } from "node:fs";
import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import { SourceText } from "../../../src/model/place.ts";
import type { Declaration } from "../../../src/model/resource.ts";
import type { Mapping, Tree } from "../../../src/model/tree.ts";
import { versionInForce } from "../../../src/parsers/mapping/versions.ts";
import { parseProject } from "../../../src/parsers/project.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import type { Block, Expression, NativeBody } from "../../../src/parsers/terraform/read/syntax.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Members = { [key: string]: Json };
type Files = Readonly<Record<string, string>>;
/** A value and, of the same shape, what of it is known only after apply. */
type Planned = { readonly value: Json; readonly unknown: Json };
type Mode = string | { readonly default: Json };

const schemas = (
  JSON.parse(readFileSync("data/azurerm-schema.json", "utf8")) as {
    resources: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Mode>>>>>>;
  }
).resources;

/**
 * The plans that Terraform would make of the roots among some files, one for each environment, in which nothing is
 * deployed yet; undefined where it could make none: a count is not known, or something has to be looked up first.
 */
export async function terraformToPlans(files: Files): Promise<Record<string, string> | undefined> {
  const texts = new Texts(new MemoryFiles(files));
  const paths = Object.keys(files).sort();
  const { declarations = [] } = await parseProject({ texts, paths, environments: [], allTypes: true }, {});
  const resources = declarations.filter(({ source }) => source === "azurerm" || source === "azapi");
  if (resources.some(({ existing, existence }) => existing || !existence.certain)) return undefined;
  const groups = new Map<string, Declaration[]>();
  for (const resource of resources) {
    const key = `${resource.identity.root}\0${resource.environment.name}`;
    groups.set(key, [...(groups.get(key) ?? []), resource]);
  }
  const plans: Record<string, string> = {};
  for (const group of groups.values()) {
    const [{ identity, environment }] = group as [Declaration];
    const directory = identity.root === "" ? "" : `${identity.root}/`;
    plans[`${directory}${environment.name}.tfplan.json`] = JSON.stringify(planOf(group, directory, files), null, 1);
  }
  return plans;
}

function planOf(declarations: readonly Declaration[], directory: string, files: Files): Json {
  const planned = declarations.map((declaration) => ({ declaration, ...valuesOf(declaration) }));
  const resources = planned.map(({ declaration, value }) => ({ ...headOf(declaration), values: value }));
  const inRoot = resources.filter((_, index) => declarations[index]!.identity.module === "");
  const inModules = resources.filter((_, index) => declarations[index]!.identity.module !== "");
  return {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: {
      root_module: { resources: inRoot, child_modules: [{ address: "module", resources: inModules }] },
    },
    resource_changes: planned.map(({ declaration, unknown }) => ({
      ...headOf(declaration),
      change: { actions: ["create"], before: null, after_unknown: unknown },
    })),
    configuration: {
      provider_config: { azurerm: { name: "azurerm", full_name: provider, ...constraintIn(directory, files) } },
      root_module: moduleAt(directory, files),
    },
  } as Json;
}

const provider = "registry.terraform.io/hashicorp/azurerm";

function constraintIn(directory: string, files: Files): Members {
  const text = bodiesIn(directory, files).map(([source]) => source.text);
  const constraint = /azurerm\s*=\s*\{[^}]*version\s*=\s*"([^"]+)"/.exec(text.join("\n"))?.[1];
  return constraint === undefined ? {} : { version_constraint: constraint };
}

function headOf({ identity, source, type, partial }: Declaration): Members {
  const written = source !== "azapi" ? type : partial ? "azapi_update_resource" : "azapi_resource";
  return { address: identity.address, mode: "managed", type: written, name: identity.block.split(".").at(-1)! };
}

function valuesOf(declaration: Declaration): Planned {
  if (declaration.source === "azapi") return azapiValues(declaration);
  const { value, unknown } = membersOf(declaration.body);
  const schema = schemas[declaration.type] ?? {};
  fill(value, unknown, schema, versionInForce(declaration) ?? "", "");
  return { value, unknown };
}

/** What Terraform adds of its own: defaults of the schema, and what the provider will find out. */
function fill(value: Members, unknown: Members, schema: (typeof schemas)[string], version: string, above: string) {
  for (const [path, modes] of Object.entries(schema)) {
    const name = path.slice(above.length);
    const mode = modes[version];
    if (mode === undefined || !path.startsWith(above)) continue;
    if (!name.includes(".")) fillOne(value, unknown, name, mode);
  }
  for (const [name, inner] of Object.entries(value)) {
    const isBlock = Object.keys(schema).some((path) => path.startsWith(`${above}${name}.`));
    if (!isBlock || !Array.isArray(inner)) continue;
    for (const [index, item] of inner.entries()) {
      fill(item as Members, (unknown[name] as Members[])[index]!, schema, version, `${above}${name}.`);
    }
  }
}

function fillOne(value: Members, unknown: Members, name: string, mode: Mode): void {
  if (name in unknown) return;
  if (typeof mode === "object") value[name] = mode.default;
  else if (mode.includes("computed")) unknown[name] = true;
  else value[name] = null;
}

/** An azapi resource is declared as ARM sees it; a plan has it as it is written. */
function azapiValues({ type, versions, body }: Declaration): Planned {
  const { value, unknown } = membersOf(body);
  const [beside, within] = [besideBody(value), withoutThose(value)];
  const identity = value["identity"] as Members | undefined;
  return {
    value: {
      type: `${type}@${versions[0]}`,
      ...beside,
      body: within,
      ...(identity && { identity: [identityOf(identity)] }),
    },
    unknown: { id: true, ...besideBody(unknown), body: withoutThose(unknown) },
  };
}

/** What stands beside the body, by the name that the declaration has for it. */
const writtenAs: Readonly<Record<string, string>> = {
  name: "name",
  location: "location",
  tags: "tags",
  parent_id: "parent_id",
  id: "resource_id",
};

function besideBody(members: Members): Members {
  const known = Object.entries(members).flatMap(([key, value]) => (key in writtenAs ? [[writtenAs[key]!, value]] : []));
  return Object.fromEntries(known) as Members;
}

function withoutThose(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([key]) => !(key in writtenAs) && key !== "identity"));
}

function identityOf({ type = null, userAssignedIdentities }: Members): Members {
  return { type, identity_ids: userAssignedIdentities ? Object.keys(userAssignedIdentities) : null };
}

function membersOf(body: Mapping): { value: Members; unknown: Members } {
  const value: Members = {};
  const unknown: Members = {};
  for (const [name, entry] of body.entries) {
    const planned = plannedOf(entry.value);
    if (planned.value !== undefined) value[name] = planned.value;
    unknown[name] = planned.unknown;
  }
  return { value, unknown };
}

function plannedOf(tree: Tree): { value: Json | undefined; unknown: Json } {
  switch (tree.form) {
    case "leaf":
      return { value: tree.value, unknown: false };
    case "undecided":
      return { value: undefined, unknown: true };
    case "mapping":
      return membersOf(tree);
    default: {
      const items = tree.items.map(plannedOf);
      return { value: items.map(({ value }) => value ?? null), unknown: items.map(({ unknown }) => unknown) };
    }
  }
}

function moduleAt(directory: string, files: Files): Members {
  const resources: Json[] = [];
  const calls: Members = {};
  const outputs: Members = {};
  for (const [source, body] of bodiesIn(directory, files)) {
    for (const block of body.blocks) {
      const [first = "", second = ""] = block.labels.map(({ text }) => text);
      const inner = block.body as NativeBody;
      if (block.type === "resource") {
        const address = `${first}.${second}`;
        resources.push({
          address,
          mode: "managed",
          type: first,
          name: second,
          expressions: expressionsOf(inner, source),
        });
      } else if (block.type === "module") calls[first] = callOf(directory, inner, source, files);
      else if (block.type === "output") outputs[first] = { expression: expressionsOf(inner, source)["value"] ?? {} };
    }
  }
  return { resources, module_calls: calls, outputs };
}

function callOf(directory: string, body: NativeBody, source: SourceText, files: Files): Json {
  const written = body.attributes.find(({ name }) => name === "source")?.expression;
  const folder = written?.type === "string" ? resolved(directory, written.value) : undefined;
  return { expressions: expressionsOf(body, source), ...(folder !== undefined && { module: moduleAt(folder, files) }) };
}

function resolved(directory: string, source: string): string {
  const words = directory.split("/").slice(0, -1);
  for (const word of source.split("/")) {
    if (word === "..") words.pop();
    else if (word !== "." && word !== "") words.push(word);
  }
  return words.length === 0 ? "" : `${words.join("/")}/`;
}

function bodiesIn(directory: string, files: Files): [SourceText, NativeBody][] {
  const own = Object.entries(files).filter(
    ([path]) => path.startsWith(directory) && /^[^/]+\.tf$/.test(path.slice(directory.length)),
  );
  return own.map(([path, text]) => {
    const source = new SourceText(path, text);
    return [source, parseHcl(source).body as NativeBody];
  });
}

const meta = new Set(["count", "for_each", "provider", "depends_on"]);

/** As in a real plan, dynamic blocks are not there. */
function expressionsOf(body: NativeBody, source: SourceText): Members {
  const result: Members = {};
  for (const { name, expression } of body.attributes) {
    if (!meta.has(name)) result[name] = expressionOf(expression, source.text);
  }
  for (const block of body.blocks as readonly Block[]) {
    if (["dynamic", "lifecycle", "provisioner"].includes(block.type)) continue;
    const inner = expressionsOf(block.body as NativeBody, source);
    result[block.type] = [...((result[block.type] as Json[] | undefined) ?? []), inner];
  }
  return result;
}

function expressionOf(expression: Expression, text: string): Json {
  const references = new Set<string>();
  collect(expression, text, references);
  if (references.size > 0) return { references: [...references] };
  const constant = constantOf(expression);
  return constant === undefined ? {} : { constant_value: constant };
}

function constantOf(expression: Expression): Json | undefined {
  if (expression.type === "string" || expression.type === "boolean") return expression.value;
  if (expression.type === "number") return Number(expression.text);
  if (expression.type !== "tuple") return undefined;
  const items = expression.items.map(constantOf);
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** The references anywhere in an expression, each followed by the resource that it is taken of. */
function collect(node: unknown, text: string, into: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, text, into);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const expression = node as Expression;
  if (expression.type === "reference") {
    const written = text.slice(expression.from, expression.to);
    const steps = expression.root.name === "data" ? 3 : 2;
    into.add(written);
    const words = written.split(".");
    if (!/^(?:var|local|each|count|path|self)\./.test(written) && words.length > steps) {
      const resource = words.slice(0, steps).join(".");
      into.add(resource);
      if (resource.includes("[")) into.add(resource.slice(0, resource.indexOf("[")));
    }
    return;
  }
  if (expression.type === "object") {
    for (const { key, name, value } of expression.items) collect(name === undefined ? [key, value] : value, text, into);
    return;
  }
  for (const value of Object.values(node)) collect(value, text, into);
}
