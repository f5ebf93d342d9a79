/** A stretch of time between two instants, in ms since 1970 UTC; `to` is no longer in it. */
export interface Interval {
  from: number;
  to: number;
}

/** Of a site whose zone has not been said or heard of yet. */
export const defaultTimeZone = 'Asia/Shanghai';

const hour = 3_600_000;
/** No zone is further ahead of UTC, or behind it. */
const furthestAhead = 14 * hour;
const furthestBehind = 12 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

const day = 24 * hour;
const mostKept = 10_000;
/** Offsets by zone and UTC day, of days on which clocks are not changed: asking `Intl` is slow, and asked again and again. */
const steady = new Map<string, number>();

/**
 * How far the wall clock of an IANA zone is ahead of UTC at an instant, in ms. The wall clock shows `at + offset`.
 * @throws RangeError for a zone that does not exist
 */
export function offsetAt(timeZone: string, at: number): number {
  const start = Math.floor(at / day) * day;
  const key = `${timeZone} ${start}`;
  const kept = steady.get(key);
  if (kept !== undefined) return kept;
  const offset = askedOffset(timeZone, at);
  if (askedOffset(timeZone, start) === offset && askedOffset(timeZone, start + day) === offset) {
    if (steady.size >= mostKept) steady.clear();
    steady.set(key, offset);
  }
  return offset;
}

function askedOffset(timeZone: string, at: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(at)) ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === '-' ? -size : size) * 1_000;
}

/**
 * When the wall clock shows a time from `from` (included) to `to` (excluded); both are wall time, in ms as if it were UTC,
 * at most a day apart. One interval, or two that meet or lie apart where the clock is changed: an hour that is skipped has
 * no instants, one that is repeated has two hours of them.
 */
export function whenWallShows(timeZone: string, from: number, to: number): Interval[] {
  const earliest = from - furthestAhead;
  const latest = to + furthestBehind;
  const before = offsetAt(timeZone, earliest);
  const after = offsetAt(timeZone, latest);
  if (before === after) return [{ from: from - before, to: to - before }];
  const change = changeBetween(timeZone, earliest, latest, after);
  return [
    { from: from - before, to: Math.min(to - before, change) },
    { from: Math.max(from - after, change), to: to - after },
  ].filter((interval) => interval.from < interval.to);
}

/** The first instant with the new offset. Clocks are changed at most once within two days. */
function changeBetween(timeZone: string, earliest: number, latest: number, after: number): number {
  let old = earliest;
  let changed = latest;
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2);
    if (offsetAt(timeZone, middle) === after) changed = middle;
    else old = middle;
  }
  return changed;
}

/** An instant as the wall clock of a site shows it to people: `2026-11-23 17:30`. */
export function localTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}
