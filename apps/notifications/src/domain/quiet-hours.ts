import { offsetAt, whenWallShows } from '@property-office/calendar';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Minutes after midnight on the wall clock of the site; `from` is in, `to` is out; equal: never quiet. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Of groups, and of people who chose no others (22:00–07:00). */
export const usualQuietHours: QuietHours = { from: 22 * 60, to: 7 * 60 };

/**
 * Until when nobody is to be disturbed, as of `now`; undefined where it is not quiet. What the office's plans make urgent
 * does not ask (product.md, G5: reminders in service hours except P0/P1).
 */
export function quietUntil(now: Date, timeZone: string, { from, to }: QuietHours): Date | undefined {
  const wall = now.getTime() + offsetAt(timeZone, now.getTime());
  const midnight = Math.floor(wall / day) * day;
  const at = (wall - midnight) / minute;
  const quiet = from <= to ? at >= from && at < to : at >= from || at < to;
  if (!quiet) return undefined;
  const end = midnight + to * minute + (at < to ? 0 : day);
  // Where the clock is put forward over it, the first instant after.
  const [morning] = whenWallShows(timeZone, end, end + 3 * 60 * minute);
  return new Date(Math.max(morning!.from, now.getTime() + 1));
}

/** 1320 → `22:00`. */
export function wallTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `22:00` → 1320; undefined for what is no time of day. */
export function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
