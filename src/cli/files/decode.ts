/** The text of a file: UTF-8, or UTF-16 by its byte order mark, which is left out. */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const swapped = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
    return swapped.swap16().toString("utf16le");
  }
  return bytes.toString("utf8", hasByteOrderMark(bytes) ? 3 : 0);
}

export const byteOrderMark = "\ufeff";

/** Whether a file begins with the mark of UTF-8. */
export function hasByteOrderMark(bytes: Uint8Array | undefined): boolean {
  return bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
