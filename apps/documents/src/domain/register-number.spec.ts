import { folderOf, registerNumber, registerYear, yearFolder } from './register-number';

it('numbers a document by the year of China, without leading zeros', () => {
  expect(registerYear(new Date('2026-12-31T15:59:59Z'))).toBe(2026);
  expect(registerYear(new Date('2026-12-31T16:00:00Z'))).toBe(2027);
  expect(registerNumber('收文', 2026, 7)).toBe('收文〔2026〕7号');
});

it('puts a paper where its register, year and number say, in the order of numbers (W1.3)', () => {
  expect(folderOf(registerNumber('收文', 2026, 7))).toBe('收文/2026/0007');
  expect(folderOf(registerNumber('物〔甲〕函', 2026, 12_345))).toBe('物〔甲〕函/2026/12345');
  expect(yearFolder('../党\\收', 2026)).toBe('..-党-收/2026');
});
