import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { givenUpFrom, type AnswerKind, type Answering } from '../../domain/answers';
import { complaintErrors, stateAfter } from '../../domain/errors';
import { groupErrors } from '../../domain/group-errors';
import { isFinal } from '../../domain/levels';
import { Answers } from '../../persistence/answers';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import type { AnswerFeedbackDto } from './answer-feedback.dto';
import { DisputeComplaint } from './dispute-complaint';
import { EndWaiting } from './end-waiting';

/** Of a case what is one complainant's. */
export interface OwnPart {
  words: string | null;
  said: AnswerKind;
}

/**
 * What a complainant says to the result, by themselves or through the desk (W2.3). Of several each answers for themselves, and none for another: one who
 * disputes takes it one level up for all, and it is closed when none is left to be waited for.
 */
@Injectable()
export class AnswerFeedbackHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
    private readonly answers: Answers,
    private readonly waiting: EndWaiting,
    private readonly dispute: DisputeComplaint,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns the complaint, and what stands there of the complainant where they answered themselves
   * @throws unknown (404), ownAnswer, answerOfAnother (403), complainantUnknown, answerOfWhom, answerWayMissing (400), feedbackMissing, tooSoonToGiveUp,
   *   alreadyAnswered, finallyDecided, complaintMoveIllegal (409), stale (412)
   */
  async execute(tx: Transaction, command: CommandContext, id: string, input: AnswerFeedbackDto): Promise<{ complaint: Complaint; own?: OwnPart }> {
    const { complaint, act, complains } = await this.complaints.lockForAnswer(tx, command, id, input);
    const { personId } = command.principal;
    const byHandler = [personId, ...personsBehind(act.actor)].some((each) => complaint.handlerIds.includes(each));
    if (input.answer !== 'disputed' && byHandler) throw complaintErrors.ownAnswer();
    const final = assertPossible(complaint, input.answer);
    const all = await this.answers.answering(tx, complaint);
    const whose = answeredBy(all, input, complains ? personId : null);
    if (!complains && all.length > 1 && input.answer !== 'no-answer' && input.how === undefined) throw groupErrors.answerWayMissing();
    const soon = (each: Answering): boolean => act.happenedAt < givenUpFrom(each, complaint.feedbackAt!);
    if (input.answer === 'no-answer' && (complains || whose.some(soon))) throw complaintErrors.tooSoonToGiveUp();
    const said = { answer: input.answer, how: input.how ?? null, words: input.words ?? null, answeredAt: act.happenedAt, recordedBy: complains ? null : personId };
    for (const each of whose) {
      this.answers.keep(tx, complaint, { complainantId: each.id, ...said });
      Object.assign(each, { answer: said.answer, words: said.words });
    }
    if (input.answer === 'disputed' && !final) await this.dispute.execute(tx, complaint, act, 'complainant', said.words);
    else await this.waiting.afterAnswer(tx, complaint, act, all);
    if (!complains) return { complaint };
    const { siteId } = complaint;
    this.audit.record(tx, { actor: { personId, role: 'resident' }, operation: command.operation, objectType: 'complaint', objectId: id, siteId });
    const own = (await this.complainants.within(tx, id)).find((each) => each.personId === personId);
    return { complaint, own: { words: own?.words ?? null, said: input.answer } };
  }
}

/** @returns whether it was decided finally: whoever does not accept that dissents. @throws feedbackMissing, finallyDecided, complaintMoveIllegal (409) */
function assertPossible({ state, level, feedbackAt }: Complaint, answer: AnswerFeedbackDto['answer']): boolean {
  const final = isFinal(level);
  if (answer === 'disputed') {
    if (final && state === 'closed') throw complaintErrors.finallyDecided();
    stateAfter(state, final ? 'dissent' : 'dispute');
  } else stateAfter(state, answer === 'accepted' ? 'accept' : 'give-up');
  if (feedbackAt === null) throw complaintErrors.feedbackMissing();
  return final;
}

/** @returns who answers; whom the desk did not reach are all it has nothing of, where it names none */
function answeredBy<T extends Answering & { personId: string | null }>(all: T[], { answer, complainantId }: AnswerFeedbackDto, personId: string | null): T[] {
  const named = complainantId === undefined ? undefined : all.find(({ id }) => id === complainantId);
  if (personId !== null) {
    const own = all.find((each) => each.personId === personId)!;
    if (complainantId !== undefined && named !== own) throw groupErrors.answerOfAnother();
    return [fresh(own, answer)];
  }
  if (complainantId !== undefined) {
    if (!named) throw groupErrors.complainantUnknown();
    return [fresh(named, answer)];
  }
  const open = all.filter((each) => each.answer === null);
  if (answer === 'no-answer' && open.length > 0) return open;
  const [only, ...others] = all.length === 1 ? all : open;
  if (!only || others.length > 0) throw groupErrors.answerOfWhom();
  return [fresh(only, answer)];
}

/** Somebody may think again, but says the same thing once; and who said something has not said nothing. */
function fresh<T extends Answering>(who: T, answer: AnswerFeedbackDto['answer']): T {
  if (who.answer !== null && (answer === 'no-answer' || (who.answer === answer && answer !== 'disputed'))) throw groupErrors.alreadyAnswered();
  return who;
}
