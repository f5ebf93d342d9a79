import type { NoticeContent } from '../domain/notice-content';
import { slipsPage } from './slips-page';

const content = { zh: { title: '停水', body: '明日停水' }, en: null, whatChanged: null } as unknown as NoticeContent;

test('where every home is reached the page says so instead of staying white', () => {
  const page = slipsPage(content, 'N-1', [], '<svg/>');
  expect(page).toContain('无需打印');
  expect(page).not.toContain('<section>');
});
