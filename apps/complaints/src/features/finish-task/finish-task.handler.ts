import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, stateAfter } from '../../domain/errors';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { Tasks } from '../../persistence/tasks';
import type { FinishTaskDto } from './finish-task.dto';

@Injectable()
export class FinishTaskHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly tasks: Tasks,
  ) {}

  /** @throws unknown (404), notTheHandler (403), complaintMoveIllegal (409), taskUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { taskId, done, ...input }: FinishTaskDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    stateAfter(complaint.state, 'work-on');
    const by = { personId: command.principal.personId, at: act.happenedAt, done };
    if (!(await this.tasks.finish(tx, id, taskId, by))) throw complaintErrors.taskUnknown();
    this.complaints.advance(tx, complaint, act, { kind: 'task-finished', taskId });
    return complaint;
  }
}
