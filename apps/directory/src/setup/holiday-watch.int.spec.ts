import { Logger } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { Metrics } from '@property-office/service-kit';
import { DirectoryUnderTest } from '../directory.fixture';
import { HolidayWatch } from './holiday-watch';

let directory: DirectoryUnderTest;
let year: number;
const warned: string[] = [];

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  year = new Date((await directory.now()).getTime() + 8 * 3_600_000).getUTCFullYear();
  Logger.overrideLogger({ log: () => undefined, error: () => undefined, warn: (line: string) => void warned.push(line) });
});
afterAll(async () => {
  Logger.overrideLogger(false);
  await directory.close();
});

/** The office starts again with the holidays of these years entered. */
async function starts(...entered: number[]): Promise<string> {
  await directory.rows(`DELETE FROM office_rule WHERE kind = 'holidays'`);
  for (const each of entered)
    await directory.rows(
      `INSERT INTO office_rule (id, kind, subject_id, version, site_id, content, source, effective_from, recorded_at)
       VALUES ($1, 'holidays', $1, 0, NULL, $2, '{"zh":"","en":""}', '2020-01-01', '2020-01-01')`,
      [newId(), JSON.stringify({ year: each, days: [{ date: `${each}-01-01`, kind: 'holiday', name: { zh: '元旦', en: 'New Year' } }] })],
    );
  warned.length = 0;
  const metrics = new Metrics();
  await new HolidayWatch(directory.part(Database), metrics).onApplicationBootstrap();
  return metrics.registry.metrics();
}

test('G4: a year in use whose holidays nobody has entered is said in the log when the office starts, and counted', async () => {
  const counted = await starts(year - 1, year + 1);
  expect(warned).toEqual([`the public holidays of ${year} are not entered: company or operator, POST /api/holidays`]);
  expect(counted).toMatch(/holiday_years_missing\{[^}]*when="inUse"[^}]*\} 1\n/);
});

test('G4: nothing is said where this year and the next are entered', async () => {
  const counted = await starts(year, year + 1);
  expect(warned).toEqual([]);
  for (const when of ['inUse', 'soon']) expect(counted).toMatch(new RegExp(`holiday_years_missing\\{[^}]*when="${when}"[^}]*\\} 0\\n`));
});
