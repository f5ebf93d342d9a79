import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Transaction } from '@property-office/persistence';
import type { Act, CommandContext } from '@property-office/service-kit';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { isFinal } from '../../domain/levels';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { TellComplainants } from '../tell-complainants/tell-complainants';
import type { AnswerFeedbackDto } from './answer-feedback.dto';
import { CloseComplaint } from './close-complaint';
import { DisputeComplaint } from './dispute-complaint';

const day = 24 * 3_600_000;
/** Nobody answering is not accepting: it is recorded so long after the feedback at the earliest. */
const patience = 3 * day;

/** What the complainant says to the result, by themselves or through the desk: accepted and closed, or disputed (W2.3). */
@Injectable()
export class AnswerFeedbackHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly close: CloseComplaint,
    private readonly dispute: DisputeComplaint,
    private readonly notices: TellComplainants,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns the complaint, and the words of the complainant where they answered themselves
   * @throws unknown (404), ownAnswer (403), feedbackMissing, tooSoonToGiveUp, finallyDecided, complaintMoveIllegal (409),
   *   stale (412)
   */
  async execute(tx: Transaction, command: CommandContext, id: string, input: AnswerFeedbackDto): Promise<{ complaint: Complaint; own: boolean; words: string | null }> {
    const { complaint, act, complains } = await this.complaints.lockForAnswer(tx, command, id, input);
    const { personId } = command.principal;
    const byHandler = [personId, ...personsBehind(act.actor)].some((each) => complaint.handlerIds.includes(each));
    if (input.answer !== 'disputed' && byHandler) throw complaintErrors.ownAnswer();
    const words = input.words ?? null;
    if (input.answer === 'disputed') await this.disputed(tx, complaint, act, words);
    else await this.closed(tx, complaint, act, input, complains);
    if (complains) {
      const { siteId } = complaint;
      this.audit.record(tx, { actor: { personId, role: 'resident' }, operation: command.operation, objectType: 'complaint', objectId: id, siteId });
    }
    const own = complains ? (await this.complainants.within(tx, id)).find((each) => each.personId === personId) : undefined;
    return { complaint, own: complains, words: own?.words ?? null };
  }

  private async disputed(tx: Transaction, complaint: Complaint, act: Act, words: string | null): Promise<void> {
    const final = isFinal(complaint.level);
    if (final && complaint.state === 'closed') throw complaintErrors.finallyDecided();
    // Decided finally: what they think of it is on record, and the case is closed with it.
    stateAfter(complaint.state, final ? 'dissent' : 'dispute');
    if (complaint.feedbackAt === null) throw complaintErrors.feedbackMissing();
    if (final) return this.close.execute(tx, complaint, act, 'dissent', words);
    await this.dispute.execute(tx, complaint, act, 'complainant', words);
  }

  private async closed(tx: Transaction, complaint: Complaint, act: Act, { answer, words = undefined }: AnswerFeedbackDto, complains: boolean): Promise<void> {
    stateAfter(complaint.state, answer === 'accepted' ? 'accept' : 'give-up');
    if (complaint.feedbackAt === null) throw complaintErrors.feedbackMissing();
    const noAnswer = answer === 'no-answer';
    if (noAnswer && (complains || act.happenedAt.getTime() < complaint.feedbackAt.getTime() + patience)) throw complaintErrors.tooSoonToGiveUp();
    await this.close.execute(tx, complaint, act, noAnswer ? 'no-answer' : 'accepted', words ?? null);
    await this.notices.tell(tx, complaint, 'complaint-closed', act);
  }
}
