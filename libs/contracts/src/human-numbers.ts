/** What people call by a number with a date in it, by the letter that begins it: no two have the same. */
const numbered = {
  A: 'proposal of a record',
  C: 'complaint',
  D: 'appraisal',
  F: 'draft of an outgoing document',
  I: 'measure against a cause',
  J: 'hand-over',
  K: 'copies of a record',
  L: 'loan',
  M: 'phone note',
  N: 'notice',
  P: 'mail',
  Q: 'contact',
  R: 'repair request',
  S: 'suggestion',
  U: 'stocktake',
  V: 'visitor',
  W: 'work order',
  X: 'destruction',
  Y: 'print job',
  Z: 'directive',
} as const;
export type NumberLetter = keyof typeof numbered;

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** `2026-11-28`, by the wall clock of China. */
export function dayInChina(at: Date): string {
  return days.format(at);
}

/**
 * `R-20261123-10007`: the day it was recorded, in China wherever the site is (docs/adr/2026-11-28-numbers-carry-the-date-of-one-zone.md), and the
 * next of a sequence that never restarts and may have gaps.
 */
export function datedNumber(letter: NumberLetter, recordedAt: Date, sequence: number | string): string {
  return `${letter}-${dayInChina(recordedAt).replaceAll('-', '')}-${sequence}`;
}
