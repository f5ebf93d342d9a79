import { afterMailMove, mailMoveTable, mailStates } from './mail-states';

describe('state table of a piece of mail (W1.1)', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = mailMoveTable.flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('becomes a document once, whether or not somebody has it already', () => {
    expect(mailStates.filter((state) => afterMailMove(state, 'convert') === 'registered')).toEqual(['waiting', 'collected']);
    expect(afterMailMove('registered', 'collect')).toBeUndefined();
  });
});
