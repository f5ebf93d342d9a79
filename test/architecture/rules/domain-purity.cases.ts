import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { domainViolations } from './domain-purity';

it('rules are pure', () => {
  expect(unexcused(domainViolations(checkout()))).toEqual([]);
});

const path = 'apps/tickets/src/domain/states.ts';

it.each([
  [`import { Entity } from 'typeorm';`, 'typeorm'],
  [`import { readFileSync } from 'node:fs';`, 'node:fs'],
  [`import type { Transaction } from '@property-office/persistence';`, '@property-office/persistence'],
  [`import { Categories } from '../persistence/categories';`, '../persistence/categories'],
])('%s', (text, specifier) => {
  expect(unexcused(domainViolations(filesOf({ [path]: text })))).toEqual([
    `${path}:1 a rule imports ${specifier}`,
  ]);
});

it('a rule may use other rules, the kernel, the calendar and shared value types', () => {
  const text = [
    './errors',
    '@property-office/kernel',
    '@property-office/calendar',
    '@property-office/contracts',
  ]
    .map((specifier) => `import '${specifier}';`)
    .join('\n');
  const handler = { 'apps/tickets/src/features/a/a.handler.ts': `import { Entity } from 'typeorm';` };
  expect(domainViolations(filesOf({ [path]: text, ...handler }))).toEqual([]);
});
