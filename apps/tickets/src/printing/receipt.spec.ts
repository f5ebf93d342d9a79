import { receiptPage, type Receipt } from './receipt';

const receipt: Receipt = {
  number: 'R-20261123-10007',
  site: { zh: '阳光花园', en: 'Sunshine Garden' },
  place: { zh: '3栋2单元501', en: 'Building 3, Entrance 2, 501' },
  category: { zh: '漏水', en: 'Water leak' },
  status: { zh: '待受理', en: 'open' },
  description: '厨房水管漏水',
  reportedAt: new Date('2026-11-23T16:30:00Z'),
  preferredWindow: null,
  timeZone: 'Asia/Shanghai',
  url: 'https://office.example/follow/abc',
};

test('A5 in large type, in both languages, on the clock of the site', () => {
  const page = receiptPage(receipt);
  expect(page).toContain('size: A5');
  for (const text of ['报修回执', 'Receipt of a repair request', 'R-20261123-10007', '3栋2单元501', '2026-11-24 00:30'])
    expect(page).toContain(text);
  expect(page).not.toContain('Preferred window');
  const window = { from: new Date('2026-11-24T01:00:00Z'), to: new Date('2026-11-24T03:00:00Z') };
  expect(receiptPage({ ...receipt, preferredWindow: window })).toContain('2026-11-24 09:00 – 2026-11-24 11:00');
});

test.each(['description', 'number', 'url'] as const)('markup in %s is text', (field) => {
  const page = receiptPage({ ...receipt, [field]: `<img src=x onerror="alert(1)">'&` });
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&apos;&amp;');
});

test.each(['site', 'place', 'category', 'status'] as const)('markup in the name of %s is text', (field) => {
  const name = { zh: '</style><script>1</script>', en: '<b>' };
  const page = receiptPage({ ...receipt, [field]: name });
  expect(page).not.toContain('<script');
  expect(page).not.toContain('<b>');
});
