import type { PlannedRow } from '../planning/plan-row';

export type Part = 'all' | 'report' | 'carry';

/** Something to do with a row, so many milliseconds after the start. */
export interface Task {
  row: PlannedRow;
  part: Part;
  at: number;
}

/**
 * What is to be done, in its order.
 * @param speed how many times as fast as it happened, each report and each end of work at its time; undefined: row by row
 *   as they stand in the file, as fast as the office takes them
 */
export function timeline(rows: readonly PlannedRow[], speed: number | undefined): Task[] {
  if (speed === undefined) return rows.map((row) => ({ row, part: 'all', at: 0 }));
  const times = rows.flatMap(({ source }) => source.createdAt?.getTime() ?? []);
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  const after = (time: Date | undefined): number =>
    time ? Math.max(0, (time.getTime() - first) / speed) : 0;
  return rows
    .flatMap((row): Task[] => {
      const at = after(row.source.createdAt);
      const report: Task = { row, part: 'report', at };
      return row.ending.kind === 'open'
        ? [report]
        : [report, { row, part: 'carry', at: Math.max(at, after(row.source.closedAt)) }];
    })
    .sort((a, b) => a.at - b.at);
}
