import { stringType } from "../values/type.ts";
import { failure, type Outcome, unknownValue } from "../values/value.ts";
import { encodeBase64, hexText, utf8 } from "./bytes.ts";
import type { Call } from "./call.ts";
import { type Definitions, type FunctionDefinition, number, text, textFunction } from "./definition.ts";
import { md5, sha1, sha256 } from "./digest.ts";
import { sha512 } from "./digest-wide.ts";
import { fileBytes } from "./file-access.ts";

type Digest = (bytes: Uint8Array) => Uint8Array;

export const hashFunctions: Definitions = {
  md5: ofText(md5, hexText),
  sha1: ofText(sha1, hexText),
  sha256: ofText(sha256, hexText),
  sha512: ofText(sha512, hexText),
  base64sha256: ofText(sha256, encodeBase64),
  base64sha512: ofText(sha512, encodeBase64),
  filemd5: ofFile(md5, hexText),
  filesha1: ofFile(sha1, hexText),
  filesha256: ofFile(sha256, hexText),
  filesha512: ofFile(sha512, hexText),
  filebase64sha256: ofFile(sha256, encodeBase64),
  filebase64sha512: ofFile(sha512, encodeBase64),
  uuidv5: { parameters: [text("namespace"), text("name")], returns: stringType, run: nameUuid },
  uuid: drawn([], "uuid gives another value in every run"),
  bcrypt: { ...drawn([text("str")], "bcrypt gives another value in every run"), rest: number("cost") },
  rsadecrypt: drawn([text("ciphertext"), text("privatekey")], "rsadecrypt is not computed: its result is a secret"),
};

function ofText(digest: Digest, show: (bytes: Uint8Array) => string): FunctionDefinition {
  return textFunction(["str"], (value) => show(digest(utf8(value))));
}

function ofFile(digest: Digest, show: (bytes: Uint8Array) => string): FunctionDefinition {
  return {
    parameters: [text("path")],
    returns: stringType,
    run: (call) => {
      const bytes = fileBytes(call, call.text(0));
      return bytes instanceof Uint8Array ? call.textResult(show(digest(bytes))) : bytes;
    },
  };
}

function drawn(parameters: FunctionDefinition["parameters"], why: string): FunctionDefinition {
  return {
    parameters,
    returns: stringType,
    run: (call) => unknownValue(stringType, { why, notNull: true }, call.origin),
  };
}

const namespaces: Readonly<Record<string, string>> = {
  dns: "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
  url: "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
  oid: "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
  x500: "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
};

const uuid = /^(?:urn:uuid:|\{)?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i;

function digitsOf(text: string): string | undefined {
  if (/^[0-9a-fA-F]{32}$/.test(text)) return text;
  if (text.startsWith("{") !== text.endsWith("}")) return undefined;
  return uuid.exec(text)?.slice(1).join("");
}

function nameUuid(call: Call): Outcome {
  const namespace = namespaces[call.text(0)] ?? call.text(0);
  const digits = digitsOf(namespace);
  if (!digits) return failure(`"${call.text(0)}" is no UUID and no known namespace`, 0);
  const name = utf8(call.text(1));
  const input = new Uint8Array(16 + name.length);
  for (let at = 0; at < 16; at++) input[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  input.set(name, 16);
  const bytes = sha1(input).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = hexText(bytes);
  return call.textResult(
    [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-"),
  );
}
