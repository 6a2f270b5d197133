/** A span of time as written; `minutes` is undefined where the text is no duration its source accepts. */
export interface Duration {
  readonly text: string;
  readonly minutes: number | undefined;
}

const longestDuration = 64;

/** Minutes of an ISO 8601 duration of weeks, days, hours, minutes and seconds; undefined when the text is none. */
export function minutesOfIsoDuration(text: string): number | undefined {
  if (text.length > longestDuration) return undefined;
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!match || /[PT]$/.test(text)) return undefined;
  const [, weeks = "0", days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
  return Number(weeks) * 10080 + Number(days) * 1440 + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}
