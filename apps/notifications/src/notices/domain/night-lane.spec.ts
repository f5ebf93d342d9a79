import { holidaysOfChina, proposedHours, siteCalendars } from '@property-office/calendar';
import { isNight, onTheWall } from './night-lane';

const proposed = siteCalendars('Asia/Shanghai', proposedHours, holidaysOfChina);

it.each([
  ['2026-11-28T02:30:00+08:00', true],
  ['2026-11-28T08:29:59+08:00', true],
  ['2026-11-28T08:30:00+08:00', false],
  ['2026-11-28T12:00:00+08:00', false],
  ['2026-11-28T12:30:00+08:00', false],
  ['2026-11-28T13:29:59+08:00', false],
  ['2026-11-28T17:59:59+08:00', false],
  ['2026-11-28T18:00:00+08:00', true],
])('at %s the night lane is open: %s', (at, open) => {
  expect(isNight(proposed, new Date(at))).toBe(open);
});

it.each([
  ['a workday before the desk opens', '2026-12-02T08:45:00+08:00', true],
  ['a workday while the desk is there', '2026-12-02T10:00:00+08:00', false],
  ['a workday after the desk has closed', '2026-12-02T17:00:00+08:00', true],
  ['a Sunday, when the desk does not open', '2026-12-06T10:00:00+08:00', true],
  ['a holiday, when the desk does not open', '2027-01-01T10:00:00+08:00', true],
])('goes by the hours and holidays of the site: %s', (_, at, open) => {
  const shifts = [{ from: '09:00', to: '16:30' }];
  const desk = { workday: shifts, saturday: shifts, sunday: [], holiday: [] };
  const holidays = [{ date: '2027-01-01', kind: 'holiday' as const, name: { zh: '元旦', en: 'New Year' } }];
  expect(isNight(siteCalendars('Asia/Shanghai', { ...proposedHours, desk }, holidays), new Date(at))).toBe(open);
});

it('goes by the wall of the site', () => {
  const at = new Date('2026-11-27T18:30:00Z');
  expect(onTheWall('Asia/Shanghai', at)).toEqual({ zh: '11月28日 02:30', en: '28 November, 02:30' });
  expect(onTheWall('Asia/Urumqi', at)).toEqual({ zh: '11月28日 00:30', en: '28 November, 00:30' });
  expect(isNight(siteCalendars('Europe/London', proposedHours, []), new Date('2026-11-28T10:00:00Z'))).toBe(false);
});
