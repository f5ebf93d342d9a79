import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { afterMove } from '../../domain/complaint-states';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { groupErrors } from '../../domain/group-errors';
import { notBefore } from '../../domain/last-act';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { hiddenAmong } from '../../persistence/people';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import { Tasks } from '../../persistence/tasks';
import { FirstHandler } from '../record-complaint/first-handler';
import { HideTogether } from './hide-together';
import type { MergeComplaintDto } from './merge-complaint.dto';
import { TakeOverComplaint } from './take-over-complaint';

/** Two complaints of one matter become one case (W2.3): one rests, pointing to the other, which goes on for whoever complains in either. */
@Injectable()
export class MergeComplaintHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
    private readonly tasks: Tasks,
    private readonly tellings: StrangerTasks,
    private readonly firstHandler: FirstHandler,
    private readonly hiding: HideTogether,
    private readonly takingOver: TakeOverComplaint,
  ) {}

  /**
   * @throws unknown (404), ownComplaint (403), mergedComplaintUnknown (400), complaintMoveIllegal, mergeDisputed, mergedComplaintOver, aboutOpen, workOpen,
   *   mergeHandlerAbout, mergeComplainantAbout, handlerUnfitToComplain (409), stale (412)
   */
  async execute(tx: Transaction, command: CommandContext, id: string, { into, reason, ...input }: MergeComplaintDto): Promise<Complaint> {
    const { complaint, act, other } = await this.complaints.lockPairForAct(tx, command, id, into, input);
    if (!other || other.id === id || other.siteId !== complaint.siteId) throw groupErrors.mergedComplaintUnknown();
    const { state: from, number } = complaint;
    const state = stateAfter(from, 'merge');
    await this.assertFit(tx, complaint, other);
    const onOther = notBefore(act, other);
    await this.hiding.execute(tx, complaint, other, { act, onOther });
    await this.tellings.cancel(tx, complaint, act, `已并入投诉 ${other.number}，由其告知 / It goes on as ${other.number}, of which they are told`);
    const former = complaint.handlerId;
    const merged = { state, mergedInto: other.id, mergedIntoNumber: other.number, mergeReason: reason, handlerId: null };
    this.complaints.advance(tx, complaint, act, { kind: 'merged', into: { id: other.id, number: other.number }, from }, merged);
    if (former) this.firstHandler.revoke(tx, complaint, former);
    await this.takingOver.execute(tx, other, complaint, onOther, { id, number });
    await this.clocks.end(tx, complaint, act.happenedAt);
    return complaint;
  }

  private async assertFit(tx: Transaction, complaint: Complaint, other: Complaint): Promise<void> {
    if (complaint.round > 1) throw groupErrors.mergeDisputed();
    if (afterMove(other.state, 'take-over') === undefined) throw groupErrors.mergedComplaintOver(other.number, other.state);
    // Who may not see which of them is known only when that is settled.
    if (complaint.aboutOpen || other.aboutOpen) throw groupErrors.aboutOpen();
    const open = await this.tasks.open(tx, complaint.id);
    if (open.tasks + open.repairs > 0) throw complaintErrors.workOpen(open);
    for (const [one, another] of [[complaint, other], [other, complaint]] as const) {
      if (one.handlerId && (await hiddenAmong(tx, another.id, [one.handlerId])).size > 0) throw groupErrors.mergeHandlerAbout();
      const complain = await this.complainants.personIds(tx, one.id);
      if (complain.some((personId) => another.aboutPersonIds.includes(personId))) throw groupErrors.mergeComplainantAbout();
    }
    const joining = await this.complainants.personIds(tx, complaint.id);
    if (other.handlerId && joining.includes(other.handlerId)) throw complaintErrors.handlerUnfitToComplain();
  }
}
