import { type Clock, clockOf, offsetText, type Time } from "./time.ts";

const months = "January February March April May June July August September October November December".split(" ");
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** What each run of a letter stands for; runs of other lengths are wrong. */
const verbs: Readonly<Record<string, (clock: Clock, offset: number) => string>> = {
  YYYY: ({ year }) => String(year).padStart(4, "0"),
  YY: ({ year }) => two(year % 100),
  MMMM: ({ month }) => months[month - 1]!,
  MMM: ({ month }) => months[month - 1]!.slice(0, 3),
  MM: ({ month }) => two(month),
  M: ({ month }) => String(month),
  DD: ({ day }) => two(day),
  D: ({ day }) => String(day),
  EEEE: ({ weekday }) => weekdays[weekday]!,
  EEE: ({ weekday }) => weekdays[weekday]!.slice(0, 3),
  hh: ({ hour }) => two(hour),
  h: ({ hour }) => String(hour),
  HH: ({ hour }) => two(hour % 12 || 12),
  H: ({ hour }) => String(hour % 12 || 12),
  AA: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  aa: ({ hour }) => (hour < 12 ? "am" : "pm"),
  mm: ({ minute }) => two(minute),
  m: ({ minute }) => String(minute),
  ss: ({ second }) => two(second),
  s: ({ second }) => String(second),
  ZZZZZ: (_, offset) => offsetText(offset, ":"),
  ZZZZ: (_, offset) => offsetText(offset, ""),
  ZZZ: (_, offset) => (offset === 0 ? "UTC" : offsetText(offset, "")),
  Z: (_, offset) => (offset === 0 ? "Z" : offsetText(offset, ":")),
};

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Writes a time in the format of `formatdate`: letters are verbs, text stands between single quotes. */
export function formatDate(format: string, time: Time): { text: string } | { wrong: string } {
  const clock = clockOf(time);
  const parts: string[] = [];
  let at = 0;
  while (at < format.length) {
    const character = format[at]!;
    if (character === "'" && format[at + 1] === "'") {
      parts.push("'");
      at += 2;
      continue;
    }
    if (character === "'") {
      const literal = readLiteral(format, at);
      if (!literal) return { wrong: "a literal text in the format does not end with a quote" };
      parts.push(literal.text);
      at = literal.to;
      continue;
    }
    let to = at + 1;
    while (to < format.length && format[to] === character) to++;
    const run = format.slice(at, to);
    if (isLetter(character)) {
      const verb = Object.hasOwn(verbs, run) ? verbs[run] : undefined;
      if (!verb) return { wrong: `the format cannot hold "${run.slice(0, 20)}" outside of quotes` };
      parts.push(verb(clock, time.offset));
    } else parts.push(run);
    at = to;
  }
  return { text: parts.join("") };
}

function isLetter(character: string): boolean {
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z");
}

/** Two quotes inside a literal are one. */
function readLiteral(format: string, from: number): { text: string; to: number } | undefined {
  const parts: string[] = [];
  for (let at = from + 1; ; ) {
    const quote = format.indexOf("'", at);
    if (quote < 0) return undefined;
    parts.push(format.slice(at, quote));
    if (format[quote + 1] !== "'") return { text: parts.join(""), to: quote + 1 };
    parts.push("'");
    at = quote + 2;
  }
}
