import { slipsPage } from './slips-page';

const pageOf = (left: number): string => slipsPage({ changed: null, texts: [{ title: '停水', body: '明日停水' }] }, 'N-1', { homes: [], left }, '<svg/>');

test('where nothing is to be printed the page says why instead of staying white', () => {
  expect(pageOf(0)).toContain('每户都有渠道可以送达，无需打印');
  expect(pageOf(3)).toContain('入户通知单已全部送达，无需打印');
  for (const left of [0, 3]) expect(pageOf(left)).not.toContain('<section>');
});
