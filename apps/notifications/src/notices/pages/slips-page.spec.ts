import { slipsPage } from './slips-page';

test('where every home is reached the page says so instead of staying white', () => {
  const page = slipsPage({ changed: null, texts: [{ title: '停水', body: '明日停水' }] }, 'N-1', [], '<svg/>');
  expect(page).toContain('无需打印');
  expect(page).not.toContain('<section>');
});
