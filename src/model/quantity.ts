const binary: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Powers of ten; negative ones are divided by, so that 100m and 0.1 are the same number. */
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

/** Longer texts are no quantities. */
const longest = 64;

/**
 * The number that a Kubernetes quantity stands for (`100m` is 0.1, `2Gi` is 2147483648); undefined when the text is no
 * quantity. Suffixes are case-sensitive: `500M` and `500m` differ by nine orders of magnitude.
 */
export function parseQuantity(text: string): number | undefined {
  if (text.length > longest) return undefined;
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d{1,3})|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))?$/.exec(text);
  if (!match) return undefined;
  const value = Number(match[1]);
  if (match[2] !== undefined) return scale(value, Number(match[2]));
  const suffix = match[3] ?? "";
  const factor = binary[suffix];
  return factor === undefined ? scale(value, decimal[suffix]!) : value * factor;
}

function scale(value: number, power: number): number {
  return power < 0 ? value / 10 ** -power : value * 10 ** power;
}
