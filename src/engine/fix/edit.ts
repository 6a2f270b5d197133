/** One replacement in a file, by offsets in its text; an insertion replaces nothing. */
export interface Edit {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Whether two edits say the same. */
export function sameEdit(a: Edit, b: Edit): boolean {
  return a.file === b.file && a.from === b.from && a.to === b.to && a.text === b.text;
}

/** Whether two edits cannot both be applied; insertions at one spot cannot either, as their order is open. */
export function conflict(a: Edit, b: Edit): boolean {
  if (a.file !== b.file || sameEdit(a, b)) return false;
  if (a.from === b.from) return true;
  return a.from < b.to && b.from < a.to;
}

/** Edits in the order of their places, none twice. */
export function sortedEdits(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.from - b.from || a.to - b.to,
  );
  return sorted.filter((edit, index) => index === 0 || !sameEdit(edit, sorted[index - 1]!));
}

/** A text after edits of it that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of sortedEdits(edits)) {
    if (edit.from < at) throw new RangeError(`edits of ${edit.file} overlap`);
    parts.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** Edits by the file they belong to. */
export function byFile(edits: readonly Edit[]): Map<string, Edit[]> {
  const files = new Map<string, Edit[]>();
  for (const edit of sortedEdits(edits)) {
    const known = files.get(edit.file);
    if (known) known.push(edit);
    else files.set(edit.file, [edit]);
  }
  return files;
}

/** The edits of several changes as far as they do not stand in each other's way: the first comes first. */
export class EditSet {
  readonly #files = new Map<string, Edit[]>();

  /** Takes all edits, or none where one of them meets another that is there already. */
  take(edits: readonly Edit[]): boolean {
    if (edits.some((edit) => this.#files.get(edit.file)?.some((other) => conflict(edit, other)))) return false;
    for (const edit of edits) {
      const known = this.#files.get(edit.file);
      if (!known) this.#files.set(edit.file, [edit]);
      else if (!known.some((other) => sameEdit(other, edit))) known.push(edit);
    }
    return true;
  }

  get edits(): Edit[] {
    return sortedEdits([...this.#files.values()].flat());
  }
}
