import type { TieKind } from '@property-office/contracts';
import { leaversOf } from './leavers';

const tie = (personId: string, kind: TieKind, addedBy: string | null = null) => ({ personId, kind, addedBy });
const household = [
  tie('owner', 'owner'),
  tie('wife', 'family', 'owner'),
  tie('mother', 'family'),
  tie('tenant', 'tenant', 'owner'),
];
const names = (personId: string) => leaversOf(household, personId).map((each) => each.personId);

test('with an owner the family they added leaves, nobody else', () => {
  expect(names('owner')).toEqual(['owner', 'wife']);
});

test('everybody else leaves alone', () => {
  expect(names('wife')).toEqual(['wife']);
  expect(names('tenant')).toEqual(['tenant']);
  expect(names('stranger')).toEqual([]);
});
