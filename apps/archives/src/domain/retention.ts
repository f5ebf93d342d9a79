import type { Retention } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

export const retentionNames: Record<Retention, Localized> = {
  Y: { zh: '永久', en: 'permanent' },
  D30: { zh: '30年', en: '30 years' },
  D10: { zh: '10年', en: '10 years' },
};

const years: Record<Retention, number> = { Y: Infinity, D30: 30, D10: 10 };

/** Nothing is over sooner, and appraisals only add to it. */
export const fewestYears = Math.min(...Object.values(years));

/** What a rule says is the least: a record may be kept for longer, never for less. */
export function isShorter(retention: Retention, than: Retention): boolean {
  return years[retention] < years[than];
}

/**
 * The last year it is kept in: it runs from the first of January after the year it belongs to.
 * @returns null for one that is kept for ever
 */
export function lastYearKept(year: number, retention: Retention): number | null {
  return retention === 'Y' ? null : year + years[retention];
}
