import { afterFact, afterMove, factTable, legalMoves, moveTable } from './follow-up-states';

describe('state table of a follow-up', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = [...moveTable, ...factTable].flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('is asked only when the work is done', () => {
    expect(legalMoves('planned')).toEqual([]);
    expect(afterFact('planned', 'resolved')).toBe('due');
    expect(legalMoves('due')).toContain('confirm');
  });

  it('follows up work that was finished in spite of a cancellation', () => {
    expect(afterFact(afterFact('planned', 'cancelled')!, 'resolved')).toBe('due');
  });

  it('plans the same follow-up again when a cancellation is taken back', () => {
    expect(afterFact(afterFact('planned', 'cancelled')!, 'cancellation-taken-back')).toBe('planned');
    expect(afterFact('due', 'cancellation-taken-back')).toBeUndefined();
  });

  it('keeps an outcome when the request is reopened', () => {
    for (const state of ['satisfied', 'unsatisfied', 'unreachable'] as const) expect(afterFact(state, 'reopened')).toBe(state);
  });

  it('says of what comes too late that it changes nothing', () => {
    expect(afterFact('satisfied', 'cancelled')).toBeUndefined();
  });

  it('completes without a take before it: the desk already has the person on the line', () => {
    expect(afterMove('due', 'dispute')).toBe('unsatisfied');
  });
});
