import { grantAccess, revokeAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { Correction } from '../domain/correction';
import type { RepairRequest } from './repair-request.entity';

/** Access follows a corrected reporter at once: the wrong person sees nothing any more, the right one may act. */
export function moveReporterAccess(tx: Transaction, request: RepairRequest, { from, to }: Correction): void {
  if (to.reporterId === undefined) return;
  const tie = { objectId: request.id, siteId: request.siteId, right: 'act' as const, sourceVersion: request.version };
  if (from.reporterId) revokeAccess(tx, { ...tie, subject: `person:${from.reporterId}` });
  if (to.reporterId) grantAccess(tx, { ...tie, subject: `person:${to.reporterId}` });
}
