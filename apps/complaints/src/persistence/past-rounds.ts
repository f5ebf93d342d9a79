import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { Complaint } from './complaint.entity';

/** What a round begins with: a dispute clears it, because the next one finds its own. */
export const newRound = {
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
  handlerReason: null,
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
    const fields = Object.fromEntries(Object.keys(newRound).map((name) => [name, complaint[name as keyof typeof newRound]]));
    tx.send('INSERT INTO past_round (complaint_id, round, level, handler_id, fields) VALUES ($1, $2, $3, $4, $5)', [
      complaint.id,
      complaint.round,
      complaint.level,
      complaint.handlerId,
      JSON.stringify(fields),
    ]);
    return { ...newRound };
  }
}

/** What only the handler does, or their deputy in their name; a task is cancelled by a correction, too. */
const handlersSteps = [
  'complaint-verified',
  'complaint-decided',
  'handling-begun',
  'complaint-explained',
  'task-added',
  'repair-linked',
  'result-recorded',
  'feedback-given',
  'extension-asked',
  'extension-told',
].map((fact) => `complaints.${fact}.v1`);
const inRoundBefore = `l.aggregate_version < (
  SELECT max(d.aggregate_version) FROM ledger d WHERE d.aggregate_id = $1 AND d.type = 'complaints.complaint-disputed.v1')`;

/** Whoever merges or takes that back gives tasks, too, to tell complainants of it; of an extension the handler does. */
const isTelling = `EXISTS (SELECT 1 FROM complaint_task t WHERE t.id = (l.data ->> 'taskId')::uuid AND t.complainant_id IS NOT NULL AND NOT t.of_extension)`;

/** What a merge brought that was taken back never was. */
const stood = `NOT EXISTS (
  SELECT 1 FROM ledger u WHERE u.aggregate_id = l.aggregate_id AND u.type = 'complaints.complaint-double-left.v1'
    AND l.aggregate_version BETWEEN (u.data -> 'undone' ->> 'from')::int AND (u.data -> 'undone' ->> 'to')::int)`;

/**
 * Whoever had a case in a round that was disputed, whether or not they had it at its end: the next rounds are somebody
 * else's (W2.3). By the ledger, which tells the rounds of one who had it twice apart.
 */
export async function handledBefore(tx: Transaction, complaintId: string): Promise<Set<string>> {
  const rows = await tx.query<{ handler_id: string }>(
    `SELECT DISTINCT l.data ->> 'handlerId' AS handler_id FROM ledger l
     WHERE l.aggregate_id = $1 AND l.data ->> 'handlerId' IS NOT NULL AND ${inRoundBefore} AND ${stood}
     UNION SELECT l.actor_id::text FROM ledger l WHERE l.aggregate_id = $1 AND l.actor_for IS NOT NULL AND l.type = ANY ($2) AND ${inRoundBefore} AND ${stood} AND NOT ${isTelling}`,
    [complaintId, handlersSteps],
  );
  return new Set(rows.map((row) => row.handler_id));
}
