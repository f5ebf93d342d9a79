import { calendarErrors } from './calendar-errors';

/** Units of G4, said each time. Service minutes and hours run only while the function serves. */
export const units = ['minutes', 'hours', 'service-minutes', 'service-hours', 'days', 'workdays'] as const;
export type Unit = (typeof units)[number];

export interface Duration {
  readonly amount: number;
  readonly unit: Unit;
}

const minute = 60_000;
const hour = 60 * minute;

/** Length of the units that are measured rather than counted, in ms. */
const lengths = { minutes: minute, hours: hour, 'service-minutes': minute, 'service-hours': hour };

/** @returns undefined for units that are counted: days and workdays */
export function lengthOf(unit: Unit): number | undefined {
  return unit === 'days' || unit === 'workdays' ? undefined : lengths[unit];
}

export function inService(unit: Unit): boolean {
  return unit === 'service-minutes' || unit === 'service-hours';
}

/** @throws bad-duration for an amount that is negative or endless, or for a part of a day */
export function checkDuration({ amount, unit }: Duration): void {
  const counted = lengthOf(unit) === undefined;
  if (!(Number.isFinite(amount) && amount >= 0) || (counted && !Number.isInteger(amount)))
    throw calendarErrors.badDuration({ amount, unit });
}
