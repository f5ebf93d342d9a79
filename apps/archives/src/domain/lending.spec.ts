import { afterCopyMove, copyMoves, copyStates, legalCopyMoves } from './copy-states';
import { isImportant } from './importance';
import { afterLoanFact, afterLoanMove, legalLoanMoves, loanFactTable, loanMoves, loanMoveTable, loanStates, overStates } from './loan-states';
import { isWithinTerm, recalledDue } from './loan-terms';

const day = 24 * 3_600_000;
const now = new Date('2026-11-28T02:00:00Z');
const after = (days: number): Date => new Date(now.getTime() + days * day);

describe('state table of a loan (W4.3)', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = [...loanMoveTable, ...loanFactTable].flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('a paper is handed over and brought back, a digital one is opened and ends', () => {
    expect(loanStates.map((state) => [state, legalLoanMoves(state, 'paper')])).toEqual([
      ['asked', ['approve', 'refuse', 'withdraw']],
      ['approved', ['withdraw', 'hand-over']],
      ['refused', []],
      ['withdrawn', []],
      ['handed-over', ['extend', 'recall', 'bring-back']],
      ['recalled', ['bring-back']],
      ['returned', []],
      ['opened', ['extend', 'recall', 'close']],
      ['ended', []],
    ]);
    expect([legalLoanMoves('approved', 'digital'), afterLoanMove('approved', 'hand-over', 'digital')]).toEqual([['withdraw', 'open'], undefined]);
  });

  it('nothing leads out of what is over, whatever happens', () => {
    for (const state of overStates) {
      expect(loanMoves.filter((move) => afterLoanMove(state, move, 'paper') ?? afterLoanMove(state, move, 'digital'))).toEqual([]);
      expect([afterLoanFact(state, 'time-over'), afterLoanFact(state, 'borrower-left')]).toEqual([undefined, undefined]);
    }
  });

  it('of who left everything is taken back', () => {
    expect(loanStates.map((state) => afterLoanFact(state, 'borrower-left'))).toEqual([
      'withdrawn', 'withdrawn', undefined, undefined, 'recalled', 'recalled', undefined, 'ended', undefined,
    ]);
  });
});

describe('state table of copies (W4.3)', () => {
  it('are approved before they are made, and made before they are handed over', () => {
    expect(copyStates.map((state) => legalCopyMoves(state))).toEqual([['approve', 'refuse', 'withdraw'], ['withdraw', 'make'], [], [], ['hand-over'], []]);
    expect(copyMoves.map((move) => afterCopyMove('made', move))).toEqual([undefined, undefined, undefined, undefined, 'handed-over']);
  });
});

describe('terms of a loan (W4.3)', () => {
  it.each([
    ['paper', 30, true],
    ['paper', 30.1, false],
    ['digital', 14, true],
    ['digital', 14.1, false],
    ['paper', 0, false],
    ['paper', -1, false],
  ] as const)('%s for %d days: %s', (form, days, may) => expect(isWithinTerm(form, now, after(days))).toBe(may));

  it('a recalled paper is due by tomorrow, and never later than before', () => {
    expect([recalledDue(after(10), now), recalledDue(after(0.5), now), recalledDue(after(-3), now)]).toEqual([after(1), after(0.5), after(-3)]);
  });
});

describe('what the director decides (W4.3)', () => {
  const plain = { confidentiality: 'internal', retention: 'D30', held: false } as const;
  it.each([
    [plain, false],
    [{ ...plain, confidentiality: 'open' }, false],
    [{ ...plain, confidentiality: 'confidential' }, true],
    [{ ...plain, retention: 'Y' }, true],
    [{ ...plain, held: true }, true],
  ] as const)('%j: %s', (record, important) => expect(isImportant(record)).toBe(important));
});
