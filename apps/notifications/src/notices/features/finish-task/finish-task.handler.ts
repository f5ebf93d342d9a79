import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { afterTaskMove } from '../../domain/notice-task-states';
import { NoticeTasks } from '../../persistence/notice-tasks';
import { TaskClocks } from '../../persistence/task-clocks';
import type { NoticeTask } from '../../persistence/notice-task.entity';
import type { FinishNoticeTaskDto } from './finish-task.dto';

/** Posted, put up or taken down, and the picture shows it. */
@Injectable()
export class FinishTaskHandler {
  constructor(
    private readonly tasks: NoticeTasks,
    private readonly clocks: TaskClocks,
  ) {}

  /** @throws taskUnknown (404), proofMissing (400), taskNotOpen (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: FinishNoticeTaskDto): Promise<NoticeTask> {
    const { task, act } = await this.tasks.lockForAct(tx, command, id, input);
    const state = afterTaskMove(task.state, 'finish');
    if (!state) throw noticeErrors.taskNotOpen(task.state);
    if (input.attachmentIds.length === 0) throw noticeErrors.proofMissing();
    const { attachmentIds } = input;
    this.tasks.advance(tx, task, act, { kind: 'done' }, { state, attachmentIds, doneBy: act.actor.personId, doneAt: act.happenedAt });
    await this.clocks.keep(tx, task, act);
    return task;
  }
}
