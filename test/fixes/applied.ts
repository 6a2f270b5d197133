import { applyEdits, type Edit } from "../../src/engine/fix/edit.ts";

/** A text after the replacements of an editor; undefined where it made none. */
export function appliedTo(text: string, edits: readonly Omit<Edit, "file">[] | Omit<Edit, "file"> | undefined) {
  return (
    edits &&
    applyEdits(
      text,
      [edits].flat().map((edit) => ({ file: "file", ...edit })),
    )
  );
}
