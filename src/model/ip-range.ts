/** A block of IPv4 addresses. */
export interface IpRange {
  readonly first: number;
  readonly size: number;
}

/** A range in the form `10.0.0.0/24`; undefined for anything else, IPv6 included. */
export function parseIpRange(text: string): IpRange | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text.trim());
  if (!match) return undefined;
  const [a, b, c, d, prefix] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  return { first: address - (address % size), size };
}

export function rangesOverlap(one: IpRange, other: IpRange): boolean {
  return one.first < other.first + other.size && other.first < one.first + one.size;
}

/** Azure keeps the first four addresses of a subnet and the last one. */
const reservedAddresses = 5;

/** The addresses of a subnet that machines can have. */
export function usableAddresses(range: IpRange): number {
  return Math.max(0, range.size - reservedAddresses);
}
