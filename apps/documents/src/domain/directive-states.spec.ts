import { afterDirective, directiveMoveTable, directiveStates, legalDirectiveMoves } from './directive-states';

describe('state table of a directive (W3.1)', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = directiveMoveTable.flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('waits until the last one has acknowledged it', () => {
    expect([afterDirective('given', 'acknowledge'), afterDirective('given', 'acknowledge-last')]).toEqual(['given', 'acknowledged']);
    expect(directiveStates.filter((state) => afterDirective(state, 'acknowledge'))).toEqual(['given']);
  });

  it('is withdrawn or corrected whether or not everybody knows it, and then nothing more', () => {
    expect(directiveStates.map((state) => legalDirectiveMoves(state))).toEqual([['acknowledge', 'withdraw', 'correct'], ['withdraw', 'correct'], [], []]);
  });
});
