const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const largest = 1n << 63n;

/** Nanoseconds of a duration such as `1h30m` or `-1.5s`; undefined if it is none. */
export function parseDuration(text: string): bigint | undefined {
  const sign = text.startsWith("-") ? -1n : 1n;
  const rest = /^[+-]/.test(text) ? text.slice(1) : text;
  if (rest === "0") return 0n;
  if (rest === "" || rest.length > 100) return undefined;
  let total = 0n;
  let at = 0;
  const part = /([0-9]*)(?:\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)/y;
  while (at < rest.length) {
    part.lastIndex = at;
    const found = part.exec(rest);
    if (!found || (found[1] === "" && !found[2])) return undefined;
    const unit = units[found[3]!]!;
    const fraction = found[2] ?? "";
    total += BigInt(found[1] || "0") * unit + (BigInt(fraction || "0") * unit) / 10n ** BigInt(fraction.length);
    if (total >= largest) return undefined;
    at = part.lastIndex;
  }
  return total * sign;
}
