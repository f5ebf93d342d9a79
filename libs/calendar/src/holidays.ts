import type { Localized } from '@property-office/kernel';
import { calendarErrors } from './calendar-errors';
import { dayOfDate, type Day } from './day';

export type HolidayKind = 'holiday' | 'make-up-workday';

/** A row of the editable table of one country: a day that is not what its weekday says. */
export interface HolidayRow {
  /** YYYY-MM-DD, a date on the wall of the site. */
  readonly date: string;
  readonly kind: HolidayKind;
  readonly name: Localized;
}

/** The rows by day, for looking up. */
export type HolidayTable = ReadonlyMap<Day, HolidayKind>;

/** @throws bad-holiday for what is no date, or for two rows of one date */
export function holidayTable(rows: readonly HolidayRow[]): HolidayTable {
  const table = new Map<Day, HolidayKind>();
  for (const { date, kind } of rows) {
    const day = dayOfDate(date);
    if (day === undefined || table.has(day)) throw calendarErrors.badHoliday({ date });
    table.set(day, kind);
  }
  return table;
}
