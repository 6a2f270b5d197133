/** The character codes that the readers look at. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const OPEN_PAREN = 40;
export const CLOSE_PAREN = 41;
export const STAR = 42;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const BAR = 124;
export const CLOSE_BRACE = 125;
export const TILDE = 126;

const STARTS = 1;
const CONTINUES = 2;
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) classes[code] = STARTS | CONTINUES;
  else if (/[0-9-]/.test(character)) classes[code] = CONTINUES;
}

const unicodeStart = /^\p{ID_Start}$/u;
const unicodeContinue = /^\p{ID_Continue}$/u;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether an identifier can start at the offset. */
export function startsIdentifier(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (classes[code]! & STARTS) !== 0;
  return code >= 128 && unicodeStart.test(String.fromCodePoint(text.codePointAt(at)!));
}

/** Where the identifier that starts at the offset ends; the offset itself if none starts there. */
export function identifierEnd(text: string, from: number): number {
  if (!startsIdentifier(text, from)) return from;
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if ((classes[code]! & CONTINUES) === 0) return at;
      at++;
    } else {
      const point = code >= 128 ? text.codePointAt(at)! : -1;
      if (point < 0 || !unicodeContinue.test(String.fromCodePoint(point))) return at;
      at += point > 0xffff ? 2 : 1;
    }
  }
}

/** Whether a character is white space to Unicode, which is what strip markers and `<<-` remove. */
export function isWhiteSpace(code: number): boolean {
  if (code < 128) return code === SPACE || (code >= TAB && code <= CR);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
