import { volumeText, volumeTitle } from './living-volumes';

const home = { subject: 'home' as const, name: '3栋2单元501', n: 2, endedAt: new Date('2026-03-31T16:00:00Z') };

it('a volume is named by what it is of, and by the day of its end in China', () => {
  expect(volumeTitle(home)).toBe('3栋2单元501一户一档第2卷（产权至2026-04-01）');
  expect(volumeTitle({ ...home, subject: 'device', name: '客梯', n: 1 })).toBe('客梯一机一档第1卷（停用于2026-04-01）');
});

it('its list has a line for each paper, also of one that is on paper alone', () => {
  const papers = [
    { item: 3, title: '产权证明', happenedAt: new Date('2020-01-01T00:00:00Z'), files: [{ name: 'a.pdf' }, { name: 'b.pdf' }] },
    { item: 7, title: 'R-20260101-10001', happenedAt: new Date('2026-01-01T00:00:00Z'), files: [] },
  ];
  expect(volumeText(home, papers).split('\n').slice(1)).toEqual(['共 2 件。', '', '件号 | 题名 | 日期 | 文件', '3 | 产权证明 | 2020-01-01 | a.pdf、b.pdf', '7 | R-20260101-10001 | 2026-01-01 | —']);
});
