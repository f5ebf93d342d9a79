import { Injectable } from '@nestjs/common';
import { revokeAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { Complaint } from './complaint.entity';

/** The row of somebody who complains, to which what they said elsewhere may be added; of what they left of themselves, which is sealed, only whether there is any. */
export type StandingComplainant = Readonly<Record<string, unknown>> & { readonly id: string; readonly has_contact: boolean };

/** Who complains in a complaint because another one was merged into it: copies, whose originals stay with the other one. */
@Injectable()
export class JoinedComplainants {
  async standing(tx: Transaction, complaintId: string): Promise<StandingComplainant[]> {
    const rows = await tx.query<{ complainant: StandingComplainant }>(
      `SELECT to_jsonb(k) - 'contact_cipher' || jsonb_build_object('has_contact', k.contact_cipher IS NOT NULL) AS complainant
       FROM complainant k WHERE k.complaint_id = $1 ORDER BY k.joined_at, k.id`,
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
    const columns = Object.keys(before[0] ?? {}).filter((column) => column !== 'has_contact');
    if (columns.length === 0) return;
    tx.send(
      `UPDATE complainant k SET (${columns.join(', ')}) = ROW (${columns.map((column) => `b.${column}`).join(', ')}), contact_cipher = CASE WHEN (j ->> 'has_contact')::boolean THEN k.contact_cipher END
       FROM jsonb_array_elements($1) AS j, jsonb_populate_record(NULL::complainant, j) AS b WHERE k.id = b.id`,
      [JSON.stringify(before)],
    );
  }
}
