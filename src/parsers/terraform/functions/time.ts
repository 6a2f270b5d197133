/** A moment with the offset in which it is written. */
export interface Time {
  /** Since 1970 in UTC. */
  readonly nanoseconds: bigint;
  /** In minutes, east of UTC. */
  readonly offset: number;
}

/** What a clock at the offset shows. */
export interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

const nanosecondsOfMinute = 60_000_000_000n;
const timestamp = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,30}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Reads a timestamp of RFC 3339, or says what is wrong. */
export function parseTime(text: string): Time | string {
  const parts = timestamp.exec(text);
  if (!parts) return `"${text}" is no timestamp such as 2024-02-29T12:00:00Z`;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [offsetHours, offsetMinutes] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  const validDay = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  if (!validDay || hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) {
    return `"${text}" has a part that is out of range`;
  }
  const offset = (offsetHours * 60 + offsetMinutes) * (parts[8] === "-" ? -1 : 1);
  const seconds = BigInt(daysSince1970(year, month, day)) * 86_400n + BigInt(hour * 3600 + minute * 60 + second);
  const fraction = BigInt((parts[7] ?? "").padEnd(9, "0").slice(0, 9));
  return { nanoseconds: seconds * 1_000_000_000n + fraction - BigInt(offset) * nanosecondsOfMinute, offset };
}

/** The timestamp of RFC 3339, without fractions of a second. */
export function timeText(time: Time): string {
  const { year, month, day, hour, minute, second } = clockOf(time);
  const two = (value: number) => String(value).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${time.offset === 0 ? "Z" : offsetText(time.offset, ":")}`;
}

export function offsetText(offset: number, between: string): string {
  const minutes = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${between}${two(minutes % 60)}`;
}

export function clockOf(time: Time): Clock {
  const local = time.nanoseconds + BigInt(time.offset) * nanosecondsOfMinute;
  const seconds = Number(floorDivide(local, 1_000_000_000n));
  const days = Math.floor(seconds / 86_400);
  const ofDay = seconds - days * 86_400;
  const date = dateOf(days);
  return {
    ...date,
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor((ofDay % 3600) / 60),
    second: ofDay % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

function floorDivide(value: bigint, by: bigint): bigint {
  const result = value / by;
  return value % by < 0n ? result - 1n : result;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Counts in years that begin in March, so that the leap day is the last one. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1 - 719_468;
}

function dateOf(days: number): { year: number; month: number; day: number } {
  let year = 1970 + Math.floor(days / 365.2425);
  while (daysSince1970(year + 1, 1, 1) <= days) year++;
  while (daysSince1970(year, 1, 1) > days) year--;
  let month = 12;
  while (daysSince1970(year, month, 1) > days) month--;
  return { year, month, day: days - daysSince1970(year, month, 1) + 1 };
}
