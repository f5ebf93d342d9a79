/** A date on the wall of a site, as the number of days since 1970-01-01. */
export type Day = number;

export const dayLength = 86_400_000;

/** @returns undefined for what is no date of the form YYYY-MM-DD */
export function dayOfDate(date: string): Day | undefined {
  const day = Date.parse(`${date}T00:00:00Z`) / dayLength;
  return Number.isInteger(day) && dateOf(day) === date ? day : undefined;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(day * dayLength).getUTCDay();
}

export function yearOf(day: Day): number {
  return new Date(day * dayLength).getUTCFullYear();
}

export function dateOf(day: Day): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}
