import type { Value } from "./value.ts";

/** A text that is known only in part, with an ellipsis for each of its unknown parts. */
export function knownParts(text: Value<string>): string | undefined {
  if (text.state !== "unknown" || text.pieces === undefined) return undefined;
  const parts = text.pieces.map((piece) => (typeof piece === "string" ? piece : "…")).join("");
  return parts.replace(/…+/g, "…");
}
