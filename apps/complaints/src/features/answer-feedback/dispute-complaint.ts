import { Injectable } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { levelAfterDispute, needsReason } from '../../domain/levels';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { PastRounds } from '../../persistence/past-rounds';
import { thereFirst } from '../../persistence/there-first';
import { whoIsLeft } from '../../persistence/who-is-left';
import { HandOver } from '../assign-complaint/hand-over';
import { TellComplainants } from '../tell-complainants/tell-complainants';

/** One level up, to somebody new: the round that was disputed is kept, the next one begins without a handler (W2.3). */
@Injectable()
export class DisputeComplaint {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly rounds: PastRounds,
    private readonly handOver: HandOver,
    private readonly complainants: TellComplainants,
    private readonly people: Complainants,
  ) {}

  async execute(tx: Transaction, complaint: Complaint, act: Act, because: 'complainant' | 'follow-up', words: string | null): Promise<void> {
    const formerHandlerId = complaint.handlerId;
    if (words !== null) complaint.answerWords = words;
    const cleared = this.rounds.keep(tx, complaint);
    await this.clocks.end(tx, complaint, act.happenedAt);
    const next = { state: 'disputed', round: complaint.round + 1, level: levelAfterDispute(complaint.level), handlerId: null } as const;
    const dueAt = await this.clocks.beginAgain(tx, { ...complaint, ...next }, act.happenedAt);
    this.complaints.advance(tx, complaint, act, { kind: 'disputed', because, formerHandlerId }, { ...cleared, ...next, dueAt });
    await this.handOver.execute(tx, complaint, act, formerHandlerId);
    await this.passOn(tx, complaint, act.happenedAt);
    await this.complainants.tell(tx, complaint, 'complaint-disputed', act);
  }

  /**
   * Where nobody of the level may have it, whoever is left and there has it at once, without waiting for somebody to find that out (G1). Nobody is given
   * again what they had before by itself: that takes a reason, and the levels of escalation are told until somebody gives it.
   */
  private async passOn(tx: Transaction, complaint: Complaint, happenedAt: Date): Promise<void> {
    const left = await whoIsLeft(tx, complaint, new Set(await this.people.personIds(tx, complaint.id)));
    if (!left || needsReason(left.circle)) return;
    const [handlerId] = (await thereFirst(tx, complaint, left.people)) as [string];
    const handlerIds = [...new Set([...complaint.handlerIds, handlerId])];
    const act = { actor: systemActor, happenedAt };
    this.complaints.advance(tx, complaint, act, { kind: 'assigned', formerHandlerId: null, circle: left.circle }, { handlerId, handlerIds });
    await this.handOver.execute(tx, complaint, act, null);
  }
}
