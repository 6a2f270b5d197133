import type { Texts } from "../../model/files.ts";
import type { Place } from "../../model/place.ts";
import { byFile, type Edit, sameEdit } from "./edit.ts";

/** A finding with the edits that would mend it. */
export interface Candidate {
  readonly edits: readonly Edit[];
}

interface Stretch<C> {
  readonly before: { readonly from: number; readonly to: number };
  readonly after: { readonly from: number; readonly to: number };
  readonly owners: readonly C[];
}

/** Tells whose edit it is at which a value is written, before or after all edits were applied. */
export class Blame<C extends Candidate> {
  readonly #stretches = new Map<string, Stretch<C>[]>();

  constructor(candidates: readonly C[]) {
    for (const [file, edits] of byFile(candidates.flatMap((candidate) => candidate.edits))) {
      let shift = 0;
      const stretches: Stretch<C>[] = [];
      for (const edit of edits) {
        const { from, to, text } = edit;
        const owners = candidates.filter((candidate) => candidate.edits.some((own) => sameEdit(own, edit)));
        stretches.push({
          before: { from, to },
          after: { from: from + shift, to: from + shift + text.length },
          owners,
        });
        shift += text.length - (to - from);
      }
      this.#stretches.set(file, stretches);
    }
  }

  ownersOf(place: Place | undefined, when: "before" | "after", texts: Texts): readonly C[] {
    const source = place && this.#stretches.has(place.file) ? texts.get(place.file) : undefined;
    if (!place || !source) return [];
    const [from, to] = [source.offset(place.start), source.offset(place.end)];
    const stretches = this.#stretches.get(place.file)!;
    return stretches.find((stretch) => overlap(stretch[when], from, to))?.owners ?? [];
  }
}

function overlap(stretch: { readonly from: number; readonly to: number }, from: number, to: number): boolean {
  return from < stretch.to && stretch.from < to;
}
