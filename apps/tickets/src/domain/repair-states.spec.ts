import { ticketErrors } from './errors';
import { afterFact, afterMove, factTable, legalMoves, moveTable, repairFacts, repairStates } from './repair-states';

describe('state table of a repair request', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = [...moveTable, ...factTable].flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('lets nobody cancel what is finished, and names what is allowed instead', () => {
    expect(afterMove('resolved', 'cancel')).toBeUndefined();
    expect(legalMoves('resolved')).toEqual(['reopen', 'rate', 'dispute']);
    expect(legalMoves('cancelled')).toEqual([]);
  });

  it.each([
    [1, '另有 1 条报修并入此单', '1 other report is merged'],
    [2, '另有 2 条报修并入此单', '2 other reports are merged'],
  ])('says how many others are merged into it: %i', (count, zh, en) => {
    const refused = ticketErrors.hasDoubles(count);
    expect([refused.detail('zh'), refused.detail('en')]).toEqual([expect.stringContaining(zh), expect.stringContaining(en)]);
  });

  it('says of a double which request goes on, in both languages', () => {
    const refused = ticketErrors.illegalMove({ state: 'merged', mergedIntoNumber: 'R-20261123-10008' }, 'urge');
    expect({ zh: refused.detail('zh'), en: refused.detail('en') }).toEqual({
      zh: '报修目前是“已并单”，不能“催单”。现在可以：没有；已并入 R-20261123-10008，由它办理。',
      en: 'The request is merged and cannot be moved by "urge". Allowed now: nothing; it was merged into R-20261123-10008, which goes on for it.',
    });
  });

  it.each(['cancelled', 'merged'] as const)('lets finished work beat %s where dispatch did not know of it', (state) => {
    expect(afterFact(state, 'work-finished')).toBe('resolved');
  });

  it.each(['work-assigned', 'work-started', 'work-paused', 'work-resumed', 'work-returned'] as const)('finds %s too late after a cancellation or a merge', (fact) => {
    for (const state of ['cancelled', 'merged'] as const) expect(afterFact(state, fact)).toBeUndefined();
  });

  it('reopens when the follow-up is unsatisfied, never closes (what the closest systems get wrong: "not satisfied" still closes the job)', () => {
    expect(afterFact('resolved', 'follow-up-unsatisfied')).toBe('reopened');
    expect(repairStates.filter((state) => afterFact(state, 'follow-up-unsatisfied') === 'closed')).toEqual([]);
  });

  it('ends at the same state whichever of two facts of the same work comes first', () => {
    expect(afterFact(afterFact('open', 'work-started')!, 'work-assigned')).toBe(afterFact(afterFact('open', 'work-assigned')!, 'work-started'));
  });

  it('changes nothing in a closed, declined or referred request', () => {
    for (const state of ['closed', 'declined', 'referred'] as const) {
      expect(repairFacts.map((fact) => afterFact(state, fact))).toEqual(repairFacts.map(() => undefined));
    }
  });
});
