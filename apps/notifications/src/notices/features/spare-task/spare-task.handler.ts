import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { afterTaskMove } from '../../domain/notice-task-states';
import { NoticeTasks } from '../../persistence/notice-tasks';
import { TaskClocks } from '../../persistence/task-clocks';
import type { NoticeTask } from '../../persistence/notice-task.entity';

/** The old notice was never out at this place: nothing is to be taken back there. Only where no picture shows that it was. */
@Injectable()
export class SpareTaskHandler {
  constructor(
    private readonly tasks: NoticeTasks,
    private readonly clocks: TaskClocks,
  ) {}

  /** @throws taskUnknown (404), taskNotOpen, taskNotSpared (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<NoticeTask> {
    const { task, act } = await this.tasks.lockForAct(tx, command, id, input);
    const state = afterTaskMove(task.state, 'spare');
    if (!state) throw noticeErrors.taskNotOpen(task.state);
    if (!task.unproven) throw noticeErrors.taskNotSpared();
    this.tasks.advance(tx, task, act, { kind: 'cancelled' }, { state });
    await this.clocks.drop(tx, task, act);
    return task;
  }
}
