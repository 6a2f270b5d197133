import { readJson } from "../../json/reader.ts";
import { type JsonNode, membersOf } from "../../json/syntax.ts";
import { parseNumber } from "../values/number.ts";
import { textOfPieces } from "../values/pieces.ts";
import { whyOf } from "../values/reason.ts";
import { dynamicType, stringType } from "../values/type.ts";
import {
  boolValue,
  type Failure,
  failure,
  isWhollyKnown,
  nullValue,
  numberValue,
  type Outcome,
  objectValue,
  stringValue,
  type TerraformValue,
  tupleValue,
  unmarked,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { anything, type Definitions, text } from "./definition.ts";
import { jsonPieces } from "./json-text.ts";

export const jsonFunctions: Definitions = {
  jsonencode: {
    parameters: [anything("val", { null: true, unknown: true })],
    returns: stringType,
    run: (call) => {
      const value = call.args[0]!;
      const why = isWhollyKnown(value) ? "" : whyOf([value]);
      const encoded = textOfPieces(jsonPieces(value), why, call.origin, unmarked);
      return encoded.form === "string" || encoded.form === "unknown" ? { ...encoded, encoded: value } : encoded;
    },
  },
  jsondecode: { parameters: [text("str", { unknown: true })], returns: dynamicType, nullable: true, run: decode },
};

function decode(call: Call): Outcome {
  const value = call.args[0]!;
  if (value.form === "unknown") return value.encoded ?? call.unknownOrNull(dynamicType);
  if (call.text(0).startsWith("\ufeff")) return failure("the text is no JSON: it begins with a byte order mark", 0);
  const { root, problems } = readJson(call.text(0), "strict");
  const problem = problems[0];
  if (problem || !root) return failure(`the text is no JSON: ${problem?.message ?? "it is empty"}`, 0);
  return valueFrom(call, root);
}

/** The nesting is bounded by the reader of JSON. */
function valueFrom(call: Call, node: JsonNode): TerraformValue | Failure {
  const { origin } = call;
  switch (node.type) {
    case "string":
      return stringValue(node.value.replace(/\p{Surrogate}/gu, "\ufffd"), origin);
    case "number":
      return numberOf(call, node);
    case "word":
      return node.value === null ? nullValue(dynamicType, origin) : boolValue(node.value, origin);
    case "array": {
      const items: TerraformValue[] = [];
      for (const item of node.items) {
        const inner = valueFrom(call, item);
        if (inner.form === "failure") return inner;
        items.push(inner);
      }
      return tupleValue(items, origin);
    }
    case "object": {
      const entries = new Map<string, TerraformValue>();
      for (const member of membersOf(node)) {
        const inner = valueFrom(call, member.value);
        if (inner.form === "failure") return inner;
        entries.set(member.key.normalize("NFC"), inner);
      }
      return objectValue(entries, origin);
    }
    default:
      return failure("the text is no JSON", 0);
  }
}

function numberOf(call: Call, node: JsonNode): TerraformValue | Failure {
  const number = parseNumber(call.text(0).slice(node.from, node.to));
  return number === undefined
    ? failure("the text holds a number that is too large", 0)
    : numberValue(number, call.origin);
}
