import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import { TaskClocks } from '../../persistence/task-clocks';
import { Tasks } from '../../persistence/tasks';
import { HoldExtension } from '../announce-extension/hold-extension';

/** What was still to be told to complainants of a complaint when it was merged is to be told again, by the same date. */
@Injectable()
export class TellAgain {
  constructor(
    private readonly complaints: Complaints,
    private readonly tasks: Tasks,
    private readonly clocks: TaskClocks,
    private readonly tellings: StrangerTasks,
    private readonly holding: HoldExtension,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, act: Act, taskIds: readonly string[]): Promise<void> {
    for (const { id: taskId, ownerId, dueAt } of await this.tasks.goOn(tx, taskIds)) {
      this.complaints.advance(tx, complaint, act, { kind: 'task-added', taskId, ownerId, dueAt });
      await this.clocks.goOn(tx, taskId);
    }
    // The old date may have passed meanwhile.
    await this.holding.giveUp(tx, complaint, act);
    // Whoever had it to do may be one of those it is hidden from since the merge.
    if (complaint.handlerId) await this.tellings.follow(tx, complaint, complaint.handlerId, act);
  }
}
