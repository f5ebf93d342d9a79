import { services } from '../../../apps/all-in-one/src/services';
import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { migrationViolations, misordered } from './migrations';

it('migrations are named by their time and listed', () => {
  expect(unexcused(migrationViolations(checkout()))).toEqual([]);
});

it.each(services)('the migrations of $name are listed in the order they are applied', ({ schema }) => {
  expect(misordered(schema.migrations.map(({ name }) => name))).toEqual([]);
});

const [path, index] = [
  'apps/a/src/migrations/1763900000000-things.migration.ts',
  'apps/a/src/migrations/index.ts',
];

it.each([
  [path, 'Things', ['Things does not end in a time of 13 digits']],
  [path, 'Things1763900000001', ['Things1763900000001 is of another time than its file']],
  ['apps/a/src/migrations.ts', 'Things1763900000000', ['is not named <ms>-<what>.migration.ts']],
  [path, 'Things1763900000000', []],
])('%s: %s', (file, name, messages) => {
  const files = filesOf({
    [file]: `export class ${name} implements MigrationInterface {}`,
    [index]: `export const all = [${name}];`,
  });
  expect(unexcused(migrationViolations(files))).toEqual(messages.map((message) => `${file}:1 ${message}`));
});

it('a migration in no list', () => {
  const files = filesOf({
    [path]: 'export class Things1763900000000 implements MigrationInterface {}',
    [index]: `import { Things1763900000000 } from './x';`,
  });
  expect(unexcused(migrationViolations(files))).toEqual([`${path}:1 Things1763900000000 is in no list`]);
});

it('a list in another order than that of the times', () => {
  expect(misordered(['A1763900000000', 'B1763900000001'])).toEqual([]);
  expect(misordered(['A1763900000000', 'B1763900000000'])).toEqual([
    'B1763900000000 is listed after a later or equal one',
  ]);
  expect(misordered(['A1763900000001', 'B1763900000000'])).toEqual([
    'B1763900000000 is listed after a later or equal one',
  ]);
});
