import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reminderBefore } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { barredFrom } from './colleagues';
import { holdersOfRoles } from './directive-addressees';
import type { PrintJob } from './print-job.entity';
import { PrintJobs } from './print-jobs';

const kind = 'print-job';
const once = 1;

/**
 * The clocks of a print job (G4, G5): who took it, or the clerks while nobody has, is reminded a workday before the date and on
 * it. Of a confidential one nobody hears who may not know of it.
 */
@Injectable()
export class PrintJobClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly jobs: PrintJobs,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const job = await this.jobs.lock(tx, id);
        if (!job) return undefined;
        const hidden = job.confidentiality === 'confidential';
        return {
          responsible: job.takenBy === null ? (await holdersOfRoles(tx, job.siteId, ['clerk'])).map(({ personId }) => personId) : [job.takenBy],
          ...(hidden && { barred: await barredFrom(tx, id, job.siteId) }),
          escalated: (level) => this.jobs.advance(tx, job, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', level }),
        };
      },
    });
  }

  /** The rules by which clocks run, for `requested`. */
  book(): Promise<RuleBook> {
    return this.deadlines.book();
  }

  async requested(tx: Transaction, book: RuleBook, { id: aggregateId, siteId, dueAt }: PrintJob, at: Date): Promise<void> {
    const before = reminderBefore(book.of(siteId, at).calendars.papers, dueAt);
    const until = new Map([['print', dueAt]]);
    if (before && before > tx.now) until.set('print-soon', before);
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode: once, class: kind, promises: [...until.keys()], at });
    const held = await this.of(tx, aggregateId);
    for (const [promise, date] of until) held.agree(once, promise, date, tx.now);
  }

  async done(tx: Transaction, job: PrintJob, at: Date): Promise<void> {
    for (const level of (await this.of(tx, job.id)).close(once, ['print', 'print-soon'], at))
      this.jobs.advance(tx, job, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }

  /** Nobody prints it. */
  async returned(tx: Transaction, job: PrintJob, at: Date): Promise<void> {
    (await this.of(tx, job.id)).cancel(once, at);
  }

  private of(tx: Transaction, id: string): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kind);
  }
}
