import { scalar, type Value } from "../evaluate/value.ts";
import { type Builtin, computed } from "./call-site.ts";

export const dateFunctions: Readonly<Record<string, Builtin>> = {
  datetimeadd: computed(2, 3, ([base, duration, format], call) => {
    const date = readDate(textOf(base));
    const period = readDuration(textOf(duration));
    if (!date) return call.invalid("its first argument is no date");
    if (!period) return call.invalid("its second argument is no duration");
    const moved = addDuration(date, period);
    const text = formatDate(moved, format === undefined ? undefined : textOf(format));
    return text === undefined ? call.invalid("its format is not followed") : scalar(text);
  }),
  datetimefromepoch: computed(1, 1, ([seconds], call) => {
    const number = seconds?.form === "scalar" && typeof seconds.value === "number" ? seconds.value : Number.NaN;
    const date = new Date(number * 1000);
    return Number.isNaN(date.getTime()) ? call.invalid("its argument is no time") : scalar(isoSeconds(date));
  }),
  datetimetoepoch: computed(1, 1, ([text], call) => {
    const date = readDate(textOf(text));
    return date ? scalar(Math.floor(date.getTime() / 1000)) : call.invalid("its argument is no date");
  }),
};

function textOf(value: Value | undefined): string {
  return value?.form === "scalar" ? String(value.value) : "";
}

function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** ISO 8601 and its cousin with a space; without a zone it is UTC. */
function readDate(text: string): Date | undefined {
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  const compact = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})()Z$/.exec(text);
  const found = parts ?? compact;
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  const milliseconds = fraction ? Math.trunc(Number(fraction) * 1000) : 0;
  const date = new Date(time + milliseconds - zoneOffset(zone));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function zoneOffset(zone: string | undefined): number {
  if (!zone || zone.toUpperCase() === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

interface Duration {
  readonly sign: 1 | -1;
  readonly years: number;
  readonly months: number;
  readonly seconds: number;
}

function readDuration(text: string): Duration | undefined {
  const parts =
    /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(text);
  if (!parts || text.endsWith("P") || text.endsWith("T")) return undefined;
  const [, sign, ...numbers] = parts;
  const [years, months, weeks, days, hours, minutes, seconds] = numbers.map((number) =>
    Number(number ?? 0),
  ) as number[];
  const total = ((weeks! * 7 + days!) * 24 + hours!) * 3600 + minutes! * 60 + seconds!;
  return { sign: sign === "-" ? -1 : 1, years: years!, months: months!, seconds: total };
}

function addDuration(date: Date, { sign, years, months, seconds }: Duration): Date {
  const moved = new Date(date);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + sign * (years * 12 + months));
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, lastDay));
  return new Date(moved.getTime() + sign * seconds * 1000);
}

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const standardFormats: Readonly<Record<string, string>> = {
  d: "M/d/yyyy",
  D: "dddd, MMMM d, yyyy",
  f: "dddd, MMMM d, yyyy h:mm tt",
  F: "dddd, MMMM d, yyyy h:mm:ss tt",
  g: "M/d/yyyy h:mm tt",
  G: "M/d/yyyy h:mm:ss tt",
  m: "MMMM d",
  M: "MMMM d",
  o: "yyyy-MM-ddTHH:mm:ss.fffffffZ",
  O: "yyyy-MM-ddTHH:mm:ss.fffffffZ",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-ddTHH:mm:ss",
  t: "h:mm tt",
  T: "h:mm:ss tt",
  u: "yyyy-MM-dd HH:mm:ssZ",
  y: "MMMM yyyy",
  Y: "MMMM yyyy",
};

/** A date in a .NET format; without one as the general date with a long time. */
function formatDate(date: Date, format = "G"): string | undefined {
  const custom = format.length === 1 ? standardFormats[format] : format;
  if (custom === undefined || custom.length > 200) return undefined;
  return custom.replace(
    /'([^']*)'|\\(.)|yyyy|yy|MMMM|MMM|MM|M|dddd|ddd|dd|d|HH|H|hh|h|mm|m|ss|s|f{1,7}|tt|t|zzz|K/g,
    (token, quoted, escaped) => quoted ?? escaped ?? dateToken(date, token),
  );
}

function dateToken(date: Date, token: string): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const hour = date.getUTCHours();
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  switch (token) {
    case "yyyy":
      return String(date.getUTCFullYear()).padStart(4, "0");
    case "yy":
      return two(date.getUTCFullYear() % 100);
    case "MMMM":
      return months[date.getUTCMonth()]!;
    case "MMM":
      return months[date.getUTCMonth()]!.slice(0, 3);
    case "MM":
      return two(date.getUTCMonth() + 1);
    case "M":
      return String(date.getUTCMonth() + 1);
    case "dddd":
      return days[date.getUTCDay()]!;
    case "ddd":
      return days[date.getUTCDay()]!.slice(0, 3);
    case "dd":
      return two(date.getUTCDate());
    case "d":
      return String(date.getUTCDate());
    case "HH":
      return two(hour);
    case "H":
      return String(hour);
    case "hh":
      return two(twelve);
    case "h":
      return String(twelve);
    case "mm":
      return two(date.getUTCMinutes());
    case "m":
      return String(date.getUTCMinutes());
    case "ss":
      return two(date.getUTCSeconds());
    case "s":
      return String(date.getUTCSeconds());
    case "tt":
      return hour < 12 ? "AM" : "PM";
    case "t":
      return hour < 12 ? "A" : "P";
    case "zzz":
      return "+00:00";
    case "K":
      return "Z";
    default:
      return String(date.getUTCMilliseconds()).padStart(3, "0").padEnd(7, "0").slice(0, token.length);
  }
}
