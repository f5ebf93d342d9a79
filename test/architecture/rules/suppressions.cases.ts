import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { suppressionViolations } from './suppressions';

it('nothing is silenced', () => {
  expect(unexcused(suppressionViolations(checkout()))).toEqual([]);
});

const path = 'libs/a/src/a.spec.ts';

it.each([
  ['const x = y as any;', 'casts to any'],
  ['const x = <any>y;', 'casts to any'],
  ['// @ts-ignore\nf();', 'silences a check by a comment'],
  ['f(() => {\n  g();\n  // @ts-expect-error\n});', 'silences a check by a comment'],
  ['f(); // eslint-disable-line', 'silences a check by a comment'],
  ['/* oxlint-disable */', 'silences a check by a comment'],
  [`it.only('works', () => {});`, 'leaves out tests by it.only'],
  [`describe.skip('works', () => {});`, 'leaves out tests by describe.skip'],
  [`test.only.each([])('works', () => {});`, 'leaves out tests by test.only.each'],
  [`it.todo('works');`, 'leaves out tests by it.todo'],
  [`xit('works', () => {});`, 'leaves out tests by xit'],
])('%s', (text, message) => {
  expect(unexcused(suppressionViolations(filesOf({ [path]: text })))).toContainEqual(
    expect.stringMatching(new RegExp(`^${path}:\\d+ ${message}$`)),
  );
});

it('a refusal of the compiler that a test expects is a check, elsewhere it is not', () => {
  const text = '// @ts-expect-error a database is no transaction\nf();';
  expect(unexcused(suppressionViolations(filesOf({ [path]: text, 'libs/a/src/a.ts': text })))).toEqual([
    'libs/a/src/a.ts:1 silences a check by a comment',
  ]);
});

it.each([
  `const text = '// @ts-ignore';`,
  'const x = y as unknown;',
  `it.each([])('works', () => {});`,
  'query.skip(3);',
  'const silencing = /@ts-ignore/;',
])('%s is fine', (text) => {
  expect(suppressionViolations(filesOf({ [path]: text }))).toEqual([]);
});
