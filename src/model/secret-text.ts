import { isSampleSecret } from "./placeholder.ts";
import { isSecretName } from "./secret-name.ts";

/** A stretch of a text, half open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is a secret by how it looks, wherever it stands; the group, if there is one, is the secret itself. */
const shapes: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?:(?!-----END)[\s\S])*(?:-----END [A-Z0-9 ]{0,40}-----)?/dg,
  /^(?=.*\d)(?=.*[A-Z])(?=.*[a-z])[ \t]*([A-Za-z0-9+/]{60,}={0,2})[ \t\r]*$/dgm,
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/dg,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+/dg,
  /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/dg,
  /\b(?:gh[pousr]_\w{30,}|github_pat_\w{30,}|xox[abpr]-[\w-]{10,})/dg,
  /:\/\/[^\s:@/"']{1,100}:([^\s@/"']{1,200})@/dg,
];

const name = /[A-Za-z_][\w.-]*/g;

/** The secrets in a piece of code, in order: values of names that say so, and what looks like nothing else. */
export function secretSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) {
      const [from, to] = match.indices![1] ?? match.indices![0]!;
      spans.push({ from, to });
    }
  }
  let end = 0;
  for (const { index, 0: word } of text.matchAll(name)) {
    if (index < end || !mayBeSecret.test(word)) continue;
    const found = valuesOf(text, index, word);
    spans.push(...found);
    end = Math.max(end, ...found.map((span) => span.to));
  }
  return united(spans);
}

/** Spans in order, those that touch as one. */
export function united(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else if (span.to > span.from) result.push(span);
  }
  return result;
}

/** Keeps the closer look away from most words. */
const mayBeSecret = /pass|pwd|secret|token|key|cred|connection|sas|sig|pat|protected|securestring/i;
const container = /protected[_-]?settings$/i;
const takesNextWord = /^convertto-securestring$/i;

/** What the name at an index is given, if the name says that it is secret. */
function valuesOf(text: string, index: number, word: string): Span[] {
  const isContainer = container.test(word);
  const isCommand = takesNextWord.test(word);
  if (!isContainer && !isCommand && !isSecretName(word)) return [];
  const isOption = isCommand || text[index - 1] === "-";
  const at = startOfValue(text, index + word.length, isOption);
  if (at === undefined) return [];
  const opening = text[at];
  if (opening === "{" || opening === "[") return stringsWithin(text, at, isContainer);
  if (isContainer) return [];
  const value = scalarAt(text, at);
  if (value === undefined) return [];
  if (text[value.to] === "(" && !isSigil(text.slice(value.from, value.to))) return stringsWithin(text, value.to, true);
  const content = text.slice(value.from, value.to);
  return isHarmless(content) || (word === "sig" && content.length < 16) ? [] : [value];
}

const limit = 4000;

/** Where the value behind a name begins: behind an equals sign or a colon, or, for an option, behind a space. */
function startOfValue(text: string, from: number, isOption: boolean): number | undefined {
  let at = from;
  while (text[at] === "\\") at += 1;
  const isQuoted = text[at] === '"' || text[at] === "'" || text[at] === "]";
  if (isQuoted) at += 1;
  const afterName = skipSpaces(text, at);
  const separator = /^(?:=>|:=|=(?!=)|:(?!\/\/|:))/.exec(text.slice(afterName, afterName + 3))?.[0];
  if (separator !== undefined) return skipSpaces(text, afterName + separator.length);
  if (text[afterName] === "{" && isQuoted) return afterName;
  return isOption && afterName > at && text[afterName] !== "-" ? afterName : undefined;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}

/** The text of a value, without its quotes; quotes within a text of another language stand behind backslashes. */
function scalarAt(text: string, at: number): Span | undefined {
  let from = at;
  while (text[from] === "\\") from += 1;
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    return { from: from + 1, to: closingQuote(text, from + 1, quote, from - at) };
  }
  const isYaml = text[at - 1] === " " && /:[ \t]+$/.test(text.slice(Math.max(0, at - 20), at)) && !inFlow(text, at);
  const end = (isYaml ? /\s#|[\r\n]/ : /[\s,;&|)}\]"'`(]/).exec(text.slice(at, at + limit));
  const to = end ? at + end.index : Math.min(text.length, at + limit);
  return to > at ? { from: at, to } : undefined;
}

/** Whether a line opens a mapping or list in one line before an index. */
function inFlow(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /[{[]/.test(line);
}

/** The end of a quoted text: the same quote behind as many backslashes. */
function closingQuote(text: string, from: number, quote: string, backslashes: number): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    let before = 0;
    while (text[at - 1 - before] === "\\") before += 1;
    if (before === backslashes || (backslashes === 0 && before % 2 === 0)) return at - backslashes;
  }
  const lineEnd = text.indexOf("\n", from);
  return lineEnd < 0 ? text.length : lineEnd;
}

const bracket = /[{}[\]()"'\n]/g;

/** The quoted texts within brackets: all of them, or those that stand for a value and not for the name of one. */
function stringsWithin(text: string, open: number, all: boolean): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  bracket.lastIndex = open;
  for (let match = bracket.exec(text); match; match = bracket.exec(text)) {
    const { index, 0: character } = match;
    if (index > open + limit) break;
    if ("{[(".includes(character)) depth += 1;
    else if ("}])".includes(character)) depth -= 1;
    else if (character !== "\n") {
      const to = closingQuote(text, index + 1, character, 0);
      const content = text.slice(index + 1, to);
      if (isValue(text, open, index, all) && !isHarmless(content)) spans.push({ from: index + 1, to });
      bracket.lastIndex = to + 1;
    }
    if (depth <= 0) break;
  }
  return spans;
}

/** Whether a quoted text within brackets is a value: an argument, an item, or what stands behind a sign. */
function isValue(text: string, open: number, quote: number, all: boolean): boolean {
  const before = text.slice(Math.max(open, quote - 80), quote).trimEnd();
  if (text[open] === "(" || before.endsWith("[") || (before.endsWith(",") && text[open] === "[")) return true;
  if (!/[:=]$/.test(before)) return false;
  return all || /(?:value|default|defaultValue)\\*["']?\s*[:=]$/i.test(before);
}

/** A value that leads to a secret and shows none: a reference, an expression of one, a switch, a placeholder. */
function isHarmless(value: string): boolean {
  const content = value.trim();
  if (content === "" || /^(?:true|false|null|none|~)$/i.test(content)) return true;
  if (/^(?:var|local|module|data|each|random_\w+|azurerm_\w+|azuread_\w+|azapi_\w+|tls_\w+)[.[][^\s"']*$/.test(content))
    return true;
  if (/^\[(?:parameters|variables|reference|list\w*|resourceId|newGuid|getSecret)\(/i.test(content)) return true;
  if (content.startsWith("${{")) return true;
  if (/^(?:\$\{[^}]*\}|\$\([^)]*\)|\$[\w:]+|\{\{[^}]*\}\}|@\S+|\*+|•+)$/.test(content)) return true;
  return isSampleSecret(content);
}

function isSigil(text: string): boolean {
  return text === "" || text === "$";
}
