/** Order of version numbers such as `4.81.0` or `2025-12-01`; what follows the numbers (`-preview`) does not count. */
export function compareVersions(a: string, b: string): number {
  const [partsA, partsB] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(partsA.length, partsB.length); index++) {
    const difference = (partsA[index] ?? 0) - (partsB[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return version.split(/[.-]/, 4).map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : 0));
}
