import { mayWitness } from './hands';

const hands = { appliedBy: 'clerk', appliedFor: 'archivist', approvedBy: 'deputy', approvedFor: 'director' };

test.each(['clerk', 'archivist', 'deputy', 'director'])('%s had a hand in it and is no witness, whatever their role (W4.4, W4.6)', (person) => expect(mayWitness(hands, person)).toBe(false));

test('whoever stands in for one of them is none, somebody else is', () => {
  expect([mayWitness(hands, 'lead'), mayWitness(hands, 'lead', ['director']), mayWitness({ ...hands, approvedBy: null, approvedFor: null }, 'director')]).toEqual([true, false, true]);
});
