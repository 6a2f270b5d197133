/** Ranges of code points that take two columns: East Asian wide and fullwidth characters, and emoji. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x26a1, 0x26a1],
  [0x26d4, 0x26d4],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x2753, 0x2757],
  [0x2795, 0x2797],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f19a],
  [0x1f1e6, 0x1f320],
  [0x1f32d, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7eb],
  [0x1f90c, 0x1faff],
  [0x20000, 0x3fffd],
];

const plain = /^[\x20-\x7e]*$/;
const mark = /^[\p{Mn}\p{Me}]$/u;

/** How many columns of a terminal a character takes: 0, 1 or 2. */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (joinsTheOneBefore(code)) return 0;
  if (code >= 0x2010 && code < 0x20d0) return 1;
  if (!isDrawing(code) && mark.test(character)) return 0;
  if (code < 0x1100) return 1;
  let low = 0;
  let high = wide.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = wide[middle]!;
    if (code < from) high = middle - 1;
    else if (code > to) low = middle + 1;
    else return 2;
  }
  return 1;
}

/** Arrows, lines, blocks and other shapes: no marks among them. */
function isDrawing(code: number): boolean {
  return code >= 0x2100 && code < 0x2c00;
}

/** Joiners, variation selectors and skin tones. */
function joinsTheOneBefore(code: number): boolean {
  if (code < 0x200b) return false;
  return code <= 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x1f3fb && code <= 0x1f3ff);
}

/** How many columns a text without control characters takes. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/**
 * Breaks a sentence at its spaces into lines of at most `width` columns; the first line has `taken` columns less. A word
 * that is longer stays whole.
 */
export function wrap(text: string, width: number, taken = 0): string[] {
  const lines: string[] = [];
  let line = "";
  let left = width - taken;
  for (const word of text.split(" ")) {
    const need = displayWidth(word) + (line === "" ? 0 : 1);
    if (line !== "" && need > left) {
      lines.push(line);
      line = word;
      left = width - displayWidth(word);
    } else {
      line += line === "" ? word : ` ${word}`;
      left -= need;
    }
  }
  lines.push(line);
  return lines;
}
