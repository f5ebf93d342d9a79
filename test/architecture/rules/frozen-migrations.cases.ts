import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { changedWhileFrozen, frozenExceptions, thawedImports } from './frozen-migrations';

/** What migrations insert: each was written once, and is never changed. */
const kept: Readonly<Record<string, string>> = {
  'apps/archives/src/persistence/migrations/frozen-device-papers.ts': '9b682fd5b8d42991',
  'libs/deadlines/src/migrations/frozen-holidays.ts': '3ca314e72d81b696',
  'libs/deadlines/src/migrations/frozen-plans.ts': '2260a6f7a77a5fdd',
  'libs/deadlines/src/migrations/frozen-rule.ts': '68980569c7e41293',
  'libs/deadlines/src/migrations/frozen-rules.ts': '602015e6387c23b7',
  'libs/deadlines/src/migrations/frozen-targets.ts': 'ae715923b34b2228',
};

it('a migration stands on nothing that may change', () => {
  expect(unexcused(thawedImports(checkout()), frozenExceptions)).toEqual([]);
});

it('what is frozen is what it was', () => {
  expect(changedWhileFrozen(checkout(), kept)).toEqual([]);
});

const path = 'apps/a/src/migrations/1763900000000-things.migration.ts';
const index = { 'libs/deadlines/src/index.ts': `export { shippedRules } from './rules/shipped-rules';\nexport { frozenRules } from './migrations/frozen-rules';` };
const told = (text: string, more: Record<string, string> = index) => unexcused(thawedImports(filesOf({ [path]: text, ...more })));
const thawed = (specifier: string, where = path) => [`${where}:1 imports ${specifier}, which may change: freeze what it needs of it beside it (frozen-….ts)`];

it.each([
  [`import { shippedRules } from '@property-office/deadlines';`, '@property-office/deadlines'],
  [`import { frozenRules, shippedRules } from '@property-office/deadlines';`, '@property-office/deadlines'],
  [`import { shippedRules as frozenRules } from '@property-office/deadlines';`, '@property-office/deadlines'],
  [`import * as deadlines from '@property-office/deadlines';`, '@property-office/deadlines'],
  [`import '@property-office/deadlines';`, '@property-office/deadlines'],
  [`import { papers } from '../../domain/papers';`, '../../domain/papers'],
  [`import { papers } from '../frozen-papers';`, '../frozen-papers'],
  [`import { derivedId } from '@property-office/kernel';`, '@property-office/kernel'],
  [`export { papers } from '../../domain/papers';`, '../../domain/papers'],
  [`const papers = await import('../../domain/papers');`, '../../domain/papers'],
  [`const papers = require('../../domain/papers');`, '../../domain/papers'],
  [`const papers = require(where);`, 'where'],
])('%s', (text, specifier) => {
  expect(told(text)).toEqual(thawed(specifier));
});

it.each([
  `import type { MigrationInterface } from 'typeorm';`,
  `export type { Papers } from '../../domain/papers';`,
  `import { frozenRules } from '@property-office/deadlines';`,
  `import { frozenPapers } from './frozen-papers';`,
])('%s: nothing that changes', (text) => {
  expect(told(text)).toEqual([]);
});

it('what is frozen stands on nothing else either', () => {
  const frozen = 'libs/deadlines/src/migrations/frozen-rules.ts';
  expect(told('', { [frozen]: `import { plans } from '../rules/plans';` })).toEqual(thawed('../rules/plans', frozen));
  expect(told('', { [frozen]: `import { plans } from './frozen-plans';` })).toEqual([]);
});

it('one that is changed, one that nobody kept, one that is gone', () => {
  const [frozen, other] = ['libs/a/src/migrations/frozen-rules.ts', 'libs/a/src/migrations/frozen-plans.ts'];
  const files = filesOf({ [frozen]: 'export const a = 1;', [other]: 'export const b = 1;' });
  const found = changedWhileFrozen(files, { [frozen]: '0', 'libs/a/src/migrations/frozen-days.ts': '0' });
  expect(found).toEqual([
    expect.stringMatching(/^libs\/a\/src\/migrations\/frozen-rules\.ts is not what was frozen \([0-9a-f]{16}\)/),
    expect.stringMatching(/^libs\/a\/src\/migrations\/frozen-plans\.ts is not what was frozen/),
    'libs/a/src/migrations/frozen-days.ts is gone',
  ]);
  const [, hash] = /\((\w+)\)/.exec(found[0]!)!;
  expect(changedWhileFrozen(filesOf({ [frozen]: 'export const a = 1;' }), { [frozen]: hash! })).toEqual([]);
});
