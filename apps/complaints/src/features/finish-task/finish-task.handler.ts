import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import { actorInNameOf } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { assertTaskOpen, complaintErrors, stateAfter } from '../../domain/errors';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { TaskClocks } from '../../persistence/task-clocks';
import { Tasks } from '../../persistence/tasks';
import { HoldExtension } from '../announce-extension/hold-extension';
import type { FinishTaskDto } from './finish-task.dto';

/** A task is done: its owner says so, with what shows it, or whoever handles the complaint. */
@Injectable()
export class FinishTaskHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly tasks: Tasks,
    private readonly clocks: TaskClocks,
    private readonly attachments: AttachmentClaims,
    private readonly holding: HoldExtension,
  ) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, id: string, { attachmentIds }: FinishTaskDto): Promise<void> {
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'complaint', id });
  }

  /** @throws unknown (404), notTheTaskOwner (403), taskOver, complaintMoveIllegal (409), taskUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { taskId, done, attachmentIds = [], ...input }: FinishTaskDto): Promise<Complaint> {
    const { complaint, act, principal } = await this.complaints.lockForTask(tx, command, id, input);
    const { personId } = principal;
    const task = await this.tasks.one(tx, id, taskId);
    const { handlerId } = complaint;
    const actor = handlerId === null ? undefined : actorInNameOf(principal, command.operation, complaint.siteId, handlerId);
    if (personId !== handlerId && personId !== task?.ownerId && !actor) throw complaintErrors.notTheTaskOwner();
    if (!task) throw complaintErrors.taskUnknown();
    // Before the state: the complaint may have gone on since, and a second click is still about the task.
    assertTaskOpen(task);
    stateAfter(complaint.state, task.complainantId === null ? 'work-on' : 'tell-one');
    if (actor && personId !== task.ownerId) act.actor = actor;
    this.tasks.finish(tx, taskId, { personId, at: act.happenedAt, done, attachmentIds });
    this.complaints.advance(tx, complaint, act, { kind: 'task-finished', taskId, attachmentIds });
    await this.clocks.done(tx, complaint, taskId, act.happenedAt);
    if (task.ofExtension && task.complainantId !== null) await this.holding.toldAnother(tx, complaint, act, task.complainantId);
    return complaint;
  }
}
