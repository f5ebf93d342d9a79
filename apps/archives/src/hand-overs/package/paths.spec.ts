import { Paths, safeName } from './paths';

test.each([
  ['../../etc/passwd', '__.._etc_passwd'],
  ['C:\\windows\\a?.pdf', 'C__windows_a_.pdf'],
  ['合同\u202Efdp.exe', '合同_fdp.exe'],
  ['line\nbreak.pdf', 'line_break.pdf'],
  ['..', '_'],
  [' ', '_'],
  ['结尾.', '结尾_'],
  ['结尾. ', '结尾_'],
  ['结尾 .', '结尾_'],
  ['CON', '_CON'],
  ['nul', '_nul'],
  ['aux.txt', '_aux.txt'],
  ['Com1 .pdf', '_Com1 .pdf'],
  ['LPT¹.pdf', '_LPT¹.pdf'],
  ['CONOUT$', '_CONOUT$'],
  ['contract.pdf', 'contract.pdf'],
  ['com10.pdf', 'com10.pdf'],
])('%j is written as %s in a package', (name, safe) => expect(safeName(name)).toBe(safe));

test('a long name keeps its ending, and no letter of it is cut in two', () => {
  const safe = safeName(`${'档'.repeat(200)}.pdf`);
  expect(safe).toBe(`${'档'.repeat(48)}.pdf`);
});

test.each([' ', '.'])('a long name that is cut before %j does not end in it', (sign) => {
  expect(safeName(`${'a'.repeat(149)}${sign}${'b'.repeat(50)}`)).toBe(`${'a'.repeat(149)}_`);
});

test('no path is given twice, whatever a system thinks of capital letters', () => {
  const paths = new Paths();
  expect(['A.pdf', 'a.PDF', 'A.pdf'].map((name) => paths.take('records/1', name))).toEqual(['records/1/A.pdf', 'records/1/2-a.PDF', 'records/1/3-A.pdf']);
});
