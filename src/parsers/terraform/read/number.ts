import { DOT, isDigit, MINUS, PLUS } from "./characters.ts";
import type { Scanner } from "./scanner.ts";

const LETTER_E = 101;
const largestExponent = 2 ** 31 - 1;

/**
 * Takes all that a number can consist of, points and exponents however many. A point belongs to it only if more of the
 * number follows: `1.5`, `1.e3`, but `1...` is `1` and an ellipsis.
 */
export function takeNumber(scanner: Scanner): string {
  const { text, at: from } = scanner;
  let at = from;
  let to = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) to = ++at;
    else if (code === DOT) at++;
    else if ((code | 32) === LETTER_E && at > from) {
      const sign = text.charCodeAt(at + 1);
      const digits = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
      if (!isDigit(text.charCodeAt(digits))) break;
      at = digits;
    } else break;
  }
  scanner.at = to;
  const number = text.slice(from, to);
  const parts = /^\d+(?:\.\d*)?(?:[eE]([+-]?\d+))?$/.exec(number);
  if (!parts) scanner.fail("Expected a number with at most one point and one exponent", from, to);
  if (Math.abs(Number(parts[1] ?? 0)) >= largestExponent) {
    scanner.fail(`Expected an exponent below ${largestExponent}`, from, to);
  }
  return number;
}
