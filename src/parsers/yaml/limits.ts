/** More would take seconds; a file that people write is a hundredth of it. */
const largestYaml = 1_000_000;
export const deepestYaml = 200;

export const tooDeep = "The YAML is nested too deeply to be read";

/** The parser's time grows with the square of these; a node has at most one of each. */
const manyProperties = /(?:[&!][^\s]{0,40}\s{1,4}){20}/;

/** What makes a text too large or too deep, seen before it is parsed. */
export function limitOfYaml(text: string): string | undefined {
  if (text.length > largestYaml) return `The YAML is longer than ${largestYaml} characters and is not read`;
  if (isDeepInBrackets(text) || isDeepInIndentation(text)) return tooDeep;
  return manyProperties.test(text) ? "The YAML heaps more tags and anchors on a node than are read" : undefined;
}

/** Brackets may also stand in texts, and need not balance there. */
const deepestBrackets = 5 * deepestYaml;

function isDeepInBrackets(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) {
      if (++depth > deepestBrackets) return true;
    } else if ((code === 93 || code === 125) && depth > 0) depth--;
  }
  return false;
}

function isDeepInIndentation(text: string): boolean {
  const indents: number[] = [];
  for (let line = 0; line >= 0 && line < text.length; line = text.indexOf("\n", line) + 1 || -1) {
    let at = line;
    let dashes = 0;
    for (; text[at] === " " || ((text[at] === "-" || text[at] === "?") && text[at + 1] === " "); at++) {
      if (text[at] !== " " && ++dashes > deepestYaml) return true;
    }
    while (indents.length > 0 && indents.at(-1)! >= at - line) indents.pop();
    indents.push(at - line);
    if (indents.length > deepestYaml) return true;
  }
  return false;
}
