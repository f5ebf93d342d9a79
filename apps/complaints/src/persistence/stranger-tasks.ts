import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Complaint } from './complaint.entity';
import { Complaints } from './complaints';
import { TaskClocks } from './task-clocks';
import { Tasks } from './tasks';

/** What somebody is to be told, and by when. */
export interface ToTell {
  what: string;
  dueAt: Date;
}

/** Kept with the task, for its owner. */
const over = '投诉已结束，不必再告知 / The complaint is over: there is nothing left to tell';

/** Whom no account tells of something the desk tells: a task for each of them, with its clock, in the hands of whoever handles the complaint (W2.3). */
@Injectable()
export class StrangerTasks {
  constructor(
    private readonly complaints: Complaints,
    private readonly tasks: Tasks,
    private readonly clocks: TaskClocks,
  ) {}

  /** Where nobody handles it, whoever acts has it to do. */
  async give(tx: Transaction, complaint: Complaint, act: Act, complainantIds: readonly string[], { what, dueAt }: ToTell): Promise<void> {
    if (complainantIds.length === 0) return;
    const rules = await this.clocks.book(tx);
    const ownerId = complaint.handlerId ?? act.actor.personId;
    for (const complainantId of complainantIds) {
      const taskId = this.tasks.add(tx, complaint.id, { what, ownerId, dueAt, complainantId });
      this.complaints.advance(tx, complaint, act, { kind: 'task-added', taskId, ownerId, dueAt });
      await this.clocks.given(tx, rules, complaint, { id: taskId, dueAt }, act.happenedAt);
    }
  }

  /** It is over, and nothing is told of it any more. */
  async cancel(tx: Transaction, complaint: Complaint, act: Act): Promise<void> {
    for (const { id: taskId, ownerId } of (await this.tasks.openOf(tx, complaint.id)).filter((task) => task.complainantId !== null)) {
      this.tasks.cancel(tx, taskId, { personId: act.actor.personId, at: act.happenedAt, reason: over });
      this.complaints.advance(tx, complaint, act, { kind: 'task-cancelled', taskId, ownerId });
      await this.clocks.cancelled(tx, taskId, act.happenedAt);
    }
  }
}
