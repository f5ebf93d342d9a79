import { Injectable } from '@nestjs/common';
import { systemActor, type WireEvent } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { afterFact, type ComplaintFact } from '../../domain/complaint-states';
import { isFinal } from '../../domain/levels';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { DisputeComplaint } from '../answer-feedback/dispute-complaint';

/** A fact another service announced. A repair belongs to no round. */
export type CrossingFact =
  | { fact: 'repair-finished'; repairRequestId: string }
  | { fact: `follow-up-${'satisfied' | 'unsatisfied' | 'unreachable'}`; round: number; followUpId: string };

/** What followups and tickets announce about a case: never refused, at most too late (events.md, Facts that cross). */
@Injectable()
export class ApplyFactHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly dispute: DisputeComplaint,
  ) {}

  async execute(tx: Transaction, complaintId: string, act: Act, crossing: CrossingFact): Promise<void> {
    const complaint = await this.complaints.lockForFact(tx, complaintId);
    const fact = atLevel(crossing.fact, complaint);
    const round = crossing.fact === 'repair-finished' ? complaint.round : crossing.round;
    const next = round === complaint.round ? afterFact(complaint.state, fact) : undefined;
    if (!next) return this.complaints.advance(tx, complaint, act, { kind: 'came-too-late', fact, factRound: round });
    if (crossing.fact === 'repair-finished')
      return this.complaints.advance(tx, complaint, act, { kind: 'linked-repair-finished', repairRequestId: crossing.repairRequestId });
    if (fact === 'follow-up-unsatisfied') return this.dispute.execute(tx, complaint, act, 'follow-up', null);
    if (fact === 'follow-up-dissent') this.complaints.advance(tx, complaint, act, { kind: 'dissent-recorded', followUpId: crossing.followUpId });
  }
}

/**
 * A fact enters a case in the name of the system: whoever did that elsewhere may be who complains, such as a resident who
 * cancels the repair that was to help them, and no event of a case may name them.
 */
export function factOf({ happenedat }: WireEvent): Act {
  return { actor: systemActor, happenedAt: new Date(happenedat) };
}

/** After the final decision a case goes no further: who is not satisfied then dissents. */
function atLevel(fact: CrossingFact['fact'], { level }: Complaint): ComplaintFact {
  return fact === 'follow-up-unsatisfied' && isFinal(level) ? 'follow-up-dissent' : fact;
}
