const brackets: readonly (readonly [start: string, end: string])[] = [
  ["{", "}"],
  ["<", ">"],
  ["$(", ")"],
  ["%", "%"],
  ["__", "__"],
];

/**
 * Whether a text holds a mark in whose place a tool puts something before Azure sees it: `{name}`, `{{name}}`, `${name}`,
 * `#{name}#`, `$(name)`, `<name>`, `%name%`, `__name__`, and `GEN-…` of Azure's quickstart templates.
 */
export function holdsPlaceholder(text: string): boolean {
  if (text.startsWith("GEN-")) return true;
  return brackets.some(([start, end]) => {
    const at = text.indexOf(start);
    return at >= 0 && text.indexOf(end, at + start.length) > at + start.length;
  });
}

/** Whether a text is such a mark as a whole. */
export function isPlaceholder(text: string): boolean {
  const content = text.trim();
  if (content.startsWith("GEN-")) return true;
  const inner = content.replace(/^[$#]/, "").replace(/#$/, "");
  return brackets.some(([start, end]) =>
    [content, inner].some((mark) => mark.length > start.length && mark.startsWith(start) && mark.endsWith(end)),
  );
}

/** Whether a text stands in a sample where a secret would: a mark, a word of advice, or hardly more than X and stars. */
export function isSampleSecret(secret: string): boolean {
  if (isPlaceholder(secret) || /^(?:changeme|your[-_ ].*|\.\.\.)$/i.test(secret.trim())) return true;
  const letters = secret.replace(/[^a-z0-9]/gi, "");
  return letters === "" || letters.replace(/x/gi, "").length < letters.length / 5;
}
