import type { ArtifactChange, Fix, Replacement } from "sarif";
import type { OfferedFix } from "../../engine/fix/change.ts";
import { byFile, type Edit } from "../../engine/fix/edit.ts";
import type { Texts } from "../../model/files.ts";
import type { SourceText } from "../../model/place.ts";
import { wellFormed } from "../text/harmless.ts";
import { artifactLocation } from "./places.ts";

const descriptions = {
  safe: "Mends the finding and changes nothing else.",
  unsafe: "Mends the finding, and needs a look: it may replace a resource or change who reaches it.",
} as const;

/** A fix as SARIF writes it; undefined where a file of it cannot be read. */
export function sarifFix({ safety, edits }: OfferedFix, texts: Texts): Fix | undefined {
  const artifactChanges: ArtifactChange[] = [];
  for (const [file, own] of byFile(edits)) {
    const source = texts.get(file);
    if (!source) return undefined;
    artifactChanges.push({
      artifactLocation: artifactLocation(file),
      replacements: own.map((edit) => replacementOf(edit, source)),
    });
  }
  return { description: { text: descriptions[safety] }, artifactChanges };
}

function replacementOf({ from, to, text }: Edit, source: SourceText): Replacement {
  const [start, end] = [source.position(from), source.position(to)];
  return {
    deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    ...(text !== "" && { insertedContent: { text: wellFormed(text) } }),
  };
}
