type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Members = { [key: string]: Json };

/** Arguments of an azapi resource that a template writes beside its properties. */
const beside = new Set([
  "type",
  "apiVersion",
  "name",
  "location",
  "tags",
  "identity",
  "dependsOn",
  "scope",
  "comments",
]);
const subscription = "00000000-0000-0000-0000-000000000000";
const group = `/subscriptions/${subscription}/resourceGroups/ml`;

/** An ARM template as azapi resources in Terraform's JSON; undefined where it uses what only ARM can say. */
export function templateToAzapi(text: string): string | undefined {
  const template = JSON.parse(text) as Members;
  const resources = template["resources"];
  if (!Array.isArray(resources)) return undefined;
  const names = new Map<string, string>();
  for (const [index, resource] of (resources as Members[]).entries()) {
    names.set(keyOf(String(resource["type"]), String(resource["name"])), `resource${index}`);
  }
  const parameters = (template["parameters"] ?? {}) as { [name: string]: Members };
  try {
    const translation = new Translation(names, parameters);
    const azapi = (resources as Members[]).map((one, index) => [`resource${index}`, translation.resource(one)]);
    const variable = Object.fromEntries(Object.keys(parameters).map((name) => [name, translation.variable(name)]));
    const result = { variable, resource: { azapi_resource: Object.fromEntries(azapi) as Members } };
    return `${JSON.stringify(result, null, 2)}\n`;
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}

class Untranslatable extends Error {}

class Translation {
  readonly #names: ReadonlyMap<string, string>;
  readonly #parameters: { readonly [name: string]: Members };

  constructor(names: ReadonlyMap<string, string>, parameters: { readonly [name: string]: Members }) {
    this.#names = names;
    this.#parameters = parameters;
  }

  variable(name: string): Members {
    const fallback = this.#parameters[name]?.["defaultValue"];
    return fallback === undefined ? {} : { default: this.value(fallback) };
  }

  resource(resource: Members): Members {
    if (["copy", "condition", "resources"].some((word) => word in resource)) throw new Untranslatable();
    const type = String(resource["type"]);
    const name = String(resource["name"]);
    if (name.startsWith("[")) throw new Untranslatable();
    const properties = Object.entries(resource).filter(([key]) => !beside.has(key));
    const result: Members = {
      type: `${type}@${resource["apiVersion"]}`,
      name: name.split("/").at(-1)!,
      parent_id: this.#parentOf(type, name, resource["scope"]),
      body: this.value(Object.fromEntries(properties)),
    };
    for (const key of ["location", "tags"]) if (resource[key] !== undefined) result[key] = this.value(resource[key]);
    if (resource["identity"] !== undefined) result["identity"] = [this.#identity(resource["identity"] as Members)];
    return result;
  }

  value(value: Json): Json {
    if (typeof value === "string") return value.startsWith("[") ? this.#expression(value.slice(1, -1)) : value;
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const written = this.value(key);
        return [written as string, this.value(inner)];
      }),
    );
  }

  #identity(identity: Members): Members {
    const ids = identity["userAssignedIdentities"] as Members | undefined;
    const type = this.value(identity["type"] ?? "None");
    return ids ? { type, identity_ids: Object.keys(ids).map((id) => this.value(id)) } : { type };
  }

  #parentOf(type: string, name: string, scope: Json | undefined): Json {
    if (scope !== undefined) {
      const text = String(scope);
      const [, provider, scoped] = /^([\w.]+\/\w+)\/([\w-]+)$/.exec(text) ?? [];
      return provider && scoped ? this.#idOf(provider, [scoped]) : this.value(scope);
    }
    const names = name.split("/");
    if (names.length === 1) return group;
    return this.#idOf(type.split("/").slice(0, -1).join("/"), names.slice(0, -1));
  }

  #idOf(type: string, names: readonly string[]): string {
    const declared = this.#names.get(keyOf(type, names.join("/")));
    if (declared) return `\${azapi_resource.${declared}.id}`;
    const [provider, ...types] = type.split("/");
    return `${group}/providers/${provider}/${types.map((one, index) => `${one}/${names[index]}`).join("/")}`;
  }

  #expression(text: string): Json {
    const [, type, rest] = /^resourceId\('([\w./]+)'((?:, ?'[\w.-]+')+)\)$/.exec(text) ?? [];
    if (type && rest)
      return this.#idOf(
        type,
        [...rest.matchAll(/'([\w.-]+)'/g)].map((match) => match[1]!),
      );
    if (text.endsWith("().tenantId")) return "${data.azurerm_client_config.current.tenant_id}";
    const [, role] =
      /^subscriptionResourceId\('Microsoft.Authorization\/roleDefinitions', ?'([\w-]+)'\)$/.exec(text) ?? [];
    if (role) return `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
    const [, name] = /^parameters\('(\w+)'\)$/.exec(text) ?? [];
    if (!name) throw new Untranslatable();
    return `\${var.${name}}`;
  }
}

function keyOf(type: string, name: string): string {
  return `${type}\0${name}`.toLowerCase();
}

/** A parameter file as a variable file. */
export function parametersToVariables(text: string): string {
  const { parameters } = JSON.parse(text) as { parameters: { [name: string]: { value?: Json } } };
  const values = Object.entries(parameters).map(([name, { value }]) => [name, value ?? null]);
  return `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`;
}
