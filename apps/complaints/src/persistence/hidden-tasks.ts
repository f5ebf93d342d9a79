import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Complaint } from './complaint.entity';
import { Complaints } from './complaints';
import { hiddenAmong } from './people';
import { TaskClocks } from './task-clocks';
import { Tasks } from './tasks';

/** Kept with the task, for whoever handles the complaint. */
const reason = '负责人须回避，请另行安排 / Its owner may not see the complaint any more: please give it to somebody else';

/**
 * Whoever a complaint is hidden from by now can neither see nor finish what they had to do about it: it does not wait for them (W2.3). What a complainant
 * is to be told goes to whoever handles it next (`StrangerTasks`).
 */
@Injectable()
export class HiddenTasks {
  constructor(
    private readonly complaints: Complaints,
    private readonly tasks: Tasks,
    private readonly clocks: TaskClocks,
  ) {}

  /** @param act that hid it from somebody */
  async cancel(tx: Transaction, complaint: Complaint, act: Act): Promise<void> {
    const open = (await this.tasks.openOf(tx, complaint.id)).filter((task) => task.complainantId === null);
    const hidden = await hiddenAmong(tx, complaint.id, [...new Set(open.map(({ ownerId }) => ownerId))]);
    for (const { id: taskId, ownerId } of open.filter((task) => hidden.has(task.ownerId))) {
      this.tasks.cancel(tx, taskId, { personId: act.actor.personId, at: act.happenedAt, reason });
      this.complaints.advance(tx, complaint, act, { kind: 'task-cancelled', taskId, ownerId });
      await this.clocks.cancelled(tx, taskId, act.happenedAt);
    }
  }
}
