import type { Identity } from "../model/resource.ts";

/**
 * A finding's identity over moves and reformatting: rule, root, address without instance keys, attribute. FNV-1a over 64
 * bits: it tells findings apart, it protects nothing.
 */
export function fingerprintOf(rule: string, identity: Pick<Identity, "root" | "block">, attribute: string): string {
  return hash([rule, identity.root, identity.block, attribute].join("\0"));
}

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

function hash(text: string): string {
  let state = offset;
  for (const byte of new TextEncoder().encode(text)) {
    state = BigInt.asUintN(64, (state ^ BigInt(byte)) * prime);
  }
  return state.toString(16).padStart(16, "0");
}
