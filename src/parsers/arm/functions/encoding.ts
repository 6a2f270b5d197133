/** Texts as base64 of their UTF-8 bytes, and back. */
export function toBase64(text: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Undefined when it is no base64. */
export function fromBase64(encoded: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

export function toDataUri(text: string): string {
  return `data:text/plain;charset=utf8;base64,${toBase64(text)}`;
}

/** Undefined when it is no data address. */
export function fromDataUri(uri: string): string | undefined {
  const comma = uri.indexOf(",");
  if (!uri.toLowerCase().startsWith("data:") || comma < 0) return undefined;
  const content = uri.slice(comma + 1);
  return uri.slice(0, comma).toLowerCase().endsWith(";base64") ? fromBase64(content) : unescapeUri(content);
}

/** As .NET escapes: everything but letters, digits and `-_.~`. */
export function escapeUri(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function unescapeUri(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** An address combined with a relative one; undefined when the first is none. */
export function combineUri(base: string, relative: string): string | undefined {
  try {
    return new URL(relative, base).href;
  } catch {
    return undefined;
  }
}

/** Half of a surrogate pair has no bytes of its own. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
