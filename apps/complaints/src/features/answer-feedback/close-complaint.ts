import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { AnswerKind } from '../../domain/answers';
import { Answers } from '../../persistence/answers';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { hiddenFromOf } from '../../persistence/people';
import { StrangerTasks } from '../../persistence/stranger-tasks';

const over = '投诉已结束，不必再告知 / The complaint is over: there is nothing left to tell';

/** Closes a case: its event carries what a record of it needs later, each date that of its own moment (W4.5). */
@Injectable()
export class CloseComplaint {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
    private readonly answers: Answers,
    private readonly tellings: StrangerTasks,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, act: Act, answer: 'accepted' | 'no-answer' | 'dissent', words: string | null): Promise<void> {
    const households = await this.complainants.households(tx, complaint.id);
    const hiddenFrom = await hiddenFromOf(tx, complaint.id);
    const { handlerIds, attachmentIds: sent, evidenceIds } = complaint;
    const attachmentIds = [...sent, ...(await this.complainants.joinedAttachments(tx, complaint.id)), ...evidenceIds];
    const said = (await this.answers.answering(tx, complaint)).map((each) => each.answer);
    const many = (kind: AnswerKind): number => said.filter((each) => each === kind).length;
    const answers = { accepted: many('accepted'), disputed: many('disputed'), noAnswer: many('no-answer') };
    const event = { kind: 'closed' as const, answer, answers, households, handlerIds, hiddenFrom, attachmentIds };
    await this.tellings.cancel(tx, complaint, act, over);
    this.complaints.advance(tx, complaint, act, event, { state: 'closed', answer, answerWords: words, closedAt: act.happenedAt });
    await this.clocks.end(tx, complaint, act.happenedAt);
  }
}
