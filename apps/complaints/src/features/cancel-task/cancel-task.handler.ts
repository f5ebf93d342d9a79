import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { assertTaskOpen, complaintErrors, stateAfter } from '../../domain/errors';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { TaskClocks } from '../../persistence/task-clocks';
import { Tasks } from '../../persistence/tasks';
import type { CancelTaskDto } from './cancel-task.dto';

/** A task is not to be done any more, for a reason: nothing is left open when the result is recorded. */
@Injectable()
export class CancelTaskHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly tasks: Tasks,
    private readonly clocks: TaskClocks,
  ) {}

  /** @throws unknown (404), notTheHandler (403), handlerMissing, taskOver, complaintMoveIllegal (409), taskUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { taskId, reason, ...input }: CancelTaskDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input, 'read');
    const task = await this.tasks.one(tx, id, taskId);
    if (!task) throw complaintErrors.taskUnknown();
    assertTaskOpen(task);
    stateAfter(complaint.state, task.complainantId === null ? 'work-on' : 'tell-one');
    this.tasks.cancel(tx, taskId, { personId: command.principal.personId, at: act.happenedAt, reason });
    this.complaints.advance(tx, complaint, act, { kind: 'task-cancelled', taskId, ownerId: task.ownerId });
    await this.clocks.cancelled(tx, taskId, act.happenedAt);
    return complaint;
  }
}
