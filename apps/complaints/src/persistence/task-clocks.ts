import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addTarget, dueAt, reminderBefore, startClock } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { Complainants } from './complainants';
import type { Complaint } from './complaint.entity';
import { Complaints } from './complaints';
import { barredFrom } from './people';
import { Tasks } from './tasks';

const kind = 'complaint-task';
const once = 1;
const promises = ['task', 'task-soon'];

/**
 * The clocks of a complaint's tasks (G4, G5): their owner is reminded a workday before the date, and once it is over whoever handles the
 * complaint hears of it, too; then whoever they answer to. The complaint is locked by whoever moves them.
 */
@Injectable()
export class TaskClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      // What waits is the complaint, whose clocks go on.
      waitingStates: [],
      lock: async (tx, taskId) => {
        const complaintId = await this.tasks.complaintOf(tx, taskId);
        if (complaintId === undefined) return undefined;
        const complaint = await this.complaints.lockForFact(tx, complaintId);
        const task = await this.tasks.openOne(tx, complaintId, taskId);
        const handler = task && task.dueAt <= tx.now ? complaint.handlerId : null;
        return {
          responsible: task ? [...new Set([task.ownerId, ...(handler ? [handler] : [])])] : [],
          over: !task,
          barred: new Set([...(await barredFrom(tx, complaintId)), ...(await this.complainants.personIds(tx, complaintId))]),
          escalated: (escalation) => this.complaints.advance(tx, complaint, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', escalation }),
        };
      },
    });
  }

  /** The rules by which clocks run, for `given`. @param tx where nothing could be prepared before it */
  book(tx?: Transaction): Promise<RuleBook> {
    return this.deadlines.book(tx);
  }

  /** By when a task is to be done for which nobody names a date: as the office promises, else within a workday. */
  dueBy(book: RuleBook, { siteId }: Complaint, at: Date): Date {
    const { promised, calendars } = book.of(siteId, at);
    const target = promised(kind, 'task')?.target;
    return target ? dueAt(startClock(target, at), calendars) : addTarget(calendars['complaint-replies'], at, { amount: 1, unit: 'workdays' });
  }

  async given(tx: Transaction, book: RuleBook, { siteId }: Complaint, { id: aggregateId, dueAt: until }: { id: string; dueAt: Date }, at: Date): Promise<void> {
    const before = reminderBefore(book.of(siteId, at).calendars['complaint-replies'], until);
    const dates = new Map([['task', until]]);
    if (before && before > tx.now) dates.set('task-soon', before);
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode: once, class: kind, promises: [...dates.keys()], at });
    const held = await this.of(tx, aggregateId);
    for (const [promise, date] of dates) held.agree(once, promise, date, tx.now);
  }

  async done(tx: Transaction, complaint: Complaint, taskId: string, at: Date): Promise<void> {
    for (const level of (await this.of(tx, taskId)).close(once, promises, at))
      this.complaints.advance(tx, complaint, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }

  /** Nobody is to do it any more. */
  async cancelled(tx: Transaction, taskId: string, at: Date): Promise<void> {
    (await this.of(tx, taskId)).cancel(once, at);
  }

  /** That it was cancelled was taken back: its clock has run on. */
  async goOn(tx: Transaction, taskId: string): Promise<void> {
    (await this.of(tx, taskId)).restore(once);
  }

  private of(tx: Transaction, taskId: string): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, taskId, kind);
  }
}
