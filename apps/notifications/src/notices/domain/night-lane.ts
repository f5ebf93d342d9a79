import { isBetweenServiceDays, type SiteCalendars } from '@property-office/calendar';
import type { Localized } from '@property-office/kernel';

/**
 * The desk has not opened yet, has closed, or does not open that day: what cannot wait goes by the night lane (W2.4). Midday is
 * no night: a second person approves, as on all of the day.
 */
export function isNight({ desk }: Pick<SiteCalendars, 'desk'>, at: Date): boolean {
  return isBetweenServiceDays(desk, at);
}

/** An instant as people of the site say it: `11月28日 02:30`, `28 November, 02:30`. */
export function onTheWall(timeZone: string, at: Date): Localized {
  const parts = (month: 'numeric' | 'long') => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, month, day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
    return (type: Intl.DateTimeFormatPartTypes): string => format.find((each) => each.type === type)!.value;
  };
  const [of, inWords] = [parts('numeric'), parts('long')];
  const time = `${of('hour')}:${of('minute')}`;
  return { zh: `${Number(of('month'))}月${Number(of('day'))}日 ${time}`, en: `${inWords('day')} ${inWords('month')}, ${time}` };
}
