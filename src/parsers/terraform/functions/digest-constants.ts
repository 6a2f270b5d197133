/** 64 bits each as two words, the higher one first; SHA-256 takes the higher ones. */
let rounds: Int32Array | undefined;
let starts: Int32Array | undefined;

/** The fractions of the cube roots of the first 80 primes. */
export function roundConstants(): Int32Array {
  rounds ??= fractions(firstPrimes(80), 3n);
  return rounds;
}

/** The fractions of the square roots of the first 8 primes. */
export function startConstants(): Int32Array {
  starts ??= fractions(firstPrimes(8), 2n);
  return starts;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

function fractions(primes: readonly number[], degree: bigint): Int32Array {
  const words = new Int32Array(primes.length * 2);
  for (const [at, prime] of primes.entries()) {
    const root = wholeRoot(BigInt(prime) << (64n * degree), degree);
    words[at * 2] = Number((root >> 32n) & 0xffffffffn);
    words[at * 2 + 1] = Number(root & 0xffffffffn);
  }
  return words;
}

/** The largest whole number whose power is not above the value. */
function wholeRoot(value: bigint, degree: bigint): bigint {
  let root = 1n << 70n;
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree;
    if (next >= root) return root;
    root = next;
  }
}
