import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { groupErrors } from '../../domain/group-errors';
import { notBefore } from '../../domain/last-act';
import { mayTakeBack } from '../../domain/take-back';
import { ComplainantNotices } from '../../persistence/complainant-notices';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { Doubles } from '../../persistence/doubles';
import { Merges, type BeforeMerge } from '../../persistence/merges';
import { FirstHandler } from '../record-complaint/first-handler';
import { LeaveComplaint } from './leave-complaint';
import { TellAgain } from './tell-again';

/**
 * A merge that was none is taken back (G3): both complaints stand as they did before, whose clocks have run on. From whom either was hidden they stay
 * hidden, as after a correction: the history of each names the other.
 */
@Injectable()
export class TakeBackMergeHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly doubles: Doubles,
    private readonly merges: Merges,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
    private readonly firstHandler: FirstHandler,
    private readonly telling: TellAgain,
    private readonly leaving: LeaveComplaint,
    private readonly notices: ComplainantNotices,
  ) {}

  /** @throws unknown (404), ownComplaint (403), complaintNotMerged, mergeStands (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Complaint> {
    const mergedInto = await this.doubles.goesOnIn(tx, id);
    const { complaint, act, other } = await this.complaints.lockPairForAct(tx, command, id, mergedInto ?? id, input);
    // Somebody was faster: it was merged, or that was taken back, before it was locked.
    if (complaint.mergedInto !== mergedInto) throw requestErrors.stale();
    if (mergedInto === null) throw groupErrors.complaintNotMerged(complaint.state);
    const merge = await this.merges.of(tx, id);
    if (!other || !merge || !mayTakeBack(merge, command.principal.personId, tx.now)) throw groupErrors.mergeStands();
    await this.standAlone(tx, complaint, other, act, merge.before);
    await this.leaving.execute(tx, other, complaint, notBefore(act, other), merge);
    this.merges.forget(tx, id);
    return complaint;
  }

  private async standAlone(tx: Transaction, complaint: Complaint, { id, number }: Complaint, act: Act, before: BeforeMerge): Promise<void> {
    this.complaints.advance(tx, complaint, act, { kind: 'unmerged', into: { id, number } }, before.complaint);
    if (complaint.handlerId) this.firstHandler.grant(tx, complaint, complaint.handlerId);
    await this.clocks.goOn(tx, complaint);
    this.notices.tell(tx, await this.complainants.personIds(tx, complaint.id), 'complaint-unmerged', { type: 'complaint', ...complaint }, act);
    await this.telling.execute(tx, complaint, act, before.openTaskIds);
  }
}
