const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...letters].map((letter, value) => [letter.charCodeAt(0), value]));

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The text that bytes mean in UTF-8; undefined if they are none. */
export function textOfUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1], bytes[at + 2]];
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      letters[group >> 18]! +
        letters[(group >> 12) & 63]! +
        (b === undefined ? "=" : letters[(group >> 6) & 63]!) +
        (c === undefined ? "=" : letters[group & 63]!),
    );
  }
  return parts.join("");
}

/** Line breaks between letters are skipped; anything else that is not base64 with its padding is undefined. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const plain = text.includes("\n") || text.includes("\r") ? text.replaceAll("\n", "").replaceAll("\r", "") : text;
  if (plain.length % 4 !== 0) return undefined;
  const padding = plain.endsWith("==") ? 2 : plain.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((plain.length / 4) * 3 - padding);
  let written = 0;
  for (let at = 0; at < plain.length; at += 4) {
    let group = 0;
    for (let offset = 0; offset < 4; offset++) {
      const padded = at + offset >= plain.length - padding;
      const value = padded ? 0 : values.get(plain.charCodeAt(at + offset));
      if (value === undefined) return undefined;
      group = (group << 6) | value;
    }
    for (let shift = 16; shift >= 0 && written < bytes.length; shift -= 8) bytes[written++] = (group >> shift) & 255;
  }
  return bytes;
}
