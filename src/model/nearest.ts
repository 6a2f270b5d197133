const longestWord = 64;

/** The candidate that a misspelt word most probably means; of equally near ones the first. Case does not count. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return allNearest(word, candidates)[0];
}

/**
 * The candidates that are the fewest slips away from a word, if they are near enough to be what was meant: none, the one
 * that can be put in its place, or several between which only its author can choose.
 */
export function allNearest(word: string, candidates: Iterable<string>): string[] {
  if (word.length > longestWord) return [];
  const wanted = word.toLowerCase();
  let best: string[] = [];
  let fewest = allowedSlips(word.length);
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > fewest) continue;
    const slips = slipsBetween(wanted, candidate.toLowerCase(), fewest + 1);
    if (slips > fewest) continue;
    if (slips < fewest) best = [];
    fewest = slips;
    best.push(candidate);
  }
  return best;
}

function allowedSlips(length: number): number {
  return length <= 4 ? 1 : length <= 10 ? 2 : 3;
}

/** Insertions, deletions, replacements and swaps of neighbours; gives up at `limit`. */
function slipsBetween(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(previous[column - 1]! + (same ? 0 : 1), previous[column]! + 1, current[column - 1]! + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) slips = Math.min(slips, beforePrevious[column - 2]! + 1);
      current.push(slips);
      if (slips < smallest) smallest = slips;
    }
    if (smallest >= limit) return limit;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}
