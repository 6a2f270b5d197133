import type { Place } from "../../../model/place.ts";
import type { Piece } from "../../../model/tree.ts";
import { convert } from "./convert.ts";
import { computed } from "./origin.ts";
import { piecesOf, textOfPieces } from "./pieces.ts";
import { whyOf } from "./reason.ts";
import { stringType } from "./type.ts";
import { failure, type Outcome, type TerraformValue, unmarked } from "./value.ts";

/** The text that a template of these parts makes, at `at`: known pieces stay known beside unknown ones. */
export function concatenate(parts: readonly TerraformValue[], at: Place): Outcome {
  const pieces: Piece[] = [];
  let marks = unmarked;
  for (const part of parts) {
    if (part.form === "null") return failure("a null value cannot be part of a text");
    const text = part.form === "unknown" ? part : convert(part, stringType);
    if (text.form === "failure") return failure(`the value cannot be part of a text: ${text.message}`);
    pieces.push(...piecesOf(text));
    marks |= part.marks;
  }
  const origin = computed(
    at,
    parts.map((part) => part.origin),
  );
  return textOfPieces(pieces, pieces.some((piece) => typeof piece !== "string") ? whyOf(parts) : "", origin, marks);
}
