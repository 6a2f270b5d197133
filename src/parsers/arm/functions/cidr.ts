import { Cell, dictionary, type Known, scalar, type Value } from "../evaluate/value.ts";
import { type Builtin, computed } from "./call-site.ts";

export const cidrFunctions: Readonly<Record<string, Builtin>> = {
  parsecidr: computed(1, 1, ([text], call) => {
    const range = readRange(text);
    return range ? describeRange(range) : call.invalid("its argument is no address range");
  }),
  cidrsubnet: computed(3, 3, ([text, bits, index], call) => {
    const range = readRange(text);
    const [length, number] = [wholeNumber(bits), wholeNumber(index)];
    if (!range || length === undefined || number === undefined) return call.invalid("its arguments do not fit");
    if (length < range.length || length > range.bits)
      return call.invalid(`a range of /${range.length} holds no /${length}`);
    if (BigInt(number) >= 1n << BigInt(length - range.length))
      return call.invalid(`there is no range number ${number}`);
    const start = range.start + (BigInt(number) << BigInt(range.bits - length));
    return scalar(`${writeAddress(start, range.bits)}/${length}`);
  }),
  cidrhost: computed(2, 2, ([text, index], call) => {
    const range = readRange(text);
    const number = wholeNumber(index);
    if (!range || number === undefined) return call.invalid("its arguments do not fit");
    const { first, last } = usable(range);
    const address = hostBase(range, first) + BigInt(number);
    return address > last
      ? call.invalid(`there is no host number ${number}`)
      : scalar(writeAddress(address, range.bits));
  }),
};

interface Range {
  readonly start: bigint;
  /** Of the prefix. */
  readonly length: number;
  /** 32 or 128. */
  readonly bits: 32 | 128;
}

function wholeNumber(value: Known | undefined): number | undefined {
  const number = value?.form === "scalar" ? value.value : undefined;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 ? number : undefined;
}

function readRange(value: Known | undefined): Range | undefined {
  const text = value?.form === "scalar" && typeof value.value === "string" ? value.value : "";
  const slash = text.indexOf("/");
  const length = /^\d{1,3}$/.test(text.slice(slash + 1)) ? Number(text.slice(slash + 1)) : Number.NaN;
  if (slash < 0 || Number.isNaN(length) || text.length > 60) return undefined;
  const address = text.slice(0, slash);
  const bits = address.includes(":") ? 128 : 32;
  const number = bits === 128 ? readLong(address) : readShort(address);
  if (number === undefined || length > bits) return undefined;
  const rest = BigInt(bits - length);
  return { start: (number >> rest) << rest, length, bits };
}

function readShort(address: string): bigint | undefined {
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((number, part) => (number << 8n) + BigInt(part), 0n);
}

function readLong(address: string): bigint | undefined {
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const [left, right] = halves.map((half) => (half === "" ? [] : half.split(":"))) as [string[], string[] | undefined];
  const missing = 8 - left.length - (right?.length ?? 0);
  if (right ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array<string>(Math.max(missing, 0)).fill("0"), ...(right ?? [])];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((number, group) => (number << 16n) + BigInt(`0x${group}`), 0n);
}

function describeRange(range: Range): Value {
  const { first, last, broadcast } = usable(range);
  const mask = range.length === 0 ? 0n : ((1n << BigInt(range.length)) - 1n) << BigInt(range.bits - range.length);
  const write = (address: bigint) => scalar(writeAddress(address, range.bits));
  const entries: [string, Value][] = [
    ["network", write(range.start)],
    ["netmask", write(mask)],
    ...(broadcast === undefined ? [] : ([["broadcast", write(broadcast)]] as [string, Value][])),
    ["firstUsable", write(first)],
    ["lastUsable", write(last)],
    ["cidr", scalar(range.length)],
  ];
  return dictionary(entries.map(([name, value]) => ({ name, cell: Cell.of(value) })));
}

/** IPv6 has no broadcast address, and its first address is as good as any. */
function usable({ start, length, bits }: Range): { first: bigint; last: bigint; broadcast?: bigint } {
  const end = start + (1n << BigInt(bits - length)) - 1n;
  if (bits === 128) return { first: start, last: end };
  if (length >= 31) return { first: start, last: end, broadcast: end };
  return { first: start + 1n, last: end - 1n, broadcast: end };
}

/** Host number 0 is the address behind the network's own. */
function hostBase({ start, bits }: Range, first: bigint): bigint {
  return bits === 128 ? start + 1n : first;
}

function writeAddress(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".");
  const groups = Array.from({ length: 8 }, (_, index) => Number((address >> BigInt(112 - index * 16)) & 0xffffn));
  return compress(groups);
}

/** The longest run of zero groups becomes `::`. */
function compress(groups: readonly number[]): string {
  let best = { from: -1, length: 1 };
  for (let from = 0; from < groups.length; from++) {
    let length = 0;
    while (groups[from + length] === 0) length++;
    if (length > best.length) best = { from, length };
    from += length;
  }
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(":");
  if (best.from < 0) return text(groups);
  return `${text(groups.slice(0, best.from))}::${text(groups.slice(best.from + best.length))}`;
}
