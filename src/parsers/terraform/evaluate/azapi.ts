import type { Place } from "../../../model/place.ts";
import type { Declaration } from "../../../model/resource.ts";
import type { Entry, Mapping, Step, Tree } from "../../../model/tree.ts";
import { callFunction } from "../functions/call-function.ts";
import { entriesOf } from "../values/element.ts";
import { toTree } from "../values/lower.ts";
import { trailOf } from "../values/origin.ts";
import { isMapping, type TerraformValue } from "../values/value.ts";
import { azapiIdentity } from "./azapi-identity.ts";
import type { Body } from "./body.ts";
import { AttributeEntry } from "./body-mapping.ts";
import { namedAt } from "./origin-of-name.ts";
import type { ResourceInstance } from "./resource.ts";

/** The parts of an ARM resource that `body` may hold: where it cannot be decided, nor can they. */
const bodyParts = ["properties", "sku", "kind", "zones", "identity", "location", "tags"];
/** Written beside `body` under the name that ARM uses. */
const besideBody = ["name", "location", "tags", "parent_id"];

const noSteps: readonly Step[] = [];

/** The ARM type and API version of an azapi resource; undefined where `type` cannot be decided. */
export function azapiType(resource: ResourceInstance): { type: string; version: string } | undefined {
  const value = resource.body.attribute("type")?.read(resource.body.frame.run);
  if (value?.form !== "string") return undefined;
  const [type = "", version = ""] = value.value.split("@");
  return type.includes("/") ? { type, version } : undefined;
}

/**
 * A resource of azapi as ARM would be handed it. Its type is the ARM type, its version the API version, and its body has
 * the entries of `body` (an object, or the text that jsonencode makes of one: values keep their places) with `name`,
 * `location`, `tags` and `identity` as ARM writes them. Two entries say where it belongs: `parent_id`, the id of the
 * resource or group it is in, and, of what is only looked up or changed by its id, `id`. Where its type cannot be decided it stays as it is written.
 */
export function azapiDeclaration(declaration: Declaration, resource: ResourceInstance, index: number): Declaration {
  const known = azapiType(resource);
  const partial = declaration.type === "azapi_update_resource";
  if (!known) return partial ? { ...declaration, partial } : declaration;
  const body = new AzapiMapping(resource.body, index);
  return {
    ...declaration,
    source: "azapi",
    type: known.type,
    versions: [known.version],
    body,
    ...(partial && { partial }),
  };
}

/** An azapi resource in ARM's shape, of which nothing is evaluated before it is read. */
class AzapiMapping implements Mapping {
  readonly form = "mapping";
  readonly trail = noSteps;
  readonly header: Place;
  readonly #body: Body;
  readonly #environment: number;
  #entries: ReadonlyMap<string, Entry> | undefined;

  constructor(body: Body, environment: number) {
    this.header = body.header;
    this.#body = body;
    this.#environment = environment;
  }

  get at(): Place {
    return this.header;
  }

  get entries(): ReadonlyMap<string, Entry> {
    this.#entries ??= this.#body.frame.run.within(this.#environment, () => this.#collect());
    return this.#entries;
  }

  #collect(): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    this.#addBody(entries);
    for (const name of besideBody) this.#addAttribute(entries, name, name);
    this.#addAttribute(entries, "resource_id", "id");
    const identity = azapiIdentity(this.#body, this.#environment);
    if (identity) entries.set("identity", identity);
    return entries;
  }

  #addAttribute(entries: Map<string, Entry>, name: string, as: string): void {
    const cell = this.#body.attribute(name);
    if (cell) entries.set(as, new AttributeEntry(cell, this.#body, this.#environment));
  }

  #addBody(entries: Map<string, Entry>): void {
    const cell = this.#body.attribute("body");
    if (!cell) return;
    const { attribute, source } = cell.sourced;
    const key = source.place(attribute.nameRange.from, attribute.nameRange.to);
    const value = decoded(cell.read(this.#body.frame.run), this.#body);
    if (isMapping(value)) {
      for (const [name, inner] of entriesOf(value)) {
        entries.set(name, { key: value.keys?.get(name) ?? inner.origin.at, value: toTree(inner) });
      }
    } else if (value.form === "unknown") {
      const tree: Tree = { form: "undecided", why: value.why, at: value.origin.at, trail: trailOf(value.origin) };
      for (const name of bodyParts) entries.set(name, { key, value: tree });
    }
  }
}

/** What a text of JSON stands for; what jsonencode made keeps the value it was made of. */
function decoded(value: TerraformValue, body: Body): TerraformValue {
  if (value.form !== "string" && value.form !== "unknown") return value;
  if (value.encoded) return namedThrough(value.encoded, value);
  if (value.form === "unknown") return value;
  const outcome = callFunction("jsondecode", [value], value.origin.at, body.frame.names.calls);
  return outcome.form === "failure" ? value : outcome;
}

/** The encoded value is reached through the names that lead to its text. */
function namedThrough(encoded: TerraformValue, text: TerraformValue): TerraformValue {
  if (text.origin.by !== "reference") return encoded;
  return namedAt(encoded, text.origin.at, text.origin.text);
}
