import { bytesOfWords, padded } from "./digest.ts";
import { roundConstants, startConstants } from "./digest-constants.ts";

/** SHA-512 has words of 64 bits: each stands in two places of an array, the higher half first. */
export function sha512(message: Uint8Array): Uint8Array {
  const constants = roundConstants();
  const view = padded(message, 128, false);
  const state = Int32Array.from(startConstants());
  const words = new Int32Array(160);
  for (let block = 0; block < view.byteLength; block += 128) {
    for (let at = 0; at < 32; at++) words[at] = view.getInt32(block + at * 4);
    for (let at = 32; at < 160; at += 2) extend(words, at);
    mixBlock(state, words, constants);
  }
  return bytesOfWords(state, false);
}

function extend(words: Int32Array, at: number): void {
  const [high, low] = [words[at - 30]!, words[at - 29]!];
  const smallHigh = turned(high, low, 1) ^ turned(high, low, 8) ^ (high >>> 7);
  const smallLow = turned(low, high, 1) ^ turned(low, high, 8) ^ ((low >>> 7) | (high << 25));
  const [nearHigh, nearLow] = [words[at - 4]!, words[at - 3]!];
  const largeHigh = turned(nearHigh, nearLow, 19) ^ turned(nearLow, nearHigh, 29) ^ (nearHigh >>> 6);
  const largeLow = turned(nearLow, nearHigh, 19) ^ turned(nearHigh, nearLow, 29) ^ ((nearLow >>> 6) | (nearHigh << 26));
  const sum = (words[at - 31]! >>> 0) + (smallLow >>> 0) + (words[at - 13]! >>> 0) + (largeLow >>> 0);
  words[at + 1] = sum;
  words[at] = words[at - 32]! + smallHigh + words[at - 14]! + largeHigh + carryOf(sum);
}

/** One half of a 64-bit word turned right by less than 32 bits; for more, hand in the halves the other way round. */
function turned(half: number, other: number, by: number): number {
  return (half >>> by) | (other << (32 - by));
}

function carryOf(sum: number): number {
  return Math.floor(sum / 2 ** 32);
}

function mixBlock(state: Int32Array, words: Int32Array, constants: Int32Array): void {
  const s = Int32Array.from(state);
  for (let at = 0; at < 160; at += 2) {
    const [ah, al, bh, bl, ch, cl] = [s[0]!, s[1]!, s[2]!, s[3]!, s[4]!, s[5]!];
    const [eh, el, fh, fl, gh, gl] = [s[8]!, s[9]!, s[10]!, s[11]!, s[12]!, s[13]!];
    const firstHigh = turned(eh, el, 14) ^ turned(eh, el, 18) ^ turned(el, eh, 9);
    const firstLow = turned(el, eh, 14) ^ turned(el, eh, 18) ^ turned(eh, el, 9);
    const choiceLow = (el & fl) ^ (~el & gl);
    const low =
      (s[15]! >>> 0) + (firstLow >>> 0) + (choiceLow >>> 0) + (constants[at + 1]! >>> 0) + (words[at + 1]! >>> 0);
    const high = (s[14]! + firstHigh + ((eh & fh) ^ (~eh & gh)) + constants[at]! + words[at]! + carryOf(low)) | 0;
    const secondHigh = turned(ah, al, 28) ^ turned(al, ah, 2) ^ turned(al, ah, 7);
    const secondLow = turned(al, ah, 28) ^ turned(ah, al, 2) ^ turned(ah, al, 7);
    const majorityLow = (al & bl) ^ (al & cl) ^ (bl & cl);
    const newLow = ((low | 0) >>> 0) + (secondLow >>> 0) + (majorityLow >>> 0);
    const newHigh = high + secondHigh + ((ah & bh) ^ (ah & ch) ^ (bh & ch)) + carryOf(newLow);
    const movedLow = (s[7]! >>> 0) + ((low | 0) >>> 0);
    const movedHigh = s[6]! + high + carryOf(movedLow);
    s.copyWithin(2, 0, 14);
    s[0] = newHigh;
    s[1] = newLow;
    s[8] = movedHigh;
    s[9] = movedLow;
  }
  for (let at = 0; at < 16; at += 2) {
    const low = (state[at + 1]! >>> 0) + (s[at + 1]! >>> 0);
    state[at + 1] = low;
    state[at] = state[at]! + s[at]! + carryOf(low);
  }
}
