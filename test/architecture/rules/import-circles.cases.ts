import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { importCircleViolations } from './import-circles';

it('no file imports what imports it', () => {
  expect(unexcused(importCircleViolations(checkout()))).toEqual([]);
});

it('each file of a circle is named, a type and a folder by its index among them', () => {
  const files = filesOf({
    'apps/tickets/src/a.ts': `import { b } from './deep';`,
    'apps/tickets/src/deep/index.ts': `export { b } from './b';`,
    'apps/tickets/src/deep/b.ts': `import { x } from 'pg';\nimport type { A } from '../a';`,
    'apps/tickets/src/c.ts': `import { a } from './a';`,
  });
  expect(unexcused(importCircleViolations(files))).toEqual([
    'apps/tickets/src/a.ts:1 imports apps/tickets/src/deep/index.ts, which leads back to it',
    'apps/tickets/src/deep/index.ts:1 imports apps/tickets/src/deep/b.ts, which leads back to it',
    'apps/tickets/src/deep/b.ts:2 imports apps/tickets/src/a.ts, which leads back to it',
  ]);
});

it('what two files share is no circle', () => {
  const files = filesOf({
    'apps/tickets/src/a.ts': `import { c } from './c'; import { b } from './b';`,
    'apps/tickets/src/b.ts': `import { c } from './c';`,
    'apps/tickets/src/c.ts': '',
  });
  expect(importCircleViolations(files)).toEqual([]);
});
