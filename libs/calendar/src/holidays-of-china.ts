import type { Localized } from '@property-office/kernel';
import { dateOf, dayOfDate } from './day';
import type { HolidayKind, HolidayRow } from './holidays';

/** One feast of a notice: the first and the last day off, and the weekend days worked instead. */
interface Arrangement {
  readonly name: Localized;
  readonly off: readonly [first: string, last: string];
  readonly worked?: readonly string[];
}

const newYear = { zh: '元旦', en: "New Year's Day" };
const springFestival = { zh: '春节', en: 'Spring Festival' };
const tombSweeping = { zh: '清明节', en: 'Tomb-sweeping Day' };
const labourDay = { zh: '劳动节', en: 'Labour Day' };
const dragonBoat = { zh: '端午节', en: 'Dragon Boat Festival' };
const midAutumn = { zh: '中秋节', en: 'Mid-autumn Festival' };
const nationalDay = { zh: '国庆节', en: 'National Day' };

/** Notices of the General Office of the State Council: 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号. */
const arrangements: readonly Arrangement[] = [
  { name: newYear, off: ['2024-01-01', '2024-01-01'] },
  { name: springFestival, off: ['2024-02-10', '2024-02-17'], worked: ['2024-02-04', '2024-02-18'] },
  { name: tombSweeping, off: ['2024-04-04', '2024-04-06'], worked: ['2024-04-07'] },
  { name: labourDay, off: ['2024-05-01', '2024-05-05'], worked: ['2024-04-28', '2024-05-11'] },
  { name: dragonBoat, off: ['2024-06-10', '2024-06-10'] },
  { name: midAutumn, off: ['2024-09-15', '2024-09-17'], worked: ['2024-09-14'] },
  { name: nationalDay, off: ['2024-10-01', '2024-10-07'], worked: ['2024-09-29', '2024-10-12'] },

  { name: newYear, off: ['2025-01-01', '2025-01-01'] },
  { name: springFestival, off: ['2025-01-28', '2025-02-04'], worked: ['2025-01-26', '2025-02-08'] },
  { name: tombSweeping, off: ['2025-04-04', '2025-04-06'] },
  { name: labourDay, off: ['2025-05-01', '2025-05-05'], worked: ['2025-04-27'] },
  { name: dragonBoat, off: ['2025-05-31', '2025-06-02'] },
  { name: nationalDay, off: ['2025-10-01', '2025-10-05'], worked: ['2025-09-28', '2025-10-11'] },
  { name: midAutumn, off: ['2025-10-06', '2025-10-06'] },
  { name: nationalDay, off: ['2025-10-07', '2025-10-08'] },

  { name: newYear, off: ['2026-01-01', '2026-01-03'], worked: ['2026-01-04'] },
  { name: springFestival, off: ['2026-02-15', '2026-02-23'], worked: ['2026-02-14', '2026-02-28'] },
  { name: tombSweeping, off: ['2026-04-04', '2026-04-06'] },
  { name: labourDay, off: ['2026-05-01', '2026-05-05'], worked: ['2026-05-09'] },
  { name: dragonBoat, off: ['2026-06-19', '2026-06-21'] },
  { name: midAutumn, off: ['2026-09-25', '2026-09-27'] },
  { name: nationalDay, off: ['2026-10-01', '2026-10-07'], worked: ['2026-09-20', '2026-10-10'] },
];

/** Public holidays and make-up workdays of mainland China, 2024–2026: the first rows of the table that offices edit. */
export const holidaysOfChina: readonly HolidayRow[] = arrangements.flatMap(({ name, off, worked = [] }) => {
  const row =
    (kind: HolidayKind) =>
    (date: string): HolidayRow => ({ date, kind, name });
  return [...datesBetween(...off).map(row('holiday')), ...worked.map(row('make-up-workday'))];
});

function datesBetween(first: string, last: string): string[] {
  const start = dayOfDate(first)!;
  return Array.from({ length: dayOfDate(last)! - start + 1 }, (_, index) => dateOf(start + index));
}
