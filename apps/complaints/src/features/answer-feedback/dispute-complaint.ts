import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { ownDeadline, solvedBy } from '../../domain/deadline';
import { levelAfterDispute } from '../../domain/levels';
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
    private readonly rounds: PastRounds,
    private readonly firstHandler: FirstHandler,
    private readonly complainants: TellComplainants,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, act: Act, because: 'complainant' | 'follow-up', words: string | null): Promise<void> {
    const formerHandlerId = complaint.handlerId;
    if (words !== null) complaint.answerWords = words;
    const cleared = this.rounds.keep(tx, complaint);
    this.complaints.advance(tx, complaint, act, { kind: 'disputed', because, formerHandlerId }, {
      ...cleared,
      state: 'disputed',
      round: complaint.round + 1,
      level: levelAfterDispute(complaint.level),
      handlerId: null,
      dueAt: ownDeadline(solvedBy(act.happenedAt), ahead(complaint.hotlineDeadline, tx.now), tx.now),
    });
    if (formerHandlerId) this.firstHandler.revoke(tx, complaint, formerHandlerId);
    await this.complainants.tell(tx, complaint, 'complaint-disputed', act);
  }
}

/** A hotline's deadline that has passed leads no more. */
const ahead = (deadline: Date | null, now: Date): Date | null => (deadline && deadline > now ? deadline : null);
