import { keepAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { FollowUpEvent } from '../domain/follow-up-event';
import type { FollowUp } from './follow-up.entity';

/** Whom it is passed on to has it until it is over or goes on to others, as they have the case itself (G1). */
export function tieSecondPeople(tx: Transaction, { id, siteId, version, passedOnTo }: FollowUp, event: FollowUpEvent): void {
  const isOver = event.kind === 'completed' || event.kind === 'cancelled';
  if (event.kind !== 'passed-on' && !(isOver && passedOnTo)) return;
  const personIds = event.kind === 'passed-on' ? event.personIds : [];
  const ties = personIds.map((personId) => ({ subject: `person:${personId}` as const, right: 'act' as const }));
  keepAccess(tx, { objectId: id, siteId, source: id, sourceVersion: version }, ties);
}

/** Whom it is passed on to now. */
export async function passedOnPeople(tx: Transaction, id: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT substr(subject, 8) AS person_id FROM object_access WHERE object_id = $1 AND source = $1 AND subject LIKE 'person:%' AND (until IS NULL OR until > $2)`,
    [id, tx.now],
  );
  return rows.map((row) => row.person_id);
}

/** Whether somebody of another site has it passed on to them. */
export async function isPassedOnTo(tx: Transaction, { id, passedOnTo }: FollowUp, personId: string): Promise<boolean> {
  if (passedOnTo !== 'another-site') return false;
  const rows = await tx.query('SELECT 1 FROM object_access WHERE object_id = $1 AND subject = $2 AND (until IS NULL OR until > $3)', [id, `person:${personId}`, tx.now]);
  return rows.length > 0;
}
