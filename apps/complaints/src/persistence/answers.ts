import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { AnswerKind, Answering } from '../domain/answers';
import { hasAccount, readsSince } from './accounts';
import type { Complaint } from './complaint.entity';

/** What somebody said to the result of a round, how and when. */
export interface ComplainantAnswer {
  complainantId: string;
  round: number;
  answer: AnswerKind;
  how: string | null;
  words: string | null;
  answeredAt: Date;
}

export interface NewAnswer extends Pick<ComplainantAnswer, 'complainantId' | 'answer' | 'how' | 'words' | 'answeredAt'> {
  /** Of the staff; null where they said it themselves. */
  recordedBy: string | null;
}

type Row<T> = T & Record<string, unknown>;

/** What each complainant says (W2.3): theirs and the office's to see, and nobody else's. Whoever keeps one holds the complaint locked. */
@Injectable()
export class Answers {
  constructor(private readonly database: Database) {}

  /** Of all rounds of some complaints, in their order; nothing that was said is erased (G3). */
  async of(complaintIds: string[]): Promise<Map<string, ComplainantAnswer[]>> {
    const rows = await this.database.query<Row<ComplainantAnswer & { complaintId: string }>>(
      `SELECT complaint_id AS "complaintId", complainant_id AS "complainantId", round, answer, how, words, answered_at AS "answeredAt" FROM complainant_answer
       WHERE complaint_id = ANY ($1) ORDER BY version, complainant_id`,
      [complaintIds],
    );
    return Map.groupBy(rows, ({ complaintId }) => complaintId);
  }

  /** Everybody who complains, with what they said last in the round that goes on; who complained first comes first. */
  answering(tx: Transaction, { id, round }: Pick<Complaint, 'id' | 'round'>): Promise<Array<Answering & { personId: string | null; words: string | null }>> {
    return tx.query<Row<Answering & { personId: string | null; words: string | null }>>(
      `SELECT k.id, k.person_id AS "personId", ${hasAccount('k.person_id')} AS "hasAccount", ${readsSince('k.person_id')} AS "readsSince", k.joined_at AS "joinedAt", a.answer, a.words FROM complainant k
       LEFT JOIN LATERAL (SELECT answer, words FROM complainant_answer a WHERE a.complainant_id = k.id AND a.complaint_id = $1 AND a.round = $2 ORDER BY version DESC LIMIT 1) a ON true
       WHERE k.complaint_id = $1 ORDER BY k.joined_at, k.id`,
      [id, round],
    );
  }

  /** Before the event that says so, with the next version of the complaint: by it they have their order. */
  keep(tx: Transaction, { id, version, round }: Complaint, { complainantId, answer, how, words, answeredAt, recordedBy }: NewAnswer): void {
    tx.send(
      `INSERT INTO complainant_answer (complaint_id, complainant_id, version, round, answer, how, words, answered_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, complainantId, version + 1, round, answer, how, words, answeredAt, recordedBy],
    );
  }
}
