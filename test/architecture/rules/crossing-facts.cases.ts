import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { crossingFactViolations } from './crossing-facts';

it('every pair of facts that cross meets in a spec', () => {
  expect(unexcused(crossingFactViolations(checkout()))).toEqual([]);
});

const path = 'apps/a/src/domain/a-states.ts';
const machine = (facts: string) => `export const aMachine: StateMachine = {\n  aggregate: 'a',\n  facts: ${facts},\n};\n`;
const swept = { 'apps/a/src/crossing.int.spec.ts': 'crossings(aMachine, { facts })' };

it('a table of facts without a spec is a violation', () => {
  expect(unexcused(crossingFactViolations(filesOf({ [path]: machine('factTable') }), {}))).toEqual([
    `${path}:1 no spec lets the pairs of aMachine meet: crossings(aMachine, …) of libs/service-testing`,
  ]);
});

it('a machine excused that takes no facts is a violation', () => {
  expect(crossingFactViolations(filesOf({ [path]: machine('[]') }), { aMachine: 'time' })).toHaveLength(1);
});

it('one with a spec, one without facts and one with a reason are fine', () => {
  expect(crossingFactViolations(filesOf({ [path]: machine('factTable'), ...swept }), {})).toEqual([]);
  expect(crossingFactViolations(filesOf({ [path]: machine('[]') }), {})).toEqual([]);
  expect(crossingFactViolations(filesOf({ [path]: machine('factTable') }), { aMachine: 'time' })).toEqual([]);
});
