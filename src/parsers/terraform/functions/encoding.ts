import { stringType } from "../values/type.ts";
import { failure, type Outcome, unknownValue } from "../values/value.ts";
import { decodeBase64, encodeBase64, textOfUtf8, utf8 } from "./bytes.ts";
import type { Call } from "./call.ts";
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

/** The name under which JavaScript knows an encoding, where the names alone do not lead there. */
const labels: Readonly<Record<string, string>> = { "utf-16": "utf-16be" };

function decoderOf(encoding: string): TextDecoder | undefined {
  const label = labels[encoding.toLowerCase()] ?? encoding;
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return undefined;
  }
}

function decodeText(call: Call): Outcome {
  const bytes = decodeBase64(call.text(0));
  if (!bytes) return failure("the text is no base64", 0);
  const decoder = decoderOf(call.text(1));
  if (!decoder) return failure(`the encoding "${call.text(1)}" is not known`, 1);
  try {
    return call.textResult(decoder.decode(bytes));
  } catch {
    return failure(`the bytes are no text in ${call.text(1)}`, 0);
  }
}

function encodeText(call: Call): Outcome {
  const encoding = call.text(1);
  const decoder = decoderOf(encoding);
  if (!decoder) return failure(`the encoding "${encoding}" is not known`, 1);
  const bytes = bytesIn(decoder, call.text(0));
  if (typeof bytes === "string") return failure(bytes, 0);
  if (bytes) return call.textResult(encodeBase64(bytes));
  return unknownValue(stringType, { why: `texts are not encoded in ${encoding}`, notNull: true }, call.origin);
}

/** The bytes of a text, what is wrong with it, or undefined for an encoding of several bytes that has no table here. */
function bytesIn(decoder: TextDecoder, value: string): Uint8Array | string | undefined {
  if (decoder.encoding === "utf-8") return utf8(value);
  if (decoder.encoding.startsWith("utf-16")) return utf16(value, decoder.encoding === "utf-16le");
  const table = singleBytes(decoder);
  if (!table) return undefined;
  const bytes: number[] = [];
  for (const character of value) {
    const byte = table.get(character);
    if (byte === undefined) return `the text holds a character that ${decoder.encoding} lacks`;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function utf16(value: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(value.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < value.length; at++) view.setUint16(at * 2, value.charCodeAt(at), littleEndian);
  return bytes;
}

/** The bytes of characters in an encoding that has one byte for each. */
function singleBytes(decoder: TextDecoder): ReadonlyMap<string, number> | undefined {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    try {
      const character = decoder.decode(Uint8Array.of(byte));
      if ([...character].length === 1) table.set(character, byte);
    } catch {
      if (byte < 128 || /^(?:gb|big5|euc|shift|iso-2022)/.test(decoder.encoding)) return undefined;
    }
  }
  return table;
}
