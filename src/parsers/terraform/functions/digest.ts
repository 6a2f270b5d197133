import { roundConstants, startConstants } from "./digest-constants.ts";

/** Fills up a message to whole blocks: a one bit, zeros, and the length in bits. */
export function padded(message: Uint8Array, block: number, littleEndian: boolean): DataView {
  const lengthBytes = block / 8;
  const size = Math.ceil((message.length + 1 + lengthBytes) / block) * block;
  const bytes = new Uint8Array(size);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(littleEndian ? size - lengthBytes : size - 8, BigInt(message.length) * 8n, littleEndian);
  return view;
}

export function bytesOfWords(words: Int32Array, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [at, word] of words.entries()) view.setInt32(at * 4, word, littleEndian);
  return new Uint8Array(view.buffer);
}

function rotatedLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

const md5Rotations = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
let sines: Int32Array | undefined;

export function md5(message: Uint8Array): Uint8Array {
  sines ??= Int32Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) | 0);
  const view = padded(message, 64, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let round = 0; round < 64; round++) {
      const quarter = round >> 4;
      const [mixed, word] = md5Step(quarter, round, b, c, d);
      const total = (a + mixed + sines[round]! + view.getInt32(block + word * 4, true)) | 0;
      const next = (b + rotatedLeft(total, md5Rotations[quarter * 4 + (round & 3)]!)) | 0;
      [a, b, c, d] = [d, next, b, c];
    }
    for (const [at, word] of [a, b, c, d].entries()) state[at]! += word;
  }
  return bytesOfWords(state, true);
}

function md5Step(quarter: number, round: number, b: number, c: number, d: number): [mixed: number, word: number] {
  if (quarter === 0) return [(b & c) | (~b & d), round];
  if (quarter === 1) return [(d & b) | (~d & c), (5 * round + 1) & 15];
  return quarter === 2 ? [b ^ c ^ d, (3 * round + 5) & 15] : [c ^ (b | ~d), (7 * round) & 15];
}

export function sha1(message: Uint8Array): Uint8Array {
  const view = padded(message, 64, false);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4);
    for (let at = 16; at < 80; at++) {
      words[at] = rotatedLeft(words[at - 3]! ^ words[at - 8]! ^ words[at - 14]! ^ words[at - 16]!, 1);
    }
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let round = 0; round < 80; round++) {
      const total = (rotatedLeft(a, 5) + sha1Step(round, b, c, d) + e + words[round]!) | 0;
      [a, b, c, d, e] = [total, a, rotatedLeft(b, 30), c, d];
    }
    for (const [at, word] of [a, b, c, d, e].entries()) state[at]! += word;
  }
  return bytesOfWords(state, false);
}

function sha1Step(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return round < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
}

export function sha256(message: Uint8Array): Uint8Array {
  const constants = roundConstants();
  const view = padded(message, 64, false);
  const state = Int32Array.from({ length: 8 }, (_, at) => startConstants()[at * 2]!);
  const words = new Int32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4);
    for (let at = 16; at < 64; at++) {
      const [near, far] = [words[at - 2]!, words[at - 15]!];
      const small = rotatedLeft(far, 25) ^ rotatedLeft(far, 14) ^ (far >>> 3);
      const large = rotatedLeft(near, 15) ^ rotatedLeft(near, 13) ^ (near >>> 10);
      words[at] = words[at - 16]! + small + words[at - 7]! + large;
    }
    mixBlock(state, words, constants);
  }
  return bytesOfWords(state, false);
}

type Eight = [number, number, number, number, number, number, number, number];

function mixBlock(state: Int32Array, words: Int32Array, constants: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let round = 0; round < 64; round++) {
    const choice = (e & f) ^ (~e & g);
    const first = rotatedLeft(e, 26) ^ rotatedLeft(e, 21) ^ rotatedLeft(e, 7);
    const total = (h + first + choice + constants[round * 2]! + words[round]!) | 0;
    const second = rotatedLeft(a, 30) ^ rotatedLeft(a, 19) ^ rotatedLeft(a, 10);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [a, b, c, d, e, f, g, h] = [(total + second + majority) | 0, a, b, c, (d + total) | 0, e, f, g];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at]! += word;
}
