import { mayNotJoin } from './joining';

describe('one more complainant (W2.3)', () => {
  const complaint = { handlerId: 'desk', aboutPersonIds: ['technician'] };

  it.each([
    ['a neighbour', 'neighbour', undefined],
    ['who complains already', 'first', 'complains'],
    ['who handles it', 'desk', 'handles'],
    ['whom it is about', 'technician', 'is-complained-about'],
  ] as const)('%s', (_, personId, refusal) => {
    expect(mayNotJoin(personId, complaint, ['first'])).toBe(refusal);
  });

  it('is anybody where nobody handles it yet', () => {
    expect(mayNotJoin('neighbour', { handlerId: null, aboutPersonIds: [] }, [])).toBeUndefined();
  });
});
