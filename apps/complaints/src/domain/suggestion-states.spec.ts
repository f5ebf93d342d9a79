import { afterMove, legalMoves, moveTable } from './suggestion-states';

describe('state table of a suggestion', () => {
  it('has at most one row for each state and move', () => {
    const cells = moveTable.flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('is reviewed before it is adopted or declined, and answered after', () => {
    expect(legalMoves('recorded')).toEqual(['review']);
    expect(legalMoves('reviewed')).toEqual(['adopt', 'decline']);
    expect(afterMove('declined', 'answer')).toBe('answered');
    expect(afterMove('adopted', 'carry-out')).toBeUndefined();
  });
});
