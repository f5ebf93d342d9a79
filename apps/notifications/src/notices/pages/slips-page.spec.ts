import type { Door } from '@property-office/home-care';
import { slipsPage } from './slips-page';

const posting = { changed: null, texts: [{ title: '停水', body: '明日停水' }] };
const pageOf = (left: number): string => slipsPage(posting, 'N-1', { homes: [], left }, '<svg/>');
const home = (label: string, door: Door | null = null) => ({ homeId: label, label, labelEn: label, leftAt: null, correctedAt: null, door });

/** There is nothing to say of it at the door. */
const onlyContact = { wishes: '', noPhone: false, contactId: '0190b1f2-0000-7000-8000-000000000001' };

test('where nothing is to be printed the page says why instead of staying white', () => {
  expect(pageOf(0)).toContain('每户都有渠道可以送达，无需打印');
  expect(pageOf(3)).toContain('入户通知单已全部送达，无需打印');
  for (const left of [0, 3]) expect(pageOf(left)).not.toContain('<section');
});

test('whoever goes there reads on a sheet of their own what a household wishes, and no slip says it (W6.4)', () => {
  const homes = [home('101', { wishes: '中午休息 & 勿扰', noPhone: false, contactId: null }), home('102'), home('103', { wishes: '', noPhone: true, contactId: null }), home('104', onlyContact)];
  const [sheet, ...slips] = slipsPage(posting, 'N-1', { homes, left: 0 }, '<svg/>').split('<section');
  expect(sheet).toMatch(/送达须知[^]*<b>101<\/b>　中午休息 &amp; 勿扰<\/li><li><b>103<\/b>　（家中没有电话/);
  expect(sheet).not.toMatch(/102|104/);
  expect(slips.map((slip) => [slip.includes('中午休息'), slip.startsWith(' class="large"')])).toEqual([[false, false], [false, false], [false, true], [false, false]]);
  for (const each of [home('102'), home('104', onlyContact)]) expect(slipsPage(posting, 'N-1', { homes: [each], left: 0 }, '<svg/>')).not.toContain('送达须知');
});
