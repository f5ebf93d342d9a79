import { checkout } from '../architecture/checkout';
import { filesOf } from '../architecture/source-file';
import { definedErrors, errorViolations } from './error-catalogue';

it('each error code has one meaning, in both languages', () => {
  const errors = definedErrors(checkout());
  expect(errors.map(({ code }) => code)).toContain('illegal-move');
  expect(errorViolations(errors)).toEqual([]);
});

const spec = (zh: string, en: string, kind = 'conflict', more = ''): string =>
  `{ kind: '${kind}', title: { zh: '${zh}', en: '${en}' }${more} }`;
const found = (...sources: string[]): string[] =>
  errorViolations(
    definedErrors(
      filesOf(
        Object.fromEntries(
          sources.map((specs, index) => [`apps/a/src/e${index}.ts`, `const e = defineErrors({ ${specs} });`]),
        ),
      ),
    ),
  );

it.each([
  ['once', [`tooLate: ${spec('太晚了', 'Too late')}`], []],
  [
    'twice with one meaning',
    [`tooLate: ${spec('太晚了', 'Too late')}`, `tooLate: ${spec('太晚了', 'Too late')}`],
    [],
  ],
  [
    'twice with details of its own',
    [
      `tooLate: ${spec('太晚了', 'Too late')}`,
      `tooLate: ${spec('太晚了', 'Too late', 'conflict', `, detail: { zh: '工单', en: 'order' }`)}`,
    ],
    [],
  ],
  [
    'with its detail in one language',
    [`tooLate: ${spec('太晚了', 'Too late', 'conflict', `, detail: { zh: '工单' }`)}`],
    ['apps/a/src/e0.ts:1 too-late has its detail in one language'],
  ],
  [
    'twice with two titles',
    [`tooLate: ${spec('太晚了', 'Too late')}`, `tooLate: ${spec('已过期', 'Too late')}`],
    ['apps/a/src/e1.ts:1 too-late means something else in apps/a/src/e0.ts'],
  ],
  [
    'twice with two kinds',
    [`tooLate: ${spec('太晚了', 'Too late')}`, `tooLate: ${spec('太晚了', 'Too late', 'invalid')}`],
    ['apps/a/src/e1.ts:1 too-late means something else in apps/a/src/e0.ts'],
  ],
  [
    'of one meaning under two codes',
    [`tooLate: ${spec('太晚了', 'Too late')}, overdue: ${spec('太晚了', 'Too late')}`],
    ['apps/a/src/e0.ts:1 overdue says the same as too-late in apps/a/src/e0.ts'],
  ],
  [
    'in snake case',
    [`too_late: ${spec('太晚了', 'Too late')}`],
    ['apps/a/src/e0.ts:1 too_late is not in kebab-case'],
  ],
  [
    'without Chinese',
    [`tooLate: ${spec('Too late', 'Too late')}`],
    ['apps/a/src/e0.ts:1 too-late has no Chinese title'],
  ],
  [
    'without English',
    [`tooLate: ${spec('太晚了', '太晚了')}`],
    ['apps/a/src/e0.ts:1 too-late has no English title'],
  ],
])('an error %s', (_, sources, expected) => {
  expect(found(...sources)).toEqual(expected);
});
