import type { Kind } from "../../model/kinds.ts";
import type { Declaration, Resource, Source } from "../../model/resource.ts";
import { mappings } from "./mappings.ts";
import { type AttributesClass, attributesClass, MappedResource } from "./resource.ts";
import type { Scope } from "./scope.ts";
import type { KindMapping, Surface, SurfaceSource } from "./surface.ts";

/** A surface with its kind and, once it was needed, the class of its attributes. */
interface Reader {
  readonly kind: Kind;
  readonly surface: Surface;
  attributes: AttributesClass<Kind> | undefined;
}

/** Everything a declaration is: usually one resource, none when no rule cares, several when it has parts. */
export function mapDeclaration(declaration: Declaration): Resource[] {
  const source = surfaceSource(declaration.source);
  const bySource = readers().get(source);
  if (bySource === undefined) return [];
  const scope: Scope = { declaration, tree: declaration.body, caseless: source === "arm" };
  const resources: Resource[] = [];
  for (const reader of bySource.get(declaration.type.toLowerCase()) ?? []) read(reader, scope, resources);
  for (const reader of bySource.get("*") ?? []) read(reader, scope, resources);
  return resources;
}

/** Whether any kind is read from declarations of a type; parsers pass over the others. */
export function isWanted(source: Source, type: string): boolean {
  const bySource = readers().get(surfaceSource(source));
  return bySource !== undefined && (bySource.has(type.toLowerCase()) || bySource.has("*"));
}

/** The types of a source that any kind is read from, in lower case. */
export function knownTypes(source: SurfaceSource): string[] {
  return [...(readers().get(source)?.keys() ?? [])];
}

function read(reader: Reader, scope: Scope, resources: Resource[]): void {
  const { kind, surface } = reader;
  if (surface.when && !surface.each && !surface.when(scope)) {
    if (!surface.maybe?.(scope)) return;
    scope = supposed(scope);
  }
  reader.attributes ??= attributesClass(surface);
  if (!surface.each) {
    resources.push(new MappedResource(kind, surface, scope, undefined, reader.attributes));
    return;
  }
  for (const part of surface.each.select(scope)) {
    if (surface.when && !surface.when(part.scope)) continue;
    resources.push(new MappedResource(kind, surface, part.scope, part, reader.attributes));
  }
}

function supposed(scope: Scope): Scope {
  const existence = { certain: false, why: "what decides its kind is not known" } as const;
  return { ...scope, declaration: { ...scope.declaration, supposed: true, existence } };
}

type Readers = ReadonlyMap<SurfaceSource, ReadonlyMap<string, readonly Reader[]>>;

let readersByType: Readers | undefined;

function readers(): Readers {
  readersByType ??= indexReaders(mappings);
  return readersByType;
}

function indexReaders(all: readonly KindMapping[]): Readers {
  const index = new Map<SurfaceSource, Map<string, Reader[]>>();
  for (const { kind, surfaces } of all) {
    for (const [source, written] of Object.entries(surfaces) as [SurfaceSource, Surface | readonly Surface[]][]) {
      const byType = index.get(source) ?? new Map<string, Reader[]>();
      index.set(source, byType);
      for (const surface of [written].flat() as Surface[]) addReader(byType, kind, surface);
    }
  }
  return index;
}

function addReader(byType: Map<string, Reader[]>, kind: Kind, surface: Surface): void {
  for (const type of [surface.type].flat()) {
    const key = type.toLowerCase();
    const reader: Reader = { kind, surface, attributes: undefined };
    const known = byType.get(key);
    if (known) known.push(reader);
    else byType.set(key, [reader]);
  }
}

function surfaceSource(source: Source): SurfaceSource {
  return source === "azapi" ? "arm" : source;
}
