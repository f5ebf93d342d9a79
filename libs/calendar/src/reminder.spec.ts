import { holidaysOfChina, proposedHours, reminderBefore, siteCalendars } from './index';

const { papers } = siteCalendars('Asia/Shanghai', proposedHours, holidaysOfChina);
const shown = (wall: string): Date => new Date(`2026-${wall.replace(' ', 'T')}:00+08:00`);

it.each([
  ['the day before', '11-26 15:00', '11-25 15:00'],
  ['on Friday of what is due on Monday', '11-30 10:00', '11-27 17:00'],
  ['in the morning of what is due after lunch', '11-26 13:00', '11-25 11:00'],
  ['before the National Day of what is due in it', '10-05 10:00', '09-30 17:00'],
])('reminds %s', (_, due, reminded) => {
  expect(reminderBefore(papers, shown(due))).toEqual(shown(reminded));
});
