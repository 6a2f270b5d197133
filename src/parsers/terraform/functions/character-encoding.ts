import { textOfUtf8, utf8 } from "./bytes.ts";

/** A way to write characters as bytes; each direction gives undefined for what it cannot express. */
export interface CharacterEncoding {
  readonly decode: (bytes: Uint8Array) => string | undefined;
  readonly encode: (text: string) => Uint8Array | undefined;
}

/** Windows puts these where Latin-1 has control characters, from 0x80 on; `\0` is unused. */
const windowsLetters =
  "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

/** An encoding by one of its registered names; undefined if it is not known. */
export function encodingNamed(name: string): CharacterEncoding | undefined {
  switch (name.toLowerCase()) {
    case "utf-8":
    case "utf8":
      return { decode: textOfUtf8, encode: utf8 };
    case "utf-16":
      return { decode: decodeMarkedUtf16, encode: (text) => encodeUtf16(`\ufeff${text}`, false) };
    case "utf-16be":
      return { decode: (bytes) => decoded("utf-16be", bytes), encode: (text) => encodeUtf16(text, false) };
    case "utf-16le":
      return { decode: (bytes) => decoded("utf-16le", bytes), encode: (text) => encodeUtf16(text, true) };
    case "us-ascii":
    case "ascii":
      return singleBytes((byte) => (byte < 0x80 ? String.fromCharCode(byte) : undefined));
    case "iso-8859-1":
    case "latin1":
    case "l1":
      return singleBytes((byte) => String.fromCharCode(byte));
    case "windows-1252":
    case "cp1252":
      return singleBytes((byte) => (byte >= 0x80 && byte <= 0x9f ? windowsLetter(byte) : String.fromCharCode(byte)));
    default:
      return ofPlatform(name);
  }
}

function windowsLetter(byte: number): string | undefined {
  const letter = windowsLetters[byte - 0x80]!;
  return letter === "\0" ? undefined : letter;
}

function singleBytes(letter: (byte: number) => string | undefined): CharacterEncoding {
  const letters = Array.from({ length: 256 }, (_, byte) => letter(byte));
  return {
    decode: (bytes) => {
      const text = Array.from(bytes, (byte) => letters[byte]);
      return text.includes(undefined) ? undefined : text.join("");
    },
    encode: (text) => {
      const bytes = Array.from(text, (character) => letters.indexOf(character));
      return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
    },
  };
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

function decodeMarkedUtf16(bytes: Uint8Array): string | undefined {
  const marked =
    bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
  const name = marked && bytes[0] === 0xff ? "utf-16le" : "utf-16be";
  return decoded(name, marked ? bytes.subarray(2) : bytes);
}

function decoded(name: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The platform only decodes, so its tables are turned round: every sequence of one and of two bytes. */
function ofPlatform(name: string): CharacterEncoding | undefined {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(name, { ignoreBOM: true });
  } catch {
    return undefined;
  }
  if (decoder.encoding.startsWith("iso-2022") || decoder.encoding === "replacement") return undefined;
  return { decode: (bytes) => decoded(name, bytes), encode: (text) => encodeByTable(decoder, text) };
}

function encodeByTable(decoder: TextDecoder, text: string): Uint8Array | undefined {
  const table = new Map<string, readonly number[]>();
  for (let first = 0; first < 256; first++) add(table, decoder, [first]);
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) add(table, decoder, [first, second]);
  }
  const bytes: number[] = [];
  for (const character of text) {
    const found = table.get(character);
    if (!found) return undefined;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

function add(table: Map<string, readonly number[]>, decoder: TextDecoder, bytes: readonly number[]): void {
  const character = decoder.decode(Uint8Array.from(bytes));
  const isOne = character.length === 1 || (character.length === 2 && character.codePointAt(0)! > 0xffff);
  if (isOne && character !== "\ufffd" && !table.has(character)) table.set(character, bytes);
}
