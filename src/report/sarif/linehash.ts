const span = 100;
const base = 37;
const half = 2 ** 32;
const baseToSpan = BigInt.asUintN(64, BigInt(base) ** BigInt(span));
const leaving = { high: Number(baseToSpan >> 32n), low: Number(baseToSpan & 0xffffffffn) };
const endOfFile = 0xffff;

/**
 * The hash that GitHub knows a line by (`primaryLocationLineHash`): a rolling hash, 64 bits wide, over the 100 characters
 * that follow the line's start without spaces and tabs, all line ends being one, the end of the file being 0xffff and
 * zeros behind it; then a colon and the how manieth line with this hash it is.
 */
export class LineHashes {
  readonly #text: string;
  #hashes: string[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The hash of a line, counted from 1. */
  of(line: number): string | undefined {
    this.#hashes ??= hashLines(this.#text);
    return this.#hashes[line - 1];
  }
}

function hashLines(text: string): string[] {
  const { characters, lineStarts } = significant(text);
  const seen = new Map<string, number>();
  const hashes = rollingHashes(characters, lineStarts);
  return hashes.map((hash) => {
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    return `${hash}:${times}`;
  });
}

/** The characters that count, the end of the file among them, and at which of them each line starts. */
function significant(text: string): { characters: Uint16Array; lineStarts: number[] } {
  const characters = new Uint16Array(text.length + 1);
  const lineStarts: number[] = [];
  let length = 0;
  let startsLine = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x09) continue;
    const isReturn = code === 0x0d;
    if (code === 0x0a && text.charCodeAt(at - 1) === 0x0d) continue;
    if (startsLine) lineStarts.push(length);
    startsLine = isReturn || code === 0x0a;
    characters[length++] = isReturn ? 0x0a : code;
  }
  if (startsLine) lineStarts.push(length);
  characters[length++] = endOfFile;
  return { characters: characters.subarray(0, length), lineStarts };
}

/** The hash of the characters behind each line start; 64 bits are kept as two halves, which doubles hold exactly. */
function rollingHashes(characters: Uint16Array, lineStarts: readonly number[]): string[] {
  const hashes: string[] = [];
  let high = 0;
  let low = 0;
  for (let at = 0; hashes.length < lineStarts.length; at++) {
    const entering = characters[at] ?? 0;
    const left = characters[at - span] ?? 0;
    const sum = low * base + entering - left * leaving.low;
    const carry = Math.floor(sum / half);
    low = sum - carry * half;
    high = modulo(high * base + carry - left * leaving.high);
    if (at - span + 1 === lineStarts[hashes.length]) hashes.push(hexadecimal(high, low));
  }
  return hashes;
}

function modulo(value: number): number {
  return value - Math.floor(value / half) * half;
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
