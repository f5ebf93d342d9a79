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

/** @throws bad-holiday for what is no date, or for two rows of one date; it names the row as one of the `days` that were sent */
export function holidayTable(rows: readonly HolidayRow[]): HolidayTable {
  const table = new Map<Day, HolidayKind>();
  for (const [index, { date, kind }] of rows.entries()) {
    const day = dayOfDate(date);
    if (day === undefined || table.has(day)) throw badHoliday(index, date);
    table.set(day, kind);
  }
  return table;
}

function badHoliday(index: number, date: string) {
  const message = { zh: `${date} 不是日期，或出现两次`, en: `${date} is no date, or stands there twice` };
  return calendarErrors.badHoliday({ date }, { fields: [{ pointer: `/days/${index}/date`, message }] });
}
