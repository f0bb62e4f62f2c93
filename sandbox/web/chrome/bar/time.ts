// Times of the site as the bar writes them, in UTC as on its pages.

const DAY_AND_TIME = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});
const TIME = new Intl.DateTimeFormat('en-US', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

/** Writes a day and a time, such as "Sun, Nov 29, 09:12 UTC". */
export function dayAndTime(ms: number): string {
  return `${DAY_AND_TIME.format(ms)} UTC`;
}

/** Writes a time with its seconds, such as "09:12:45". */
export function timeOfDay(ms: number): string {
  return TIME.format(ms);
}
