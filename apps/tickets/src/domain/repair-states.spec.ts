import { afterFact, afterMove, factTable, legalMoves, moveTable, repairFacts, repairStates } from './repair-states';

describe('state table of a repair request', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = [...moveTable, ...factTable].flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('lets nobody cancel what is finished, and names what is allowed instead', () => {
    expect(afterMove('resolved', 'cancel')).toBeUndefined();
    expect(legalMoves('resolved')).toEqual(['reopen']);
    expect(legalMoves('cancelled')).toEqual([]);
  });

  it('lets finished work beat a cancellation dispatch did not know of', () => {
    expect(afterFact('cancelled', 'work-finished')).toBe('resolved');
  });

  it.each(['work-assigned', 'work-started', 'work-paused', 'work-resumed', 'work-returned'] as const)('finds %s too late after a cancellation', (fact) => {
    expect(afterFact('cancelled', fact)).toBeUndefined();
  });

  it('reopens when the follow-up is unsatisfied, never closes', () => {
    expect(afterFact('resolved', 'follow-up-unsatisfied')).toBe('reopened');
    expect(repairStates.filter((state) => afterFact(state, 'follow-up-unsatisfied') === 'closed')).toEqual([]);
  });

  it('ends at the same state whichever of two facts of the same work comes first', () => {
    expect(afterFact(afterFact('open', 'work-started')!, 'work-assigned')).toBe(afterFact(afterFact('open', 'work-assigned')!, 'work-started'));
  });

  it('changes nothing in a closed, merged, declined or referred request', () => {
    for (const state of ['closed', 'merged', 'declined', 'referred'] as const) {
      expect(repairFacts.map((fact) => afterFact(state, fact))).toEqual(repairFacts.map(() => undefined));
    }
  });
});
