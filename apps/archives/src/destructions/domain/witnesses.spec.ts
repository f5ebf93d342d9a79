import { isWitness } from './witnesses';

test('who carries it out is none of those who watch', () => {
  expect(isWitness({ personId: 'lead', role: 'clerk' }, ['lead', null])).toBe(true);
  expect(isWitness({ personId: 'desk', role: 'director', forPersonId: 'lead' }, ['lead', null])).toBe(true);
  expect(isWitness({ personId: 'clerk', role: 'clerk' }, ['lead', null])).toBe(false);
});
