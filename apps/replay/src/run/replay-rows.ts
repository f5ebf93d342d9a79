import { inParallel, Stopped, Unreachable } from '@property-office/office-client';
import { carryRow, reportRow, type Carrier } from '../carrying/carry-row';
import type { PlannedRow } from '../planning/plan-row';
import { notCarried, type NotCarried } from './not-carried';
import type { StateFile } from './state-file';
import { timeline, type Task } from './timeline';

export interface Counts {
  reported: number;
  done: number;
  notCarried: NotCarried[];
}

/** Reports the rows and has them carried to their ends, so many at a time. */
export class RowReplay {
  readonly counts: Counts = { reported: 0, done: 0, notCarried: [] };
  private readonly reports = new Map<string, Promise<string | undefined>>();
  private readonly start = performance.now();

  constructor(
    private readonly carrier: Carrier,
    private readonly state: StateFile,
    private readonly onRow: () => void,
  ) {}

  /** @throws Unreachable, Stopped */
  run(
    rows: readonly PlannedRow[],
    { width, speed }: { width: number; speed: number | undefined },
  ): Promise<void> {
    return inParallel(timeline(rows, speed), width, (task) => this.work(task));
  }

  private async work({ row, part, at }: Task): Promise<void> {
    const early = at - (performance.now() - this.start);
    if (early > 0) await this.carrier.connection.pause(early);
    const id = row.source.externalId;
    if (part !== 'carry') this.reports.set(id, this.report(row));
    const requestId = await this.reports.get(id);
    if (!requestId || (part === 'report' && row.ending.kind !== 'open')) return;
    const carried = await this.orNot(row, 'carry', async () => {
      await carryRow(this.carrier, row, requestId);
      return true;
    });
    if (!carried) return;
    this.state.done(id);
    this.counts.done++;
    this.onRow();
  }

  private report(row: PlannedRow): Promise<string | undefined> {
    const id = row.source.externalId;
    const known = this.state.of(id);
    if (known) return Promise.resolve(known.requestId);
    return this.orNot(row, 'report', async () => {
      const requestId = await reportRow(this.carrier, row);
      this.state.reported(id, requestId);
      this.counts.reported++;
      return requestId;
    });
  }

  /** One row that fails does not keep the others; an office that is away does. */
  private async orNot<T>(
    row: PlannedRow,
    step: NotCarried['step'],
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Unreachable || error instanceof Stopped) throw error;
      this.counts.notCarried.push(notCarried(row.source, step, error));
      this.onRow();
      return undefined;
    }
  }
}
