import { archiveNumber, fondsCode, officeCode, recordYear } from './archive-number';

const series = { fonds: 'PM01', category: 'WS', year: 2026, retention: 'D30' as const, office: 'KFB' };

test('an archive number is that of DA/T 22, its item of four digits or more', () => {
  expect(archiveNumber(series, 12)).toBe('PM01-WS·2026-D30-KFB-0012');
  expect(archiveNumber({ ...series, retention: 'Y' }, 12_345)).toBe('PM01-WS·2026-Y-KFB-12345');
});

test('the year is that of China: the last evening of a year in UTC is the next one there', () => {
  expect(recordYear(new Date('2026-12-31T15:59:59Z'))).toBe(2026);
  expect(recordYear(new Date('2026-12-31T16:00:00Z'))).toBe(2027);
});

test.each(['PM01', 'A0001'])('%s may begin an archive number', (code) => expect(code).toMatch(fondsCode));
test.each(['PM-01', 'pm01', 'PM', '01', 'PM01 '])('“%s” may not', (code) => expect(code).not.toMatch(fondsCode));
test.each(['K', 'KF-B', '客服部'])('“%s” is no office', (code) => expect(code).not.toMatch(officeCode));
