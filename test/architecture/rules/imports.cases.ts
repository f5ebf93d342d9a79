import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { importExceptions, importViolations } from './imports';

it('imports go down the layers', () => {
  expect(unexcused(importViolations(checkout()), importExceptions)).toEqual([]);
});

it.each([
  [
    'apps/tickets/src/a.ts',
    `import { x } from '@property-office/dispatch';`,
    'tickets may not import dispatch',
  ],
  [
    'apps/tickets/src/a.ts',
    `import type { X } from '@property-office/gateway';`,
    'tickets may not import gateway',
  ],
  [
    'apps/tickets/src/a.ts',
    `import { x } from '@property-office/embedded';`,
    'tickets may not import embedded',
  ],
  [
    'apps/tickets/src/a.ts',
    `import { x } from '@property-office/outbox/src/ledger';`,
    'looks into outbox past its index',
  ],
  [
    'apps/tickets/src/a.ts',
    `import { x } from '@property-office/tickets';`,
    'imports its own project by name',
  ],
  [
    'apps/tickets/src/features/a.ts',
    `import { x } from '../../../dispatch/src/b';`,
    'leaves its project by ../../../dispatch/src/b',
  ],
  ['apps/tickets/src/a.ts', `export * from './main';`, 'imports a main: it starts a process'],
  ['apps/all-in-one/src/a.ts', `const x = await import('../main');`, 'imports a main: it starts a process'],
  [
    'apps/all-in-one/src/a.ts',
    `import { x } from '@property-office/testing';`,
    'all-in-one may not import testing',
  ],
  [
    'libs/kernel/src/a.ts',
    `import { x } from '@property-office/contracts';`,
    'kernel may not import contracts',
  ],
  [
    'libs/contracts/src/a.ts',
    `let x: import('@property-office/persistence').Database;`,
    'contracts may not import persistence',
  ],
  [
    'libs/messaging/src/a.ts',
    `const x = require('@property-office/testing');`,
    'messaging may not import testing',
  ],
  [
    'libs/outbox/src/a.spec.ts',
    `import { x } from '@property-office/service-kit';`,
    'outbox may not import service-kit',
  ],
  [
    'libs/newcomer/src/a.ts',
    `import { x } from '@property-office/kernel';`,
    'newcomer has no place in test/architecture/layers.ts',
  ],
])('%s: %s', (path, text, message) => {
  expect(unexcused(importViolations(filesOf({ [path]: text })))).toEqual([`${path}:1 ${message}`]);
});

it.each([
  ['apps/all-in-one/src/services.ts', `import { x } from '@property-office/tickets';`],
  ['apps/tickets/src/a.int.spec.ts', `import { x } from '@property-office/testing';`],
  ['libs/messaging/src/fixtures/a.ts', `import { x } from '@property-office/embedded';`],
  [
    'libs/outbox/src/deep/a.ts',
    `import { x } from '../b'; import { y } from '@property-office/kernel'; import { z } from 'pg';`,
  ],
])('%s: %s is fine', (path, text) => {
  expect(importViolations(filesOf({ [path]: text }))).toEqual([]);
});
