import type { Piece } from "../../../model/tree.ts";
import { entriesOf } from "../values/element.ts";
import { numberText } from "../values/number-text.ts";
import { holeOf } from "../values/pieces.ts";
import { isMapping, isSequence, type TerraformValue } from "../values/value.ts";

/** A wholly known value in JSON, as Terraform writes it. */
export function jsonText(value: TerraformValue): string {
  return jsonPieces(value)
    .filter((piece) => typeof piece === "string")
    .join("");
}

/** A value in JSON: keys in order, no white space, and holes where it is unknown. */
export function jsonPieces(value: TerraformValue): Piece[] {
  const pieces: Piece[] = [];
  add(value, pieces);
  return pieces;
}

function add(value: TerraformValue, pieces: Piece[]): void {
  if (value.form === "string") pieces.push(quoted(value.value));
  else if (value.form === "number") pieces.push(numberText(value.value));
  else if (value.form === "bool") pieces.push(String(value.value));
  else if (value.form === "null") pieces.push("null");
  else if (isSequence(value)) {
    pieces.push("[");
    for (const [at, item] of value.items.entries()) {
      if (at > 0) pieces.push(",");
      add(item, pieces);
    }
    pieces.push("]");
  } else if (isMapping(value)) {
    pieces.push("{");
    for (const [at, [name, item]] of entriesOf(value).entries()) {
      pieces.push(`${at > 0 ? "," : ""}${quoted(name)}:`);
      add(item, pieces);
    }
    pieces.push("}");
  } else if (value.type.kind === "string" && value.notNull && value.pieces) {
    pieces.push('"');
    for (const piece of value.pieces) {
      pieces.push(typeof piece === "string" ? quoted(piece).slice(1, -1) : { token: `json(${piece.token})` });
    }
    pieces.push('"');
  } else pieces.push({ token: `json(${holeOf(value).token})` });
}

const escapes = /[<>&\u2028\u2029\u007f]/;

/** JSON that is also safe inside HTML: Terraform escapes angle brackets and ampersands. */
export function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (!escapes.test(json)) return json;
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
