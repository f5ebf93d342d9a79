import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { roleViolations } from './file-roles';

it('the suffix of a file tells its role', () => {
  expect(unexcused(roleViolations(checkout()))).toEqual([]);
});

it.each([
  [
    'apps/a/src/report.controller.ts',
    '@Controller() export class Report {}',
    'has no class ReportController',
  ],
  [
    'apps/a/src/report.controller.ts',
    'export class ReportController {}',
    'ReportController has no @Controller',
  ],
  [
    'apps/a/src/report.ts',
    '@Controller() export class ReportController {}',
    'ReportController is a @Controller outside of .controller and .reaction',
  ],
  [
    'apps/a/src/report.ts',
    '@Module({}) export class ReportModule {}',
    'ReportModule is a @Module outside of .module',
  ],
  [
    'apps/a/src/report-repair.handler.ts',
    '@Injectable() export class ReportHandler {}',
    'has no class ReportRepairHandler',
  ],
  ['apps/a/src/report.handler.ts', 'export class ReportHandler {}', 'ReportHandler has no @Injectable'],
  ['apps/a/src/report.entity.ts', 'export class Report {}', 'has no @Entity'],
  [
    'apps/a/src/follow.reaction.ts',
    '@Controller() export class FollowReaction {}',
    'FollowReaction has no @Reaction',
  ],
  [
    'libs/a/src/follow.ts',
    'export class Follow { @Reaction({}) on() {} }',
    'Follow reacts outside of .reaction',
  ],
  ['libs/a/src/report.service.ts', '', '.service is no role of a file'],
  ['libs/a/src/reportRepair.ts', '', 'reportRepair is not in kebab-case'],
])('%s: %s', (path, text, message) => {
  expect(unexcused(roleViolations(filesOf({ [path]: text })))).toEqual([`${path} ${message}`]);
});

it.each([
  [
    'apps/a/src/report-repair.controller.ts',
    '@Controller() export class ReportRepairController {} export class Receipt {}',
  ],
  ['apps/a/src/follow.reaction.ts', '@Controller() export class FollowReaction { @Reaction({}) on() {} }'],
  ['apps/a/src/report.view.ts', 'export class Report {} export function viewOf() {}'],
  ['apps/a/src/toy.fixture.ts', '@Module({}) export class Toy {}'],
])('%s: %s is fine', (path, text) => {
  expect(roleViolations(filesOf({ [path]: text }))).toEqual([]);
});
