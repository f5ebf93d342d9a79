import { Injectable } from '@nestjs/common';
import { revokeAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { Complaint } from './complaint.entity';

/** What somebody else's words may be added to, where they complain in both. */
export interface StandingComplainant {
  id: string;
  home_id: string | null;
  words: string | null;
  about_words: string | null;
  attachment_ids: string[];
  hotline_number: string | null;
  hotline_deadline: string | null;
  households: number;
}

const kept = ['home_id', 'words', 'about_words', 'attachment_ids', 'hotline_number', 'hotline_deadline', 'households'];

/** Who complains in a complaint because another one was merged into it: copies, whose originals stay with the other one. */
@Injectable()
export class JoinedComplainants {
  async standing(tx: Transaction, complaintId: string): Promise<StandingComplainant[]> {
    const rows = await tx.query<{ complainant: StandingComplainant }>(
      `SELECT to_jsonb(k) AS complainant FROM (SELECT id, ${kept.join(', ')} FROM complainant WHERE complaint_id = $1 ORDER BY joined_at, id) k`,
      [complaintId],
    );
    return rows.map(({ complainant }) => complainant);
  }

  /** Whoever complains in a complaint and did not before. */
  async since(tx: Transaction, complaintId: string, before: readonly StandingComplainant[]): Promise<Array<{ id: string; personId: string | null }>> {
    return tx.query<{ id: string; personId: string | null }>(
      'SELECT id, person_id AS "personId" FROM complainant WHERE complaint_id = $1 AND id <> ALL ($2::uuid[]) ORDER BY joined_at, id',
      [complaintId, before.map(({ id }) => id)],
    );
  }

  /** They complain there no more, and see nothing of it; whoever stays says there what they said before. */
  leave(tx: Transaction, { id, siteId, version }: Complaint, joined: ReadonlyArray<{ id: string; personId: string | null }>, before: readonly StandingComplainant[]): void {
    const ids = joined.map((each) => each.id);
    // What was to be told them stays, as a task that was cancelled.
    tx.send('UPDATE complaint_task SET complainant_id = NULL WHERE complainant_id = ANY ($1)', [ids]);
    tx.send('DELETE FROM complainant WHERE id = ANY ($1)', [ids]);
    for (const { personId } of joined) if (personId !== null) revokeAccess(tx, { objectId: id, siteId, subject: `person:${personId}`, right: 'act', sourceVersion: version });
    tx.send(
      `UPDATE complainant k SET (${kept.join(', ')}) = ROW (${kept.map((column) => `b.${column}`).join(', ')})
       FROM jsonb_populate_recordset(NULL::complainant, $1) b WHERE k.id = b.id`,
      [JSON.stringify(before)],
    );
  }
}
