/** What a year's papers still lack when they are arranged and handed to the archives (W1.3). */
export interface MissingCounts {
  /** In a register, and neither filed nor void. */
  unfiled: number;
  /** Filed, and no record of the archives yet. */
  unaccepted: number;
  /** Numbers of registers that nothing has. */
  gaps: number;
}

const hour = 3_600_000;
/** Midnight in China is 16:00 UTC of the day before. */
const chinaMidnight = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day) - 8 * hour);
const morning = (year: number, month: number, day: number): Date => new Date(chinaMidnight(year, month, day).getTime() + 9 * hour);

/** The papers of a year are handed over until the end of 30 June of the next, by the clock of China. */
export function tidyUpDue(year: number): Date {
  return chinaMidnight(year + 1, 7, 1);
}

/** When the year is over, and its papers can be tidied up. */
export function yearOver(year: number): Date {
  return chinaMidnight(year + 1, 1, 1);
}

/** Mornings on which somebody is reminded: three before the date, and the one after it. */
export function tidyUpReminders(year: number): Date[] {
  return [morning(year + 1, 6, 1), morning(year + 1, 6, 15), morning(year + 1, 6, 29), morning(year + 1, 7, 1)];
}

export function isWhole({ unfiled, unaccepted, gaps }: MissingCounts): boolean {
  return unfiled + unaccepted + gaps === 0;
}
