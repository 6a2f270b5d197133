/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  const at = text.indexOf("\n");
  return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === "\r" ? at - 1 : at;
}

/** The blanks at the start of the line of an offset. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, skipBlanks(text, start));
}

/** The first offset from `at` on that is neither a space nor a tab. */
export function skipBlanks(text: string, at: number): number {
  let next = at;
  while (text[next] === " " || text[next] === "\t") next++;
  return next;
}

/** The first offset from `at` on that holds no white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (isSpace(text[next])) next++;
  return next;
}

export function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}

/** By how much a block at `inner` is indented more than `outer`; two spaces, or a tab, where that cannot be seen. */
export function indentUnit(outer: string, inner: string | undefined): string {
  if (inner?.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
  return outer.startsWith("\t") ? "\t" : "  ";
}

/** An offset range with the whole of its lines, where nothing else stands on them. */
export function wholeLines(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  if (skipBlanks(text, start) !== from || skipBlanks(text, to) !== end) return { from, to };
  const next = text[end] === "\r" ? end + 2 : end + 1;
  if (next <= text.length) return { from: start, to: next };
  return { from: start, to: text.length };
}
