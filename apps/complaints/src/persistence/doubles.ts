import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { NumberedComplaint } from '../domain/complaint-event';
import type { Complaint } from './complaint.entity';
import { Complaints } from './complaints';

type Row = NumberedComplaint & Record<string, unknown>;

/** SQL: those merged into a complaint, and into them. */
const theirs = 'SELECT id FROM complaint WHERE merged_into = $1 UNION SELECT c.id FROM complaint c JOIN double d ON c.merged_into = d.id';

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

  /** Whether any of those a complaint goes on for, or of theirs, was extended, or was to be: whoever complained there has been told of one extension (W2.3). */
  async wereExtended(tx: Transaction, complaintId: string): Promise<boolean> {
    const [row] = await tx.query<{ extended: boolean }>(
      `WITH RECURSIVE double (id) AS (${theirs}) SELECT EXISTS (SELECT 1 FROM complaint JOIN double USING (id) WHERE extension_told_at IS NOT NULL OR extension_told_ids IS NOT NULL) AS extended`,
      [complaintId],
    );
    return row!.extended;
  }

  /** Which one goes on for it; null: it stands by itself. */
  async goesOnIn(tx: Transaction, complaintId: string): Promise<string | null> {
    const [row] = await tx.query<{ into: string | null }>('SELECT merged_into AS into FROM complaint WHERE id = $1', [complaintId]);
    return row?.into ?? null;
  }

  /** Of a locked complaint, and theirs: locked, the oldest first. None of them changes otherwise any more. */
  async lockOf(tx: Transaction, complaintId: string): Promise<Complaint[]> {
    const rows = await tx.query<Row>(
      `WITH RECURSIVE double (id) AS (${theirs}) SELECT id FROM double ORDER BY id`,
      [complaintId],
    );
    const locked: Complaint[] = [];
    for (const { id } of rows) locked.push(await this.complaints.lockForFact(tx, id));
    return locked;
  }
}
