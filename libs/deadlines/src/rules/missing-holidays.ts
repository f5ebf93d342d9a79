import { missingYears } from '@property-office/calendar';
import type { RuleBook } from './rule-book';

const anySite = '';
/** The notice for the next year comes out in November. */
const ahead = 60 * 24 * 60 * 60_000;

/**
 * Years of which nobody has entered the public holidays: `inUse` the one that runs, `soon` the one that comes within 60
 * days. They are counted with plain weeks until then.
 */
export function missingHolidays(book: RuleBook, now: Date): { inUse: number[]; soon: number[] } {
  const { papers } = book.of(anySite, now).calendars;
  const inUse = missingYears(papers, now, now);
  const soon = missingYears(papers, now, new Date(now.getTime() + ahead)).filter((year) => !inUse.includes(year));
  return { inUse, soon };
}
