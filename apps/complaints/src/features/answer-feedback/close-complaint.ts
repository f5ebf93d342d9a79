import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { hiddenFromOf } from '../../persistence/people';

/** Closes a case: its event carries what a record of it needs later, each date that of its own moment (W4.5). */
@Injectable()
export class CloseComplaint {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: Complainants,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, act: Act, answer: 'accepted' | 'no-answer' | 'dissent', words: string | null): Promise<void> {
    const households = await this.complainants.households(tx, complaint.id);
    const hiddenFrom = await hiddenFromOf(tx, complaint.id);
    const event = { kind: 'closed' as const, answer, households, handlerIds: complaint.handlerIds, hiddenFrom };
    this.complaints.advance(tx, complaint, act, event, { state: 'closed', answer, answerWords: words, closedAt: act.happenedAt });
    await this.clocks.end(tx, complaint, act.happenedAt);
  }
}
