import type { Environment } from "../../model/environment.ts";
import type { Kind } from "../../model/kinds.ts";
import type { Place } from "../../model/place.ts";
import type { Attributes, Declaration, Existence, Identity, Resource, Source, Spelling } from "../../model/resource.ts";
import { type Site, siteIn } from "../../model/site.ts";
import type { Fallback, Value } from "../../model/value.ts";
import { defaultOf } from "./defaults.ts";
import type { Field, Missing, Reading } from "./field.ts";
import type { Part } from "./part.ts";
import { locate, type Scope } from "./scope.ts";
import type { Surface } from "./surface.ts";
import { existsIn, versionInForce } from "./versions.ts";

/** A declaration, or a part of one, seen as one kind. */
export class MappedResource<K extends Kind = Kind> implements Resource<K> {
  readonly kind: K;
  readonly identity: Identity;
  readonly existence: Existence;
  readonly attributes: Attributes<K>;
  readonly #declaration: Declaration;
  readonly #scope: Scope;
  readonly #surface: Surface<K>;
  readonly #part: string | undefined;
  #version: { readonly of: string | undefined } | undefined;

  constructor(kind: K, surface: Surface<K>, scope: Scope, part: Part | undefined, makeAttributes: AttributesClass<K>) {
    this.kind = kind;
    this.#declaration = scope.declaration;
    this.#scope = scope;
    this.#surface = surface;
    this.#part = part?.address;
    this.identity = part ? identityOfPart(scope.declaration.identity, part.address) : scope.declaration.identity;
    this.existence = scope.declaration.existence;
    this.attributes = new makeAttributes(this) as Attributes<K>;
  }

  get source(): Source {
    return this.#declaration.source;
  }

  get type(): string {
    return this.#declaration.type;
  }

  get versions(): readonly string[] {
    return this.#declaration.versions;
  }

  get environment(): Environment {
    return this.#declaration.environment;
  }

  get existing(): boolean {
    return this.#declaration.existing;
  }

  get at(): Place {
    return this.#scope.outer ? this.#scope.tree.at : this.#declaration.at;
  }

  get header(): Place {
    const { tree } = this.#scope;
    return tree.form === "mapping" ? tree.header : this.#declaration.header;
  }

  get calls(): readonly Place[] {
    return this.#declaration.calls;
  }

  get actions(): readonly string[] | undefined {
    return this.#declaration.actions;
  }

  get partial(): true | undefined {
    return this.#declaration.partial;
  }

  get supposed(): true | undefined {
    return this.#declaration.supposed;
  }

  get version(): string | undefined {
    this.#version ??= { of: versionInForce(this.#declaration) };
    return this.#version.of;
  }

  get azureType(): string | undefined {
    const { source, type } = this.#declaration;
    if (this.#surface.azureType !== undefined) return this.#surface.azureType;
    return (source === "arm" || source === "azapi") && !this.#surface.each ? type : undefined;
  }

  spelling(attribute: string): Spelling | undefined {
    const field = (this.#surface.attributes as Readonly<Record<string, Field<unknown>>>)[attribute];
    if (field === undefined || field.paths.length === 0) return undefined;
    const written = field.paths.find((path) => locate(this.#scope, path).written);
    const path =
      written ?? field.paths.find((one) => existsIn(one, this.#declaration, this.version)) ?? field.paths[0]!;
    const encode = (value: unknown) => (field.encode ? field.encode(value, path) : value);
    return { path, ...(field.isFlag && { isFlag: field.isFlag }), encode };
  }

  site(attribute: string, entry?: string): Site | undefined {
    const path = this.spelling(attribute)?.path;
    if (path === undefined) return undefined;
    return siteIn(this.#scope.tree, entry === undefined ? path : [...path, entry], this.#scope.caseless);
  }

  get declared(): { readonly address: string; readonly part: readonly string[] } {
    return { address: this.#declaration.identity.address, part: this.#part?.split(".") ?? [] };
  }

  /** One attribute in its three states; what absence means is looked up here and nowhere else. */
  readAttribute(name: string, field: Field<unknown>): Value<unknown> {
    const reading: Reading<unknown> = field.read(this.#scope);
    return reading.state === "absent" ? this.#absent(name, reading) : reading;
  }

  #absent(name: string, missing: Missing): Value<unknown> {
    const { at, inexpressible, meaning, filled } = missing;
    const elsewhere = this.#writtenElsewhere();
    if (meaning !== undefined && elsewhere === undefined) return { state: "known", value: meaning, at, trail: [] };
    const fallback: Fallback<unknown> =
      inexpressible !== undefined
        ? { kind: "undecidable", why: inexpressible, inexpressible: true }
        : elsewhere !== undefined
          ? { kind: "undecidable", why: elsewhere }
          : filledOr(filled, defaultOf(this.kind, name, this.source, this));
    return { state: "absent", at, fallback };
  }

  /** Why what is not written here may still be written somewhere else. */
  #writtenElsewhere(): string | undefined {
    if (this.existing) return "the resource is declared elsewhere and only looked up here";
    const updates = this.#declaration.partial || this.#surface.updates?.(this.#scope);
    return updates ? "what an update does not name keeps its former value" : undefined;
  }
}

/** The attributes of a resource: a getter for each, computed once. */
export type AttributesClass<K extends Kind> = new (resource: MappedResource<K>) => object;

/** Makes the class of a surface's attributes; the names live on its prototype, so that an unread resource costs little. */
export function attributesClass<K extends Kind>(surface: Surface<K>): AttributesClass<K> {
  const fields = Object.entries(surface.attributes) as [string, Field<unknown>][];
  class LazyAttributes {
    readonly #resource: MappedResource<K>;
    readonly #values: (Value<unknown> | undefined)[] = [];

    constructor(resource: MappedResource<K>) {
      this.#resource = resource;
    }

    static read(attributes: LazyAttributes, index: number): Value<unknown> {
      const cached = attributes.#values[index];
      if (cached !== undefined) return cached;
      const [name, field] = fields[index]!;
      const value = attributes.#resource.readAttribute(name, field);
      attributes.#values[index] = value;
      return value;
    }
  }
  for (const [index, [name]] of fields.entries()) {
    Object.defineProperty(LazyAttributes.prototype, name, {
      enumerable: true,
      get(this: LazyAttributes) {
        return LazyAttributes.read(this, index);
      },
    });
  }
  return LazyAttributes;
}

/** What a plan shows of an attribute that nobody wrote goes before what is known of defaults. */
function filledOr(filled: unknown, known: Fallback<unknown>): Fallback<unknown> {
  if (filled === undefined || (known.kind === "value" && known.value === filled)) return known;
  return { kind: "value", value: filled, of: "the provider" };
}

function identityOfPart(identity: Identity, address: string): Identity {
  return { ...identity, address: `${identity.address}.${address}`, block: `${identity.block}.${address}` };
}
