import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { Complaint } from './complaint.entity';

/** What a dispute clears, because the next round finds its own. */
const ofARound = {
  findings: null,
  decision: null,
  decisionReason: null,
  decidedBy: null,
  decidedAt: null,
  apology: null,
  promisedAt: null,
  explanation: null,
  helpGiven: null,
  unlawful: false,
  unlawfulStopped: null,
  unlawfulRecord: null,
  authority: null,
  authorityReference: null,
  reportedAt: null,
  result: null,
  feedbackHow: null,
  feedbackWords: null,
  feedbackAt: null,
  answer: null,
  answerWords: null,
  closedAt: null,
} as const satisfies Partial<Complaint>;

export interface PastRound {
  round: number;
  level: number;
  handlerId: string | null;
  fields: Record<string, string | boolean | null>;
}

/** Former rounds of a disputed case: nothing that was said is erased (G3). */
@Injectable()
export class PastRounds {
  constructor(private readonly database: Database) {}

  of(complaintId: string): Promise<PastRound[]> {
    return this.database.query<PastRound & Record<string, unknown>>(
      'SELECT round, level, handler_id AS "handlerId", fields FROM past_round WHERE complaint_id = $1 ORDER BY round',
      [complaintId],
    );
  }

  /** Keeps the round as it stands. @returns what the case is cleared to for the next one */
  keep(tx: Transaction, complaint: Complaint): Partial<Complaint> {
    const fields = Object.fromEntries(Object.keys(ofARound).map((name) => [name, complaint[name as keyof typeof ofARound]]));
    tx.send('INSERT INTO past_round (complaint_id, round, level, handler_id, fields) VALUES ($1, $2, $3, $4, $5)', [
      complaint.id,
      complaint.round,
      complaint.level,
      complaint.handlerId,
      JSON.stringify(fields),
    ]);
    return { ...ofARound };
  }
}
