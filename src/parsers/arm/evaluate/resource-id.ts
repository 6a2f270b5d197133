import type { Piece } from "../../../model/tree.ts";
import { splitPieces } from "./text.ts";

type Pieces = readonly Piece[];

/**
 * The part of an id behind its scope: `/providers/Microsoft.X/a/name/b/name`. A segment of the type called `providers`
 * begins the type of an extension resource. Undefined when types and names do not pair.
 */
export function providerPath(type: string, names: readonly Pieces[]): Pieces | undefined {
  const segments = type.split("/");
  const path: Piece[] = [];
  let used = 0;
  let namespace: string | undefined;
  for (const segment of segments) {
    if (namespace === undefined) {
      namespace = segment;
      path.push(`/providers/${segment}`);
    } else if (segment.toLowerCase() === "providers") {
      const name = names[used++];
      if (!name) return undefined;
      path.push("/providers/", ...name);
    } else {
      const name = names[used++];
      if (!name) return undefined;
      path.push(`/${segment}/`, ...name);
    }
  }
  return used === names.length && segments.length > 1 ? path : undefined;
}

/** The segments of a resource's name; undefined when an unknown part may hold several of them. */
export function nameSegments(name: Pieces, count: number): readonly Pieces[] | undefined {
  const { parts } = splitPieces(name, (text) => text.split("/"));
  return parts.length === count ? parts : undefined;
}

/** How many segments the name of a type has. */
export function nameCount(type: string): number {
  return Math.max(type.split("/").length - 1, 1);
}
