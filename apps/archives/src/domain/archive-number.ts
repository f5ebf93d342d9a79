import type { Retention } from '@property-office/contracts';
import { dayOnPaper } from './time-on-papers';

/** What items are numbered within: 全宗-门类·年度-保管期限-机构(问题), by DA/T 22. */
export interface Series {
  fonds: string;
  category: string;
  year: number;
  retention: Retention;
  office: string;
}

/** Codes as they stand in archive numbers: neither blanks nor the signs between the parts. */
export const fondsCode = /^[A-Z]{1,4}\d{2,4}$/;
export const officeCode = /^[A-Z]{2,6}$/;

/** `PM01-WS·2026-D30-KFB-0012`: an item has four digits or more. */
export function archiveNumber({ fonds, category, year, retention, office }: Series, item: number): string {
  return `${fonds}-${category}·${year}-${retention}-${office}-${String(item).padStart(4, '0')}`;
}

/** The year a record belongs to: that of what it is dated from, by the wall clock of China. */
export function recordYear(datedAt: Date): number {
  return Number(dayOnPaper(datedAt).slice(0, 4));
}
