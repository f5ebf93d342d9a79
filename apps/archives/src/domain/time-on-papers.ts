import { localTime, whenWallShows } from '@property-office/calendar';

/** Of all papers of the archives: China has one. */
export const paperZone = 'Asia/Shanghai';

/** A day and a time as people read them. */
export const momentOnPaper = (at: Date): string => localTime(at, paperZone);

/** A day as people read it. */
export const dayOnPaper = (at: Date): string => momentOnPaper(at).slice(0, 10);

const dayMs = 86_400_000;

/** The first moment of a day, YYYY-MM-DD. */
export function dayBegins(day: string): Date {
  const midnight = Date.parse(day);
  return new Date(whenWallShows(paperZone, midnight, midnight + dayMs)[0]!.from);
}
