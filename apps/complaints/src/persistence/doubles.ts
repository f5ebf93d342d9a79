import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { NumberedComplaint } from '../domain/complaint-event';
import type { Complaint } from './complaint.entity';
import { Complaints } from './complaints';

type Row = NumberedComplaint & Record<string, unknown>;

/** Complaints of the same matter that another one goes on for (W2.3). */
@Injectable()
export class Doubles {
  constructor(
    private readonly database: Database,
    private readonly complaints: Complaints,
  ) {}

  of(complaintId: string): Promise<NumberedComplaint[]> {
    return this.database.query<Row>('SELECT id, number FROM complaint WHERE merged_into = $1 ORDER BY recorded_at, id', [complaintId]);
  }

  /** Which one goes on for it; null: it stands by itself. */
  async goesOnIn(tx: Transaction, complaintId: string): Promise<string | null> {
    const [row] = await tx.query<{ into: string | null }>('SELECT merged_into AS into FROM complaint WHERE id = $1', [complaintId]);
    return row?.into ?? null;
  }

  /** Of a locked complaint, and theirs: locked, the oldest first. None of them changes otherwise any more. */
  async lockOf(tx: Transaction, complaintId: string): Promise<Complaint[]> {
    const rows = await tx.query<Row>(
      `WITH RECURSIVE double (id) AS (SELECT id FROM complaint WHERE merged_into = $1 UNION SELECT c.id FROM complaint c JOIN double d ON c.merged_into = d.id)
       SELECT id FROM double ORDER BY id`,
      [complaintId],
    );
    const locked: Complaint[] = [];
    for (const { id } of rows) locked.push(await this.complaints.lockForFact(tx, id));
    return locked;
  }
}
