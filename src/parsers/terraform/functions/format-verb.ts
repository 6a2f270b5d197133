/** One verb of a format: `%-8.2f`, or a literal text between verbs. */
export interface Verb {
  readonly letter: string;
  /** As written, for messages. */
  readonly text: string;
  /** Which argument it takes, counted from 0. */
  readonly argument: number;
  readonly left: boolean;
  readonly zeros: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly sharp: boolean;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

export interface Format {
  readonly parts: readonly (string | Verb)[];
  /** How many arguments the verbs reach. */
  readonly reach: number;
}

const widest = 10_000;

/** Takes a format apart, or says what is wrong with it. */
export function parseFormat(format: string): Format | string {
  const parts: (string | Verb)[] = [];
  let argument = 0;
  let reach = 0;
  let at = 0;
  while (at < format.length) {
    const percent = format.indexOf("%", at);
    if (percent < 0) {
      parts.push(format.slice(at));
      break;
    }
    if (percent > at) parts.push(format.slice(at, percent));
    if (format[percent + 1] === "%") {
      parts.push("%");
      at = percent + 2;
      continue;
    }
    const verb = parseVerb(format, percent, argument);
    if (typeof verb === "string") return verb;
    parts.push(verb);
    argument = verb.argument + 1;
    reach = Math.max(reach, argument);
    at = percent + verb.text.length;
  }
  return { parts, reach };
}

function parseVerb(format: string, from: number, argument: number): Verb | string {
  let at = from + 1;
  const flags = new Set<string>();
  while (at < format.length && "+-# 0".includes(format[at]!)) flags.add(format[at++]!);
  const width = digitsAt(format, at);
  at += width.length;
  let precision: string | undefined;
  if (format[at] === ".") {
    precision = digitsAt(format, at + 1);
    at += 1 + precision.length;
  }
  let wanted = argument;
  if (format[at] === "[") {
    const index = digitsAt(format, at + 1);
    if (index === "" || index.startsWith("0") || format[at + 1 + index.length] !== "]") return wrong(format, at);
    wanted = Number(index) - 1;
    at += index.length + 2;
  }
  const letter = format[at];
  if (letter === undefined || !/[A-Za-z]/.test(letter)) return wrong(format, at);
  const text = format.slice(from, at + 1);
  if (!"vtbdoxXeEfgGsq".includes(letter)) return `the verb ${text} is not one that format knows`;
  if (Number(width) > widest || Number(precision ?? 0) > widest) return `the verb ${text} asks for too long a text`;
  return {
    letter,
    text,
    argument: wanted,
    left: flags.has("-"),
    zeros: flags.has("0"),
    plus: flags.has("+"),
    space: flags.has(" "),
    sharp: flags.has("#"),
    width: width === "" ? undefined : Number(width),
    precision: precision === undefined ? undefined : Number(precision),
  };
}

function digitsAt(text: string, from: number): string {
  let to = from;
  while (to < text.length && to - from < 9 && text[to]! >= "0" && text[to]! <= "9") to++;
  return text.slice(from, to);
}

function wrong(format: string, at: number): string {
  return at >= format.length ? "the format ends inside a verb" : `"${format[at]}" cannot stand in a verb of a format`;
}
