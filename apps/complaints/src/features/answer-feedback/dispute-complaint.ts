import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { levelAfterDispute } from '../../domain/levels';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { PastRounds } from '../../persistence/past-rounds';
import { FirstHandler } from '../record-complaint/first-handler';
import { TellComplainants } from '../tell-complainants/tell-complainants';

/** One level up, to somebody new: the round that was disputed is kept, the next one begins without a handler (W2.3). */
@Injectable()
export class DisputeComplaint {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly rounds: PastRounds,
    private readonly firstHandler: FirstHandler,
    private readonly complainants: TellComplainants,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, act: Act, because: 'complainant' | 'follow-up', words: string | null): Promise<void> {
    const formerHandlerId = complaint.handlerId;
    if (words !== null) complaint.answerWords = words;
    const cleared = this.rounds.keep(tx, complaint);
    await this.clocks.end(tx, complaint, act.happenedAt);
    const next = { state: 'disputed', round: complaint.round + 1, level: levelAfterDispute(complaint.level), handlerId: null } as const;
    const dueAt = await this.clocks.beginAgain(tx, { ...complaint, ...next }, act.happenedAt);
    this.complaints.advance(tx, complaint, act, { kind: 'disputed', because, formerHandlerId }, { ...cleared, ...next, dueAt });
    if (formerHandlerId) this.firstHandler.revoke(tx, complaint, formerHandlerId);
    await this.complainants.tell(tx, complaint, 'complaint-disputed', act);
  }
}
