import type { RepairCategory } from '../domain/repair-categories';
import { reportPage } from './report-page';

const hostile = `<img src=x onerror="alert(1)">'&`;
const escaped = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&apos;&amp;';
const category = (code: string, parent: string | null, zh: string): RepairCategory =>
  ({ code, parent, name: { zh, en: code } }) as unknown as RepairCategory;
const report = {
  code: 'c0de',
  site: { zh: '阳光花园', en: 'Sunshine Garden' },
  place: { zh: '3栋大堂', en: 'Lobby' },
  categories: [category('water', null, '给排水'), category('water-leak', 'water', '漏水'), category('other', null, '其他')],
  visit: 'pass',
};

test('a group of categories cannot be chosen itself, what stands alone can', () => {
  const page = reportPage(report);
  expect(page).toContain('<optgroup label="给排水 · water"><option value="water-leak">漏水 · water-leak</option></optgroup><option value="other">');
  expect(page).not.toContain('<option value="water">');
});

test.each([
  ['place', { place: { zh: hostile, en: hostile } }],
  ['site', { site: { zh: hostile, en: hostile } }],
  ['category', { categories: [category('a', null, hostile)] }],
])('markup in the name of a %s is text', (_, change) => {
  const page = reportPage({ ...report, ...change });
  expect(page).not.toContain('<img');
  expect(page).toContain(escaped);
});
