import { stringType } from "../values/type.ts";
import { failure, type Outcome, unknownValue } from "../values/value.ts";
import { decodeBase64, encodeBase64, textOfUtf8, utf8 } from "./bytes.ts";
import type { Call } from "./call.ts";
import { encodingNamed } from "./character-encoding.ts";
import { type Definitions, text, textFunction } from "./definition.ts";

export const encodingFunctions: Definitions = {
  base64encode: textFunction(["str"], (value) => encodeBase64(utf8(value))),
  base64decode: {
    parameters: [text("str")],
    returns: stringType,
    run: (call) => {
      const bytes = decodeBase64(call.text(0));
      if (!bytes) return failure("the text is no base64", 0);
      const decoded = textOfUtf8(bytes);
      return decoded === undefined ? failure("the decoded bytes are no text in UTF-8", 0) : call.textResult(decoded);
    },
  },
  base64gzip: {
    parameters: [text("str")],
    returns: stringType,
    run: (call) => {
      const why = "base64gzip is not computed: its bytes depend on the compressor";
      return unknownValue(stringType, { why, notNull: true }, call.origin);
    },
  },
  textencodebase64: { parameters: [text("string"), text("encoding")], returns: stringType, run: encodeText },
  textdecodebase64: { parameters: [text("source"), text("encoding")], returns: stringType, run: decodeText },
  urlencode: textFunction(["str"], encodeUrl),
};

const unreserved = /[^A-Za-z0-9_.~ -]+/g;

function encodeUrl(value: string): string {
  return value
    .replace(unreserved, (part) => Array.from(utf8(part), (byte) => `%${hex(byte)}`).join(""))
    .replaceAll(" ", "+");
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

function decodeText(call: Call): Outcome {
  const bytes = decodeBase64(call.text(0));
  if (!bytes) return failure("the text is no base64", 0);
  const encoding = encodingNamed(call.text(1));
  if (!encoding) return failure(`the encoding "${call.text(1)}" is not known`, 1);
  const decoded = encoding.decode(bytes);
  return decoded === undefined ? failure(`the bytes are no text in ${call.text(1)}`, 0) : call.textResult(decoded);
}

function encodeText(call: Call): Outcome {
  const encoding = encodingNamed(call.text(1));
  if (!encoding) return failure(`the encoding "${call.text(1)}" is not known`, 1);
  const bytes = encoding.encode(call.text(0));
  if (bytes === undefined) return failure(`the text holds a character that ${call.text(1)} lacks`, 0);
  return call.textResult(encodeBase64(bytes));
}
