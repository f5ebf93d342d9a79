import { afterIncomingMove, incomingMoveTable, incomingStates, legalIncomingMoves } from './incoming-states';

describe('state table of an incoming document (W1.1)', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = incomingMoveTable.flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('goes from the register to the file by a leader’s decision alone', () => {
    const before = (state: string) => incomingMoveTable.filter(({ to, from }) => to === state && !from.includes(to)).map(({ trigger }) => trigger);
    expect(before('filed')).toEqual(['file']);
    expect(before('acted-on')).toEqual(['decide-for-reading', 'finish']);
    expect(before('decided')).toEqual(['decide']);
    expect(before('proposed')).toEqual(['propose']);
  });

  it('is over where it was filed, sent back or voided: only its paper may still move', () => {
    for (const state of ['filed', 'sent-back', 'voided'] as const) expect(legalIncomingMoves(state)).toEqual(['scan']);
  });

  it('is void only before anybody decided about it', () => {
    expect(incomingStates.filter((state) => afterIncomingMove(state, 'void'))).toEqual(['registered', 'checked']);
  });
});
