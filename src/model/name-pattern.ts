import { matchesSegment, type Piece } from "./segment-pattern.ts";

/** Whether a name is the one written, where `*` stands for any run of characters and everything else for itself. */
export function matchesName(pattern: string, name: string): boolean {
  if (!pattern.includes("*")) return pattern === name;
  const pieces = pattern.split("").map((wanted): Piece => {
    return wanted === "*" ? "any" : (character) => character === wanted;
  });
  return matchesSegment(pieces, name);
}
