import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Complaint } from './complaint.entity';
import { Complaints } from './complaints';
import { hiddenAmong } from './people';
import { TaskClocks } from './task-clocks';
import { Tasks, type CaseTask } from './tasks';

/** What somebody is to be told, and by when. */
export interface ToTell {
  what: string;
  /** Not given: as the office promises for a task. */
  dueAt?: Date;
  ofExtension?: boolean;
}

/** Whom no account tells of something the desk tells: a task for each of them, with its clock, in the hands of whoever handles the complaint (W2.3). */
@Injectable()
export class StrangerTasks {
  constructor(
    private readonly complaints: Complaints,
    private readonly tasks: Tasks,
    private readonly clocks: TaskClocks,
  ) {}

  /** Where nobody handles it, whoever acts has it to do. */
  async give(tx: Transaction, complaint: Complaint, act: Act, complainantIds: readonly string[], { what, dueAt: until, ofExtension = false }: ToTell): Promise<void> {
    if (complainantIds.length === 0) return;
    const rules = await this.clocks.book(tx);
    const dueAt = until ?? this.clocks.dueBy(rules, complaint, tx.now);
    const ownerId = complaint.handlerId ?? act.actor.personId;
    for (const complainantId of complainantIds) {
      const taskId = this.tasks.add(tx, complaint.id, { what, ownerId, dueAt, complainantId, ofExtension });
      this.complaints.advance(tx, complaint, act, { kind: 'task-added', taskId, ownerId, dueAt });
      await this.clocks.given(tx, rules, complaint, { id: taskId, dueAt }, act.happenedAt);
    }
  }

  /** They go with the complaint to whoever handles it from now on, by the clocks they have. */
  async follow(tx: Transaction, complaint: Complaint, handlerId: string, act: Act): Promise<void> {
    for (const task of await this.tasks.openTellings(tx, complaint.id)) this.handOn(tx, complaint, act, task, handlerId);
  }

  /** They are again with whoever had them, but for those from whom the complaint is hidden by now. @param had of some of them */
  async giveBack(tx: Transaction, complaint: Complaint, act: Act, had: ReadonlyArray<Pick<CaseTask, 'id' | 'ownerId'>>): Promise<void> {
    const hidden = await hiddenAmong(tx, complaint.id, had.map(({ ownerId }) => ownerId));
    for (const task of await this.tasks.openTellings(tx, complaint.id)) {
      const owner = had.find(({ id }) => id === task.id)?.ownerId;
      if (owner !== undefined && !hidden.has(owner)) this.handOn(tx, complaint, act, task, owner);
    }
  }

  /** It is over, or goes on as another one, and nothing is told of it any more. @param reason kept with each task, for its owner @param which of them */
  async cancel(tx: Transaction, complaint: Complaint, act: Act, reason: string, which: (task: CaseTask) => boolean = () => true): Promise<void> {
    for (const { id: taskId, ownerId } of (await this.tasks.openTellings(tx, complaint.id)).filter(which)) {
      this.tasks.cancel(tx, taskId, { personId: act.actor.personId, at: act.happenedAt, reason });
      this.complaints.advance(tx, complaint, act, { kind: 'task-cancelled', taskId, ownerId });
      await this.clocks.cancelled(tx, taskId, act.happenedAt);
    }
  }

  private handOn(tx: Transaction, complaint: Complaint, act: Act, { id: taskId, ownerId: formerOwnerId }: CaseTask, ownerId: string): void {
    if (ownerId === formerOwnerId) return;
    this.tasks.handOn(tx, taskId, ownerId);
    this.complaints.advance(tx, complaint, act, { kind: 'task-handed-on', taskId, ownerId, formerOwnerId });
  }
}
