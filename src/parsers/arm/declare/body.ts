import type { Place } from "../../../model/place.ts";
import { knownText } from "../../../model/reference.ts";
import type { Declaration } from "../../../model/resource.ts";
import type { Entry, Mapping, Piece, Tree } from "../../../model/tree.ts";
import type { JsonObject } from "../../json/syntax.ts";
import { piecesAt } from "../evaluate/deployment.ts";
import type { Frame } from "../evaluate/frame.ts";
import { valueOfNode } from "../evaluate/json-value.ts";
import { idValue, type Location, scopeId } from "../evaluate/location.ts";
import { nameCount, nameSegments, providerPath } from "../evaluate/resource-id.ts";
import { asSegment, piecesOf, valueOfPieces } from "../evaluate/text.ts";
import { restingOn, unknown, type Value } from "../evaluate/value.ts";
import { find, findText } from "../read/members.ts";
import { isWrapped } from "../read/parse-expression.ts";
import type { ResourceNode, Template } from "../read/template.ts";
import { braceOf, entriesOf, LazyEntry, treeOfValue } from "./tree.ts";

type Pieces = readonly Piece[];

/** Where resources are declared: the template they are written in, and what leads to it. */
export interface Standpoint {
  readonly frame: Frame;
  /** The template whose resources these are; their expressions may be those of an outer one. */
  readonly owner: Template;
  readonly location: Location;
  readonly parent: Parent | undefined;
  /** The addresses of the deployments that lead here, with and without iterations. */
  readonly path: readonly string[];
  readonly blocks: readonly string[];
  readonly calls: readonly Place[];
  /** Why nobody can tell whether the deployment takes place. */
  readonly uncertain: string | undefined;
}

/** The resource that others are written inside of. */
export interface Parent {
  readonly type: string;
  readonly name: () => Value;
}

interface Own {
  readonly type: string;
  /** The iteration, such as `[2]`, or nothing. */
  readonly key: string;
  /** What the same node declares in the first environment. */
  readonly shared: readonly Declaration[] | undefined;
}

/** Properties of a resource that say how it is deployed, not what it is. */
const deploymentProperties = new Set([
  ...["type", "apiversion", "condition", "copy", "existing", "resources", "comments", "import", "extension"],
  ...["subscriptionid", "resourcegroup", "asserts"],
]);

/**
 * A resource as a declaration. Its body holds the properties as they are written (`location`, `identity`, `sku`, `kind`,
 * `tags`, `zones`, `properties`, `dependsOn` …) with their copy loops run, and in one form, however it is written:
 *
 * - `name`: the full name, `workspace/compute` for a child;
 * - `id`: its resource id; what the deployment decides (subscription, resource group) are holes, so it is undecided with
 *   pieces;
 * - `parent`: for a child, the id of the resource that it belongs to;
 * - `scope`: for an extension resource (a role assignment, lock or diagnostic setting on another resource), the id of
 *   the resource that it extends.
 *
 * The declaration's type is the full type without the type of what it extends.
 */
export function bodyOf(resource: ResourceNode, standpoint: Standpoint, own: Own) {
  const { node, symbol } = resource;
  const { frame, owner, path, blocks, calls, uncertain } = standpoint;
  const label = owner.labels.get(node) ?? own.type;
  const address = [...path, label + own.key].join(".");
  const base = own.shared?.find(({ identity }) => identity.address === address)?.body;
  const naming = new Naming(node, standpoint, own.type);
  const declaration: Declaration = {
    source: "arm",
    type: naming.type,
    versions: versionsOf(node),
    identity: {
      root: frame.run.root,
      module: blocks.join("."),
      address,
      block: [...blocks, label].join("."),
    },
    environment: frame.run.environment,
    existence: uncertain === undefined ? { certain: true } : { certain: false, why: uncertain },
    existing: isExisting(node),
    at: frame.source.place(symbol ? symbol.keyFrom : node.from, node.to),
    header: braceOf(node, frame),
    body: new Body(node, frame, naming, base),
    calls,
  };
  const parent: Parent = { type: own.type, name: () => naming.name };
  return { declaration, parent };
}

export function isExisting(node: JsonObject): boolean {
  const existing = find(node, "existing");
  return existing?.type === "word" && existing.value === true;
}

function versionsOf(node: JsonObject): string[] {
  const version = findText(node, "apiVersion");
  return version === undefined || version.startsWith("[") ? [] : [version];
}

class Body implements Mapping {
  readonly form = "mapping";
  readonly at: Place;
  readonly header: Place;
  readonly trail = [];
  readonly #node: JsonObject;
  readonly #frame: Frame;
  readonly #naming: Naming;
  readonly #base: Mapping | undefined;
  #entries: ReadonlyMap<string, Entry> | undefined;

  constructor(node: JsonObject, frame: Frame, naming: Naming, base: Mapping | undefined) {
    this.#node = node;
    this.#frame = frame;
    this.#naming = naming;
    this.#base = base;
    this.at = frame.source.place(node.from, node.to);
    this.header = braceOf(node, frame);
  }

  get entries(): ReadonlyMap<string, Entry> {
    if (this.#entries) return this.#entries;
    const entries = entriesOf(this.#node, this.#frame, this.#base, deploymentProperties);
    const shared = this.#base && !this.#naming.varies ? this.#base.entries : undefined;
    for (const [name, entry] of this.#naming.entries()) entries.set(name, shared?.get(name) ?? entry);
    this.#entries = entries;
    return entries;
  }
}

/** What a resource is called: its name, its id, and what it belongs to. */
class Naming {
  readonly #node: JsonObject;
  readonly #standpoint: Standpoint;
  /** Of a resource that extends another one, it begins with the type of that: `A/b/providers/c`. */
  readonly #fullType: string;
  readonly #extended: string | undefined;
  #name: Value | undefined;

  constructor(node: JsonObject, standpoint: Standpoint, fullType: string) {
    this.#node = node;
    this.#standpoint = standpoint;
    this.#fullType = fullType;
    const at = fullType.toLowerCase().indexOf("/providers/");
    this.#extended = at < 0 ? undefined : fullType.slice(0, at);
  }

  /** Whether name or ids can differ between environments. */
  get varies(): boolean {
    const { parent, frame, path } = this.#standpoint;
    if (parent || path.length > frame.scope.path.length) return frame.scope.variation.any;
    return ["name", "scope", "subscriptionId", "resourceGroup"].some((key) => {
      const node = find(this.#node, key);
      return node !== undefined && frame.scope.variation.nodeVaries(node);
    });
  }

  /** The type without that of the resource it extends, whose namespace stands in the name. */
  get type(): string {
    if (this.#extended === undefined) return this.#fullType;
    const namespace = this.#names()?.[nameCount(this.#extended)];
    const rest = this.#fullType.slice(this.#extended.length + "/providers/".length);
    return `${(namespace && knownText(namespace)) ?? "Microsoft.Authorization"}/${rest}`;
  }

  get name(): Value {
    this.#name ??= this.#fullName();
    return this.#name;
  }

  #fullName(): Value {
    const { parent, frame } = this.#standpoint;
    const written = find(this.#node, "name");
    const own = written ? valueOfNode(written, frame, "name") : unknown("the resource has no name");
    if (!parent) return own;
    const outer = parent.name();
    const [first, second] = [piecesOf(outer), piecesOf(own)];
    if (!first || !second) return own;
    const why = own.form === "unknown" ? own.why : outer.form === "unknown" ? outer.why : "";
    return restingOn(valueOfPieces([...first, "/", ...second], why), [own]);
  }

  entries(): [string, Entry][] {
    const { frame, parent } = this.#standpoint;
    const name = find(this.#node, "name");
    const at = frame.source.place((name ?? this.#node).from, name ? name.to : this.#node.from + 1);
    const entries: [string, Entry][] = [];
    if (name && (parent || name.type !== "string" || isWrapped(name.value))) {
      entries.push(["name", new LazyEntry(at, () => nameTree(this.name, at))]);
    }
    entries.push(["id", new LazyEntry(at, () => treeOfValue(this.#id(), at))]);
    const scope = find(this.#node, "scope");
    if (scope || this.#extended !== undefined) {
      const place = scope ? frame.source.place(scope.from, scope.to) : at;
      entries.push(["scope", new LazyEntry(place, () => treeOfValue(this.#idFrom(this.#scope()), place))]);
    } else if (nameCount(this.#fullType) > 1) {
      entries.push(["parent", new LazyEntry(at, () => treeOfValue(this.#parentId(), at))]);
    }
    return entries;
  }

  /** One name for each segment of the full type; undefined when an unknown part may hold several. */
  #names(): readonly Pieces[] | undefined {
    const pieces = piecesOf(this.name);
    const count = nameCount(this.#fullType);
    if (!pieces || count === 1) return pieces && [asSegment(pieces)];
    return nameSegments(pieces, count)?.map(asSegment);
  }

  /** The id of what an extension resource extends. */
  #scope(): Pieces | undefined {
    const written = piecesAt(this.#node, "scope", this.#standpoint.frame);
    if (written) return this.#absolute(written);
    if (this.#extended === undefined) return undefined;
    const names = this.#names()?.slice(0, nameCount(this.#extended));
    const path = names && providerPath(this.#extended, names);
    return path && [...scopeId(this.#location()), ...path];
  }

  /** A scope may be written without the part that all resources of the deployment share. */
  #absolute(scope: Pieces): Pieces {
    const first = scope[0];
    if (typeof first !== "string" || !/^[A-Za-z]+\.[A-Za-z.]+\//.test(first)) return scope;
    return [...scopeId(this.#location()), "/providers/", ...scope];
  }

  #location(): Location {
    const { frame, location } = this.#standpoint;
    const subscription = piecesAt(this.#node, "subscriptionId", frame);
    const group = piecesAt(this.#node, "resourceGroup", frame);
    if (group) return { ...location, ...(subscription && { subscription }), group, scope: "resourceGroup" };
    return subscription ? { ...location, subscription, scope: "subscription" } : location;
  }

  #id(): Value {
    const names = this.#names();
    const path = names && providerPath(this.#fullType, names);
    const base = this.#extended === undefined ? this.#scope() : undefined;
    return this.#idFrom(path && [...(base ?? scopeId(this.#location())), ...path]);
  }

  #parentId(): Value {
    const type = this.#fullType.slice(0, this.#fullType.lastIndexOf("/"));
    const names = this.#names()?.slice(0, -1);
    const path = names && providerPath(type, names);
    return this.#idFrom(path && [...scopeId(this.#location()), ...path]);
  }

  #idFrom(pieces: Pieces | undefined): Value {
    const { name } = this;
    if (!pieces) return unknown(name.form === "unknown" ? name.why : "the names of a resource id are not known");
    return restingOn(idValue(pieces), [name]);
  }
}

/** A name whose expression is written on the resource itself. */
function nameTree(value: Value, at: Place): Tree {
  const isOwnText = value.hops.length === 0 && value.origin?.text === "name";
  return treeOfValue(isOwnText ? { ...value, origin: undefined } : value, at);
}
