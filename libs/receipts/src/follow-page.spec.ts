import { followPage } from './follow-page';

test('what becomes of a thing is told on the clock of the site, as text, and asks for no script', () => {
  const hostile = `<img src=x onerror="alert(1)">'&`;
  const at = new Date('2026-11-23T16:30:00Z');
  const rows = [{ name: { zh: hostile, en: hostile }, value: [hostile, { zh: hostile, en: hostile }] }];
  const page = followPage({ title: { zh: '报修进度', en: 'Report' }, number: hostile, status: { zh: '处理中', en: 'in progress' }, rows, reportedAt: at, changedAt: at, timeZone: 'Asia/Shanghai' });
  for (const shown of ['处理中', 'in progress', '2026-11-24 00:30', '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&apos;&amp;']) expect(page).toContain(shown);
  expect(page).not.toMatch(/<script|<img/);
});
