import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import type { RecordFeedbackDto } from './record-feedback.dto';

const resultTold = '已反馈处理结果，不必再告知延期 / The result was told: there is no extension to tell of any more';

/** The complainant heard it: how, when, and what they said (W2.3). */
@Injectable()
export class RecordFeedbackHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly tellings: StrangerTasks,
  ) {}

  /** @throws unknown (404), notTheHandler (403), complaintMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { how, words, ...input }: RecordFeedbackDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    const state = stateAfter(complaint.state, 'give-feedback');
    const given = { feedbackHow: how, feedbackWords: words, feedbackAt: act.happenedAt };
    await this.tellings.cancel(tx, complaint, act, resultTold, ({ ofExtension }) => ofExtension);
    this.complaints.advance(tx, complaint, act, { kind: 'feedback-given' }, { state, ...given });
    await this.clocks.keep(tx, complaint, act, 'feedback-given');
    return complaint;
  }
}
