import { placeSheet } from './place-sheet';

test('what is typed into a name is text on the sheet, and both languages stand there', () => {
  const sheet = placeSheet({
    site: { zh: '阳光花园', en: 'Sunshine Garden' },
    place: { zh: '<script>alert(1)</script>"大堂"', en: "Lobby & 'hall'" },
    url: 'https://office.example/report/abc',
  });
  expect(sheet).not.toContain('<script');
  expect(sheet).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;大堂&quot;');
  expect(sheet).toContain('Lobby &amp; &apos;hall&apos;');
  for (const text of ['阳光花园', 'Sunshine Garden', '扫码报修', 'Scan to report']) expect(sheet).toContain(text);
  expect(sheet).toMatch(/<path d="M0 0h1v1h-1z/);
});
