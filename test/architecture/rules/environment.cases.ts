import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { environmentExceptions, environmentViolations } from './environment';

it('the environment is read in one place', () => {
  expect(unexcused(environmentViolations(checkout()), environmentExceptions)).toEqual([]);
});

const path = 'apps/a/src/a.ts';

it.each([
  'const port = process.env.PORT;',
  `const port = process['env'].PORT;`,
  'const { env } = process;',
  'const { env: all } = process;',
  'const it = process;',
  'const port = globalThis.process.env.PORT;',
  `import { env } from 'node:process';`,
])('%s', (text) => {
  expect(unexcused(environmentViolations(filesOf({ [path]: text })))).toEqual([
    `${path}:1 looks at the environment`,
  ]);
});

it.each(['process.exit(1);', 'const { pid } = process;', 'const { env } = configuration;'])(
  '%s is fine',
  (text) => {
    expect(environmentViolations(filesOf({ [path]: text }))).toEqual([]);
  },
);
