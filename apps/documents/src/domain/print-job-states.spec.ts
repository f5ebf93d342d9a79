import { legalPrintJobMoves, printJobMoveTable, printJobStates } from './print-job-states';

describe('state table of a print job (R2.2)', () => {
  it('has at most one row for each state and trigger', () => {
    const cells = printJobMoveTable.flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('is taken before it is done, handed back until then, and over after that', () => {
    expect(printJobStates.map((state) => legalPrintJobMoves(state))).toEqual([['take', 'return'], ['finish', 'return'], [], []]);
  });
});
