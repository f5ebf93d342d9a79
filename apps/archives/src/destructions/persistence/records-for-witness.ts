import type { Transaction } from '@property-office/persistence';

export interface WitnessedRecord {
  archiveNumber: string;
  /** Null: it is confidential, and whoever holds the link is not of the office. */
  title: string | null;
  pages: number | null;
  proof: string;
}

/** What a witness from elsewhere checks against the shelf. */
export function recordsForWitness(tx: Transaction, destructionId: string): Promise<WitnessedRecord[]> {
  return tx.query<WitnessedRecord & Record<string, unknown>>(
    `SELECT r.archive_number AS "archiveNumber", CASE WHEN d.confidentiality = 'confidential' THEN NULL ELSE d.title END AS title, d.pages, r.proof
     FROM destruction_item i JOIN record r ON r.id = i.record_id JOIN record_state s ON s.id = r.id JOIN record_description d ON d.record_id = r.id AND d.version = s.description
     WHERE i.destruction_id = $1 ORDER BY r.archive_number`,
    [destructionId],
  );
}
