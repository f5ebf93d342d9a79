import type { Actor } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { isSomebodyElse, personsBehind } from './index';

const [x, y, z] = [newId(), newId(), newId()];
const x0: Actor = { personId: x, role: 'director' };
const y0: Actor = { personId: y, role: 'desk' };
const z0: Actor = { personId: z, role: 'clerk' };
const yForX: Actor = { personId: y, role: 'director', forPersonId: x };
const zForX: Actor = { personId: z, role: 'director', forPersonId: x };

test('behind an act for somebody stand both', () => {
  expect(personsBehind(y0)).toEqual([y]);
  expect(personsBehind(yForX)).toEqual([y, x]);
});

test.each([
  ['two people', x0, y0, true],
  ['one person in two roles', y0, { ...y0, role: 'clerk' as const }, false],
  ['whoever acted for the other', yForX, x0, false],
  ['whoever acted for another', yForX, y0, false],
  ['two deputies of one person', yForX, zForX, false],
  ['a third person', yForX, z0, true],
])('somebody else is tested on the person, both ways: %s (G1)', (_, one, other, expected) => {
  expect(isSomebodyElse(one, other)).toBe(expected);
  expect(isSomebodyElse(other, one)).toBe(expected);
});
