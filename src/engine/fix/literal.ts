/** The languages in which a literal can be rewritten. */
export type FixLanguage = "hcl" | "json" | "yaml" | "command";

export type Scalar = string | number | boolean;

/** A literal as it stands in a text. */
export interface Literal {
  readonly value: Scalar | null;
  /** The character around it, or nothing. */
  readonly quote: '"' | "'" | "";
}

/** What a stretch of text says, if it is a plain literal of its language: no expression, no template, no escapes. */
export function literalOf(text: string, language: FixLanguage): Literal | undefined {
  if (text === "" || text.length > 4096 || /[\r\n]/.test(text)) return undefined;
  const quote = text[0] === '"' || text[0] === "'" ? text[0] : "";
  if (quote === "") return language === "yaml" || language === "command" ? plainWord(text, language) : bareWord(text);
  if (quote === "'" && (language === "hcl" || language === "json")) return undefined;
  const inner = text.slice(1, -1);
  if (text.length < 2 || !text.endsWith(quote) || inner.includes(quote) || /[\\`]/.test(inner)) return undefined;
  if (language === "hcl" && /[$%]\{/.test(inner)) return undefined;
  if (language === "json" && inner.startsWith("[") && !inner.startsWith("[[")) return undefined;
  if (language === "command" && quote === '"' && inner.includes("$")) return undefined;
  return { value: inner, quote };
}

/** A number or a word that the language itself knows. */
function bareWord(text: string): Literal | undefined {
  const value = scalarOf(text);
  return typeof value === "string" ? undefined : { value, quote: "" };
}

const plain = { yaml: /^[\w$./\\][\w$./\\:@+, =-]*$/, command: /^[\w./:@%+=,~-]+$/ } as const;

function plainWord(text: string, language: "yaml" | "command"): Literal | undefined {
  if (!plain[language].test(text) || /:\s|\s$|:$/.test(text)) return undefined;
  return { value: language === "command" ? text : scalarOf(text), quote: "" };
}

function scalarOf(text: string): Scalar | null {
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** How a value is written in a language; undefined where that would take escapes that we do not write. */
export function writeLiteral(value: Scalar, language: FixLanguage, quote: Literal["quote"] | "usual" = "usual") {
  if (language === "command") return commandWord(String(value), quote);
  if (typeof value !== "string") return String(value);
  if (/["'\\\r\n]|[$%]\{/.test(value) || hasControls(value)) return undefined;
  if (language !== "yaml") return `"${value}"`;
  if (quote === '"' || quote === "'") return `${quote}${value}${quote}`;
  return isPlainInYaml(value) ? value : `"${value}"`;
}

function commandWord(text: string, quote: Literal["quote"] | "usual"): string | undefined {
  if (!/^[\w./:@%+=,-]+$/.test(text)) return undefined;
  return quote === '"' || quote === "'" ? `${quote}${text}${quote}` : text;
}

/** Words that YAML would take for something else than text. */
const meaningful = /^(?:true|false|yes|no|on|off|null|y|n|~)$/i;

function isPlainInYaml(text: string): boolean {
  return /^[A-Za-z/][\w./-]*$/.test(text) && !meaningful.test(text);
}

function hasControls(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) < 32) return true;
  return false;
}

/** The value as the literal that is replaced says such things: text stays text, `True` becomes `False`. */
export function likeFormer(value: Scalar, former: Scalar | null): Scalar {
  if (typeof former !== "string" || typeof value === "string") return value;
  const text = String(value);
  if (typeof value !== "boolean") return text;
  if (former === former.toUpperCase()) return text.toUpperCase();
  return /^[A-Z]/.test(former) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** True or false as a literal says it. */
export function booleanOf(value: Scalar | null): boolean | undefined {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.toLowerCase() : "";
  return word === "true" ? true : word === "false" ? false : undefined;
}
