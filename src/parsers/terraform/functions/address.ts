/** A network: the address of its first host, as a number, and the length of its prefix. */
export interface Network {
  readonly address: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

/** Reads CIDR notation; bits behind the prefix are dropped. */
export function parseNetwork(text: string): Network | undefined {
  const slash = text.indexOf("/");
  if (slash < 0 || text.length > 60) return undefined;
  const written = text.slice(0, slash);
  const bits = written.includes(":") ? 128 : 32;
  const address = bits === 32 ? parseFour(written) : parseSix(written);
  const digits = text.slice(slash + 1);
  const length = Number(digits);
  if (address === undefined || !/^[0-9]{1,3}$/.test(digits) || length > bits) return undefined;
  const rest = BigInt(bits - length);
  return { address: (address >> rest) << rest, length, bits };
}

export function networkText(network: Network): string {
  return `${addressText(network.address, network.bits)}/${network.length}`;
}

export function addressText(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".");
  if (address >> 32n === 0xffffn) return addressText(address & 0xffffffffn, 32);
  const groups = Array.from({ length: 8 }, (_, at) => Number((address >> BigInt(112 - at * 16)) & 0xffffn));
  return shortened(groups);
}

/** Terraform takes leading zeros of an octet for decimal ones. */
function parseFour(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  let address = 0n;
  for (const part of parts) {
    if (!/^[0-9]{1,3}$/.test(part) || Number(part) > 255) return undefined;
    address = (address << 8n) | BigInt(Number(part));
  }
  return address;
}

function parseSix(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [front, back] = halves.map(groupsOf);
  if (!front || (halves.length === 2 && !back)) return undefined;
  const missing = 8 - front.length - (back?.length ?? 0);
  if (back ? missing < 1 : missing !== 0) return undefined;
  let address = 0n;
  for (const group of [...front, ...Array(missing).fill(0), ...(back ?? [])])
    address = (address << 16n) | BigInt(group);
  return address;
}

function groupsOf(text: string): number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [at, part] of parts.entries()) {
    const embedded = part.includes(".") && at === parts.length - 1 ? parseFour(part) : undefined;
    if (embedded !== undefined) groups.push(Number(embedded >> 16n), Number(embedded & 0xffffn));
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** The longest run of two or more zero groups, the first of equals, becomes `::`. */
function shortened(groups: readonly number[]): string {
  let best = { from: 0, length: 1 };
  for (let from = 0; from < groups.length; from++) {
    let to = from;
    while (to < groups.length && groups[to] === 0) to++;
    if (to - from > best.length) best = { from, length: to - from };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.length < 2) return hex.join(":");
  return `${hex.slice(0, best.from).join(":")}::${hex.slice(best.from + best.length).join(":")}`;
}
