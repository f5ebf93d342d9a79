import { localTime, whenWallShows } from './wall-clock';

const day = 24 * 3_600_000;

/** The month that the calendar of a site shows: `2026-11`. */
export function monthOf(timeZone: string, at: Date): string {
  return localTime(at, timeZone).slice(0, 7);
}

/** `2026-12` of `2026-11`. */
export function monthAfter(month: string): string {
  const [year, number] = numbersOf(month);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

/** The first moment of `2026-11` by the wall clock of a site. */
export function monthBegins(timeZone: string, month: string): Date {
  const [year, number] = numbersOf(month);
  const midnight = Date.UTC(year, number - 1, 1);
  return new Date(whenWallShows(timeZone, midnight, midnight + day)[0]!.from);
}

const numbersOf = (month: string): [number, number] => month.split('-').map(Number) as [number, number];
