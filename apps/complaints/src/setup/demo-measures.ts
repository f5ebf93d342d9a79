import { defaultTimeZone, monthOf } from '@property-office/calendar';
import type { CauseSource } from '@property-office/contracts';
import type { MeasureState } from '../domain/measure-states';

/** A measure in each state, the reviewed one of an earlier month. */
export const demoMeasures: ReadonlyArray<{ state: MeasureState; monthsAgo: number; source: CauseSource; cause: string; measure: string }> = [
  { state: 'reviewed', monthsAgo: 2, source: 'repairs', cause: 'water-leak', measure: '逐户检查老化的软管' },
  { state: 'done', monthsAgo: 0, source: 'repairs', cause: 'light', measure: '楼道灯换成声光控' },
  { state: 'set', monthsAgo: 0, source: 'complaints', cause: 'cleaning', measure: '楼道保洁改为一天两次' },
];

/** The month so many months before. */
export function monthBefore(now: Date, months: number): string {
  const [year, month] = monthOf(defaultTimeZone, now).split('-').map(Number) as [number, number];
  const count = year * 12 + month - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
