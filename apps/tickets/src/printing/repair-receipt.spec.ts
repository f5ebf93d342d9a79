import { repairReceipt } from './repair-receipt';

const repair = { number: 'R-20261123-10007', state: 'open' as const, description: '厨房水管漏水', happenedAt: new Date('2026-11-23T16:30:00Z'), preferredFrom: null, preferredTo: null };
const around = {
  site: { zh: '阳光花园', en: 'Sunshine Garden' },
  place: { zh: '3栋2单元501', en: 'Building 3, Entrance 2, 501' },
  category: { zh: '漏水', en: 'Water leak' },
  mergedInto: null,
  by: null,
  timeZone: 'Asia/Shanghai',
  url: 'https://office.example/follow/abc',
};

test('a preferred window is said on the clock of the site, where there is one', () => {
  const lines = (more: object) => JSON.stringify(repairReceipt({ ...repair, ...more }, around).what);
  expect(lines({})).not.toContain('Preferred window');
  expect(lines({ preferredFrom: new Date('2026-11-24T01:00:00Z'), preferredTo: new Date('2026-11-24T03:00:00Z') })).toContain('2026-11-24 09:00 – 2026-11-24 11:00');
});

test('of a double it says what goes on for it', () => {
  const mergedInto = { number: 'R-20261123-10001', status: { zh: '处理中', en: 'in progress' } };
  expect(repairReceipt(repair, around).came).toEqual([]);
  expect(repairReceipt(repair, { ...around, mergedInto }).came).toMatchObject([{ value: ['R-20261123-10001', { zh: '处理中' }] }]);
});
