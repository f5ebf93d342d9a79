import { feedEntries } from './feed-entries';

const nobody = { crewId: null, technicianId: null };
const assigned = { kind: 'assigned' as const, reason: null, from: nobody, choice: null };

describe('what crews hear', () => {
  it('an offer reaches each of them, in the order of their ids', () => {
    expect(feedEntries({ kind: 'offered' }, [], ['b', 'a'])).toEqual([
      { crewId: 'a', kind: 'dispatched', how: 'offered' },
      { crewId: 'b', kind: 'dispatched', how: 'offered' },
    ]);
  });

  it('a claim goes to who won, and tells the others', () => {
    expect(feedEntries({ ...assigned, how: 'claimed' }, ['a', 'b', 'c'], ['b'])).toEqual([
      { crewId: 'a', kind: 'released', why: 'elsewhere' },
      { crewId: 'b', kind: 'dispatched', how: 'claimed' },
      { crewId: 'c', kind: 'released', why: 'elsewhere' },
    ]);
  });

  it('who handed an order back is told once, not again when another crew is found', () => {
    expect(feedEntries({ kind: 'declined', reason: '' }, ['a'], ['a'])).toEqual([{ crewId: 'a', kind: 'released', why: 'declined' }]);
    expect(feedEntries({ ...assigned, how: 'assigned' }, ['a'], ['b'])).toEqual([{ crewId: 'b', kind: 'dispatched', how: 'assigned' }]);
  });

  it('a withdrawal reaches whoever has the order or may claim it', () => {
    expect(feedEntries({ kind: 'withdrawn', reason: '' }, ['a', 'b'], ['a', 'b']).map(({ crewId }) => crewId)).toEqual(['a', 'b']);
    expect(feedEntries({ kind: 'withdrawn', reason: '' }, [], [])).toEqual([]);
  });

  it('a restored order reaches whoever was told that it is withdrawn', () => {
    expect(feedEntries({ kind: 'restored' }, ['a'], ['a'])).toEqual([{ crewId: 'a', kind: 'dispatched', how: 'assigned' }]);
    expect(feedEntries({ kind: 'restored' }, ['a', 'b'], ['a', 'b'])).toMatchObject([{ how: 'offered' }, { how: 'offered' }]);
  });

  it('a corrected order reaches whoever has it or may claim it; one that is sent anew leaves them', () => {
    const corrected = { kind: 'corrected' as const, changed: ['location' as const] };
    expect(feedEntries({ ...corrected, anew: false }, ['a', 'b'], ['a', 'b'])).toEqual([
      { crewId: 'a', kind: 'changed' },
      { crewId: 'b', kind: 'changed' },
    ]);
    expect(feedEntries({ ...corrected, anew: true }, ['a'], [])).toEqual([{ crewId: 'a', kind: 'released', why: 'elsewhere' }]);
  });

  it('what technicians do on site is no news to the crew', () => {
    expect(feedEntries({ kind: 'arrived' }, ['a'], ['a'])).toEqual([]);
  });
});
