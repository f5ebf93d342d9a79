import type { Actor } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';

/** A person in a role, or a service on its own account. */
export type Viewer = { actor: Actor } | { service: string };

/**
 * Writes down, in the transaction that shows them, whose data were shown to whom and why (G7). The application cannot
 * change or remove it afterwards.
 */
export function recordView(
  tx: Transaction,
  viewer: Viewer,
  personIds: readonly string[],
  fields: readonly string[],
  reason: string,
): void {
  const actor = 'actor' in viewer ? viewer.actor : undefined;
  const service = 'service' in viewer ? viewer.service : null;
  tx.send(
    `INSERT INTO personal_data_view (id, viewed_at, person_id, fields, reason, viewer_id, viewer_role, service)
     SELECT id, $3, person_id, $4, $5, $6, $7, $8 FROM unnest($1::uuid[], $2::uuid[]) AS shown (id, person_id)`,
    [
      personIds.map(() => newId()),
      personIds,
      tx.now,
      fields,
      reason,
      actor?.personId ?? null,
      actor?.role ?? null,
      service,
    ],
  );
}
