import { afterFact, afterMove, complaintFacts, complaintStates, factTable, legalMoves, moveTable } from './complaint-states';

describe('state table of a complaint', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = [...moveTable, ...factTable].flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('"not satisfied" never stays closed: it goes one level up (what the closest systems get wrong: "not satisfied" still closes the job)', () => {
    expect(afterFact('closed', 'follow-up-unsatisfied')).toBe('disputed');
    expect(complaintStates.filter((state) => afterFact(state, 'follow-up-unsatisfied') === 'closed')).toEqual([]);
  });

  it('lets nobody decide, extend or assign what is closed; only a dispute is possible', () => {
    expect(legalMoves('closed')).toEqual(['dispute']);
  });

  it('closes only out of the feedback', () => {
    const closing = moveTable.filter(({ to, from }) => to === 'closed' && !from.includes('closed'));
    expect(closing.flatMap(({ from }) => from)).toEqual(closing.map(() => 'awaiting-feedback'));
  });

  it('has a decided result, or is too late, for every pair of state and fact', () => {
    for (const state of complaintStates)
      for (const fact of complaintFacts) expect([undefined, ...complaintStates]).toContain(afterFact(state, fact));
    expect(afterFact('closed', 'repair-finished')).toBeUndefined();
    expect(afterFact('disputed', 'follow-up-unsatisfied')).toBeUndefined();
  });

  it('a dispute is verified anew', () => {
    expect(afterMove('disputed', 'verify')).toBe('verifying');
    expect(afterMove('disputed', 'decide')).toBeUndefined();
  });
});
