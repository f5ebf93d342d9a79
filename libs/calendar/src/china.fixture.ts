import { siteCalendars } from './business-calendar';
import { holidaysOfChina } from './holidays-of-china';
import { proposedHours } from './service-hours';

/** A site in China with the hours and holidays that are shipped: papers 08:30–12:00, 13:30–17:30; desk and repairs till 18:00. */
export const chineseSite = siteCalendars('Asia/Shanghai', proposedHours, holidaysOfChina);

/** An instant by the wall clock of China: `2025-09-30 10:00`. */
export function china(shown: string): Date {
  return new Date(`${shown.replace(' ', 'T')}+08:00`);
}
