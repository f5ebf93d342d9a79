import { missingHolidays, RuleBook, ruleOf, type RuleRow } from '@property-office/deadlines';
import type { Client } from 'pg';

/** Years whose public holidays nobody has entered, by directory's table: the running one, and one that comes soon. */
export async function holidaysMissing(database: Client): Promise<ReturnType<typeof missingHolidays>> {
  const { rows } = await database.query<RuleRow & { now: Date }>(
    `SELECT id, kind, site_id, content, source, effective_from, recorded_at, platform.now() AS now FROM directory.office_rule WHERE kind = 'holidays'`,
  );
  return missingHolidays(new RuleBook(rows.map(ruleOf), new Map()), rows[0]!.now);
}

/** A year in use is a concern; the next one is said in time and is none yet. */
export function holidayLine(years: readonly number[]): string[] {
  return years.map((year) => `the public holidays of ${year} are not entered, it is counted with plain weeks: company or operator, by docs/runbook.md, A year is missing in the calendar`);
}
