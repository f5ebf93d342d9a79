import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessCalendar, kindOfDay } from './business-calendar';
import { dateOf, dayOfDate, weekdayOf, yearOf } from './day';
import { holidaysOfChina } from './holidays-of-china';
import { proposedHours } from './service-hours';

const calendar = businessCalendar('Asia/Shanghai', proposedHours.papers, holidaysOfChina);

function datesOf(year: number, kind: string): string[] {
  const first = dayOfDate(`${year}-01-01`)!;
  const days = Array.from({ length: 366 }, (_, index) => first + index);
  return days.filter((day) => yearOf(day) === year && kindOfDay(calendar, day) === kind).map(dateOf);
}

describe('the holidays that are shipped', () => {
  it.each([
    [2024, 28, 8, 251],
    [2025, 28, 5, 248],
    [2026, 33, 6, 248],
  ])(
    'of %i are %i days off and %i days worked instead, which leaves %i workdays',
    (year, off, worked, workdays) => {
      const rows = holidaysOfChina.filter(({ date }) => date.startsWith(String(year)));
      expect(rows.filter(({ kind }) => kind === 'holiday')).toHaveLength(off);
      expect(rows.filter(({ kind }) => kind === 'make-up-workday')).toHaveLength(worked);
      expect(datesOf(year, 'holiday')).toHaveLength(off);
      expect(datesOf(year, 'workday')).toHaveLength(workdays);
    },
  );

  it('are made up for on weekends', () => {
    const worked = holidaysOfChina.filter(({ kind }) => kind === 'make-up-workday');
    expect(worked.map(({ date }) => weekdayOf(dayOfDate(date)!)).every((weekday) => weekday % 6 === 0)).toBe(
      true,
    );
  });

  it('have Mid-autumn in the middle of National Day in 2025', () => {
    const names = holidaysOfChina
      .filter(({ date }) => date.startsWith('2025-10-0'))
      .map(({ name }) => name.zh);
    expect(names).toEqual([...Array.from({ length: 5 }, () => '国庆节'), '中秋节', '国庆节', '国庆节']);
  });

  it('are, day by day of the three years, those of a list that agrees with two public packages (G4)', () => {
    const kinds: Readonly<Record<string, string>> = { holiday: 'holiday', makeup_workday: 'make-up-workday' };
    // 清明 or 清明节: the two write some names shorter.
    const feast = (name: string) => name.replace(/节$/, '');
    const [heads, ...rows] = readFileSync(join(__dirname, 'holidays-cn-2024-2026.fixture.csv'), 'utf8').trim().split('\n');
    const at = (name: string) => heads!.split(',').indexOf(name);
    const listed = rows.map((row) => row.split(',')).map((cells) => `${cells[at('date')]} ${kinds[cells[at('type')]!]} ${feast(cells[at('name_zh')]!)}`);
    expect(listed).toHaveLength(108);
    expect([...holidaysOfChina].map(({ date, kind, name }) => `${date} ${kind} ${feast(name.zh)}`).sort()).toEqual(listed.sort());
  });
});
