import { noticeKinds } from '@property-office/contracts';
import { filled, nightTemplate, noticeTemplates } from './templates';

it('each kind has a template, in both languages with the same blanks', () => {
  expect(new Set(noticeTemplates.map(({ kind }) => kind))).toEqual(new Set(noticeKinds));
  const blanks = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const { zh, en } of noticeTemplates) expect(blanks(zh.body)).toEqual(blanks(en.body));
  for (const { zh, en } of noticeTemplates) expect(blanks(zh.body + en.body).every((blank) => ['{place}', '{from}', '{until}'].includes(blank))).toBe(true);
});

it('only some are for the night', () => {
  expect(nightTemplate('water-cut')?.kind).toBe('outage');
  expect(nightTemplate('planned-works')).toBeUndefined();
  expect(nightTemplate('nothing')).toBeUndefined();
});

it('place and time are all that is filled, and a place is taken as it is', () => {
  const { zh, en } = filled(nightTemplate('water-cut')!, { place: { zh: '1栋{from}', en: 'Building 1' }, from: { zh: '11月28日 02:30', en: '28 November, 02:30' }, until: null });
  expect(zh.body).toBe('1栋{from}自 11月28日 02:30 起停水。我们正在抢修，请关好水龙头。如需帮助请联系值班人员。');
  expect(en.body).toContain('at Building 1 from 28 November, 02:30.');
  const until = filled(nightTemplate('water-cut')!, { place: { zh: '1栋', en: 'Building 1' }, from: { zh: 'x', en: 'x' }, until: { zh: '28日 06:00', en: '06:00 on 28' } });
  expect(until.zh.body).toContain('起停水，预计 28日 06:00 恢复。');
  expect(until.en.body).toContain('from x until about 06:00 on 28.');
});
