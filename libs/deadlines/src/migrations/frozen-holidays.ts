import type { FrozenDay } from './frozen-rule';

const days = (name: FrozenDay['name'], kind: FrozenDay['kind'], ...dates: string[]): FrozenDay[] => dates.map((date) => ({ date, kind, name }));

const newYearDay = { zh: '元旦', en: "New Year's Day" };
const springFestival = { zh: '春节', en: 'Spring Festival' };
const tombSweepingDay = { zh: '清明节', en: 'Tomb-sweeping Day' };
const labourDay = { zh: '劳动节', en: 'Labour Day' };
const dragonBoatFestival = { zh: '端午节', en: 'Dragon Boat Festival' };
const midAutumnFestival = { zh: '中秋节', en: 'Mid-autumn Festival' };
const nationalDay = { zh: '国庆节', en: 'National Day' };

/** By year. Frozen: what migrations insert (`frozen-rules`). */
export const frozenHolidays: ReadonlyArray<{ year: number; days: readonly FrozenDay[] }> = [
  {
    year: 2024,
    days: [
      ...days(newYearDay, 'holiday', '2024-01-01'),
      ...days(springFestival, 'holiday', '2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16', '2024-02-17'),
      ...days(springFestival, 'make-up-workday', '2024-02-04', '2024-02-18'),
      ...days(tombSweepingDay, 'holiday', '2024-04-04', '2024-04-05', '2024-04-06'),
      ...days(tombSweepingDay, 'make-up-workday', '2024-04-07'),
      ...days(labourDay, 'holiday', '2024-05-01', '2024-05-02', '2024-05-03', '2024-05-04', '2024-05-05'),
      ...days(labourDay, 'make-up-workday', '2024-04-28', '2024-05-11'),
      ...days(dragonBoatFestival, 'holiday', '2024-06-10'),
      ...days(midAutumnFestival, 'holiday', '2024-09-15', '2024-09-16', '2024-09-17'),
      ...days(midAutumnFestival, 'make-up-workday', '2024-09-14'),
      ...days(nationalDay, 'holiday', '2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-05', '2024-10-06', '2024-10-07'),
      ...days(nationalDay, 'make-up-workday', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    days: [
      ...days(newYearDay, 'holiday', '2025-01-01'),
      ...days(springFestival, 'holiday', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'),
      ...days(springFestival, 'make-up-workday', '2025-01-26', '2025-02-08'),
      ...days(tombSweepingDay, 'holiday', '2025-04-04', '2025-04-05', '2025-04-06'),
      ...days(labourDay, 'holiday', '2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04', '2025-05-05'),
      ...days(labourDay, 'make-up-workday', '2025-04-27'),
      ...days(dragonBoatFestival, 'holiday', '2025-05-31', '2025-06-01', '2025-06-02'),
      ...days(nationalDay, 'holiday', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04', '2025-10-05'),
      ...days(nationalDay, 'make-up-workday', '2025-09-28', '2025-10-11'),
      ...days(midAutumnFestival, 'holiday', '2025-10-06'),
      ...days(nationalDay, 'holiday', '2025-10-07', '2025-10-08'),
    ],
  },
  {
    year: 2026,
    days: [
      ...days(newYearDay, 'holiday', '2026-01-01', '2026-01-02', '2026-01-03'),
      ...days(newYearDay, 'make-up-workday', '2026-01-04'),
      ...days(springFestival, 'holiday', '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'),
      ...days(springFestival, 'make-up-workday', '2026-02-14', '2026-02-28'),
      ...days(tombSweepingDay, 'holiday', '2026-04-04', '2026-04-05', '2026-04-06'),
      ...days(labourDay, 'holiday', '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'),
      ...days(labourDay, 'make-up-workday', '2026-05-09'),
      ...days(dragonBoatFestival, 'holiday', '2026-06-19', '2026-06-20', '2026-06-21'),
      ...days(midAutumnFestival, 'holiday', '2026-09-25', '2026-09-26', '2026-09-27'),
      ...days(nationalDay, 'holiday', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'),
      ...days(nationalDay, 'make-up-workday', '2026-09-20', '2026-10-10'),
    ],
  },
];
