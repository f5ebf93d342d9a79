import { isBetweenServiceDays, type SiteCalendars } from '@property-office/calendar';

/**
 * The desk has not opened yet, has closed, or does not open that day: what cannot wait goes by the night lane (W2.4). Midday is
 * no night: a second person approves, as on all of the day.
 */
export function isNight({ desk }: Pick<SiteCalendars, 'desk'>, at: Date): boolean {
  return isBetweenServiceDays(desk, at);
}

/** An instant as people of the site say it: `11月28日 02:30`. */
export function onTheWall(timeZone: string, at: Date): string {
  const part = new Intl.DateTimeFormat('en-CA', { timeZone, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const of = (type: string): string => part.find((each) => each.type === type)!.value;
  return `${Number(of('month'))}月${Number(of('day'))}日 ${of('hour')}:${of('minute')}`;
}
