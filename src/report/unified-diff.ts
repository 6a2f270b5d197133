/** Lines of context around a change. */
const context = 3;

interface Line {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

/** A file as it is and as it would be, in the form that `git apply` and `patch` take; empty where nothing differs. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const lines = compare(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines).map(([from, to]) => drawHunk(lines, from, to));
  return `--- a/${file}\n+++ b/${file}\n${hunks.join("")}`;
}

/** With their line breaks: a last line may lack its own. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next + 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

/**
 * Edits are few and lie apart: between them lines are equal. Looks for the nearest line pair from which both texts go on
 * alike.
 */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  const lines: Line[] = [];
  let [old, fresh] = [0, 0];
  while (old < before.length || fresh < after.length) {
    if (old < before.length && before[old] === after[fresh]) {
      lines.push({ mark: " ", text: before[old]! });
      old++;
      fresh++;
      continue;
    }
    const [skipOld, skipFresh] = nextMatch(before, old, after, fresh);
    for (const text of before.slice(old, old + skipOld)) lines.push({ mark: "-", text });
    for (const text of after.slice(fresh, fresh + skipFresh)) lines.push({ mark: "+", text });
    old += skipOld;
    fresh += skipFresh;
  }
  return lines;
}

/** A change is not longer than this many lines, else the rest of the file counts as changed. */
const longest = 200;

function nextMatch(before: readonly string[], old: number, after: readonly string[], fresh: number): [number, number] {
  for (let sum = 1; sum <= longest; sum++) {
    for (let skipOld = Math.min(sum, before.length - old); skipOld >= 0; skipOld--) {
      const skipFresh = sum - skipOld;
      if (fresh + skipFresh > after.length) break;
      if (goesOnAlike(before, old + skipOld, after, fresh + skipFresh)) return [skipOld, skipFresh];
    }
  }
  return [before.length - old, after.length - fresh];
}

/** As short as a lone brace, which is equal to too many others. */
const shortest = 4;

/** Two equal lines in a row or one that says something, or the end of both texts. */
function goesOnAlike(before: readonly string[], old: number, after: readonly string[], fresh: number): boolean {
  if (old === before.length || fresh === after.length) return old === before.length && fresh === after.length;
  if (before[old] !== after[fresh]) return false;
  if (old + 1 === before.length || fresh + 1 === after.length || before[old + 1] === after[fresh + 1]) return true;
  return before[old]!.trim().length >= shortest;
}

/** From where to where hunks go; changes that lie close together share one. */
function hunksOf(lines: readonly Line[]): [number, number][] {
  const hunks: [number, number][] = [];
  for (const [index, { mark }] of lines.entries()) {
    if (mark === " ") continue;
    const [from, to] = [Math.max(0, index - context), Math.min(lines.length, index + context + 1)];
    const last = hunks.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  return hunks;
}

function drawHunk(lines: readonly Line[], from: number, to: number): string {
  const ahead = lines.slice(0, from);
  const shown = lines.slice(from, to);
  const count = (some: readonly Line[], other: Line["mark"]) => some.filter(({ mark }) => mark !== other).length;
  const range = (other: Line["mark"]) => {
    const amount = count(shown, other);
    const start = count(ahead, other) + (amount === 0 ? 0 : 1);
    return amount === 1 ? `${start}` : `${start},${amount}`;
  };
  const drawn = shown.map(({ mark, text }) =>
    text.endsWith("\n") ? `${mark}${text}` : `${mark}${text}\n\\ No newline at end of file\n`,
  );
  return `@@ -${range("+")} +${range("-")} @@\n${drawn.join("")}`;
}
