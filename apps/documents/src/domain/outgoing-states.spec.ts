import { outgoingKinds, type OutgoingKind } from '@property-office/contracts';
import { afterOutgoingMove, legalOutgoingMoves, outgoingMoveTable, outgoingStates } from './outgoing-states';

describe('state table of an outgoing document (W1.2)', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = outgoingMoveTable.flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('leads to a reader by review, signature, check, number, print and seal, of minutes without a seal, in this order and by nothing else', () => {
    const before = (state: string) => outgoingMoveTable.filter(({ to, from }) => to === state && !from.includes(to)).map(({ trigger }) => trigger);
    expect(before('to-sign')).toEqual(['review-last', 'countersign-last', 'change-substance']);
    expect(before('signed-off')).toEqual(['sign']);
    expect(before('checked')).toEqual(['check']);
    expect(before('sealed')).toEqual(['use-seal']);
    expect(before('released')).toEqual(['release', 'release-unsealed']);
    expect(before('filed')).toEqual(['file']);
  });

  it('leads a change of substance back to the signer, from wherever it is still possible', () => {
    expect(outgoingStates.filter((state) => afterOutgoingMove(state, 'change-substance') === 'to-sign')).toEqual(['signed-off', 'checked', 'numbered', 'printed']);
    expect(outgoingStates.filter((state) => afterOutgoingMove(state, 'correct'))).toEqual(['signed-off', 'checked', 'numbered', 'printed']);
  });

  it('has it printed again after a correction', () => {
    expect(afterOutgoingMove('printed', 'correct')).toBe('numbered');
  });

  it('is void where it has a number, and discarded where it has none', () => {
    expect(legalOutgoingMoves({ state: 'to-sign', kind: 'letter', number: '发文〔2026〕1号' })).toEqual(['return', 'sign', 'void']);
    expect(legalOutgoingMoves({ state: 'to-sign', kind: 'letter', number: null })).toEqual(['return', 'sign', 'discard']);
    for (const state of ['filed', 'discarded', 'voided'] as const) expect(legalOutgoingMoves({ state, kind: 'letter', number: '发文〔2026〕1号' })).toEqual([]);
  });

  it('bears a seal, but for minutes, which go out as they are printed', () => {
    const printed = (kind: OutgoingKind) => legalOutgoingMoves({ state: 'printed', kind, number: '发文〔2026〕1号' }).filter((move) => /seal/.test(move));
    expect(outgoingKinds.map((kind) => [kind, printed(kind)])).toEqual(
      outgoingKinds.map((kind) => [kind, kind === 'minutes' ? ['release-unsealed'] : ['approve-seal', 'use-seal']]),
    );
  });
});
