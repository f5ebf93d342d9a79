import { receiptPage, type Receipt } from './receipt';

const receipt: Receipt = {
  title: { zh: '报修回执', en: 'Receipt of a repair request' },
  number: 'R-20261123-10007',
  site: { zh: '阳光花园', en: 'Sunshine Garden' },
  what: [
    { name: { zh: '地点', en: 'Place' }, value: { zh: '3栋2单元501', en: 'Building 3, Entrance 2, 501' } },
    { name: { zh: '问题', en: 'What was reported' }, value: '厨房水管漏水' },
  ],
  reportedAt: new Date('2026-11-23T16:30:00Z'),
  by: new Date('2026-11-26T10:00:00Z'),
  status: { zh: '待受理', en: 'open' },
  timeZone: 'Asia/Shanghai',
  url: 'https://office.example/follow/abc',
};

test('A5 in large type, in both languages, on the clock of the site: number, when, what, by when, whom to ask', () => {
  const page = receiptPage(receipt);
  expect(page).toContain('size: A5');
  expect(page).toContain('dd { margin: 0; font-size: 18pt;');
  for (const text of ['报修回执', 'Receipt of a repair request', 'R-20261123-10007', '3栋2单元501', '厨房水管漏水', '2026-11-24 00:30', '2026-11-26 18:00', '阳光花园客服前台', 'open'])
    expect(page).toContain(text);
});

test('what is promised in words is said in words, and what is over promises nothing', () => {
  expect(receiptPage({ ...receipt, by: { zh: '三个工作日内给出方案', en: 'a plan in three workdays' } })).toContain('三个工作日内给出方案');
  expect(receiptPage({ ...receipt, by: null })).not.toContain('最迟');
});

const markup = `</style><img src=x onerror="alert(1)">'&`;
test.each(['number', 'url'] as const)('markup in %s is text', (field) => {
  const page = receiptPage({ ...receipt, [field]: markup });
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;/style&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&apos;&amp;');
});

test.each(['title', 'site', 'status', 'by'] as const)('markup in the name of %s is text', (field) => {
  expect(receiptPage({ ...receipt, [field]: { zh: markup, en: markup } })).not.toContain('<img');
});

test.each(['what', 'came'] as const)('markup in a line of %s is text', (field) => {
  const name = { zh: markup, en: markup };
  const values = [name, [markup, name]];
  expect(receiptPage({ ...receipt, [field]: values.map((value) => ({ name, value })) })).not.toContain('<img');
});
