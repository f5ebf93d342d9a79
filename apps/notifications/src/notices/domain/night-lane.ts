import { businessCalendar, holidaysOfChina, isInService, proposedHours } from '@property-office/calendar';

/** The desk is not there: what cannot wait goes by the night lane (W2.4), and nothing goes by it while the desk is. */
export function isNight(timeZone: string, at: Date): boolean {
  return !isInService(businessCalendar(timeZone, proposedHours.desk, holidaysOfChina), at);
}

/** An instant as people of the site say it: `11月28日 02:30`. */
export function onTheWall(timeZone: string, at: Date): string {
  const part = new Intl.DateTimeFormat('en-CA', { timeZone, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const of = (type: string): string => part.find((each) => each.type === type)!.value;
  return `${Number(of('month'))}月${Number(of('day'))}日 ${of('hour')}:${of('minute')}`;
}
