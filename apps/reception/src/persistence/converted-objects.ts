import type { Shielded } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';

/** The number of what a contact became, which comes once its owner has made it. */
export function noteNumber(tx: Transaction, objectId: string, number: string): void {
  tx.send('INSERT INTO converted_object (object_id, number) VALUES ($1, $2) ON CONFLICT (object_id) DO NOTHING', [objectId, number]);
}

/** The number of something that a contact may have become; the contact was there before it. What was to join a complaint became one of its own. */
export function noteNumberOfConverted(tx: Transaction, objectId: string, number: string): void {
  tx.send('UPDATE contact SET converted_id = complainant_id WHERE complainant_id = $1 AND converted_id <> complainant_id', [objectId]);
  tx.send(
    `INSERT INTO converted_object (object_id, number) SELECT $1::uuid, $2::text WHERE EXISTS (SELECT 1 FROM contact WHERE converted_id = $1::uuid)
     ON CONFLICT (object_id) DO NOTHING`,
    [objectId, number],
  );
}

/** Hides the contact that became a complaint from people and crews for good. */
export function hideConverted(tx: Transaction, objectId: string, { personIds, crewIds }: Shielded): void {
  tx.send(
    `INSERT INTO object_shield (object_id, subject) SELECT c.id, s.subject FROM contact c, unnest($2::text[]) AS s (subject) WHERE c.converted_id = $1 OR c.complainant_id = $1
     ON CONFLICT DO NOTHING`,
    [objectId, [...personIds.map((id) => `person:${id}`), ...crewIds.map((id) => `crew:${id}`)]],
  );
}
