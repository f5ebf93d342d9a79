/** A month by the wall clock of China, as the years of records are. */
export interface CalendarMonth {
  /** `2026-11`. */
  month: string;
  from: Date;
  /** Its first moment that is not of it any more. */
  to: Date;
}

const monthInChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' });
const dayInChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

export function monthOf(at: Date): string {
  return monthInChina.format(at);
}

/** `2026-11-28`. */
export function dayOf(at: Date): string {
  return dayInChina.format(at);
}

export function calendarMonth(month: string): CalendarMonth {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { month, from: begins(month), to: begins(next) };
}

/** What is made of a month as a whole is dated from its last moment. */
export function lastMomentOf({ to }: Pick<CalendarMonth, 'to'>): Date {
  return new Date(to.getTime() - 1);
}

/** `2026年11月`. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

const begins = (month: string): Date => new Date(`${month}-01T00:00:00+08:00`);
