import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import type { RuleBook } from '@property-office/deadlines';
import { liesAhead } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { hiddenAmong, staffRolesOf } from '../../persistence/people';
import { TaskClocks } from '../../persistence/task-clocks';
import { Tasks } from '../../persistence/tasks';
import type { CreateTaskDto } from './create-task.dto';

/** Somebody of the site is to do something, and may read the case for it: nobody from whom it is hidden. */
@Injectable()
export class CreateTaskHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly tasks: Tasks,
    private readonly taskClocks: TaskClocks,
  ) {}

  /** The rules by which its clock runs. */
  prepare(): Promise<RuleBook> {
    return this.taskClocks.book();
  }

  /** @throws unknown (404), notTheHandler (403), complaintMoveIllegal, handlerComplainedAbout (409), ownerUnknown, taskDate (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { what, ownerId, dueAt, ...input }: CreateTaskDto, rules: RuleBook): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    stateAfter(complaint.state, 'work-on');
    if ((await staffRolesOf(tx, ownerId, complaint.siteId)).length === 0) throw complaintErrors.ownerUnknown();
    if ((await hiddenAmong(tx, id, [ownerId])).size > 0) throw complaintErrors.handlerComplainedAbout();
    if (!liesAhead(dueAt, tx.now)) throw complaintErrors.taskDate();
    const taskId = this.tasks.add(tx, id, { what, ownerId, dueAt });
    this.complaints.advance(tx, complaint, act, { kind: 'task-added', taskId, ownerId, dueAt });
    await this.clocks.keep(tx, complaint, act, 'task-added');
    await this.taskClocks.given(tx, rules, complaint, { id: taskId, dueAt }, act.happenedAt);
    const { siteId, version: sourceVersion } = complaint;
    grantAccess(tx, { objectId: id, siteId, subject: `person:${ownerId}`, right: 'read', source: taskId, sourceVersion });
    return complaint;
  }
}
