import { Injectable } from '@nestjs/common';
import { actorFor, onObject, siteActedFrom } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { ComplaintKind, OpenComplaints, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { kindsOfComplaint } from '../../domain/complaint-kinds';
import { stateNames, type ComplaintState } from '../../domain/complaint-states';
import { openPromise } from '../../domain/open-promise';
import { caseAccess } from '../../persistence/case-access';

/** Whoever learns what a caller complains about learns who complains: it is the same right, and is written down as such. */
const operation = 'complaints.readComplainants';
const most = 5;

interface Row extends Record<string, unknown> {
  id: string;
  number: string;
  state: ComplaintState;
  kind: ComplaintKind;
  due_at: Date | null;
  extension_until: Date | null;
  extension_told_at: Date | null;
  recorded_at: Date;
  last_happened_at: Date;
}

/** What somebody who rings complains about, for the desk to say how it stands: to nobody it is hidden from (W2.3). */
@Injectable()
export class ListOpenComplaintsHandler {
  constructor(private readonly audit: Audit) {}

  async execute(tx: Transaction, principal: Principal, siteId: string, complainantId: string): Promise<OpenComplaints> {
    const access = caseAccess(principal, { operation, right: 'act', firstParam: 4, orComplainant: false });
    const rows = await tx.query<Row>(
      `SELECT c.id, c.number, c.state, c.kind, c.due_at, c.extension_until, c.extension_told_at, c.recorded_at, c.last_happened_at
       FROM complaint c
       WHERE c.site_id = $1 AND c.state NOT IN ('closed', 'merged')
         AND EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.person_id = $2)
         AND NOT EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.person_id = $3)
         AND ${access.sql}
       ORDER BY c.recorded_at DESC, c.id DESC LIMIT ${most}`,
      [siteId, complainantId, principal.personId, ...access.params],
    );
    for (const { id } of rows) {
      // Each is seen by the rights of those it is not hidden from, and written down for one of them.
      const acting = await onObject(tx, principal, id);
      this.audit.record(tx, {
        actor: actorFor(acting, operation, siteActedFrom(acting, operation, siteId)),
        operation,
        objectType: 'complaint',
        objectId: id,
        siteId,
        details: { fields: ['person'], purpose: 'reception: say this now' },
      });
    }
    return { items: rows.map((row) => itemOf(row, tx.now)) };
  }
}

function itemOf(row: Row, now: Date): OpenComplaints['items'][number] {
  const { id, number, state, kind } = row;
  const standing = { state, dueAt: row.due_at, extensionUntil: row.extension_until, extensionToldAt: row.extension_told_at };
  return {
    id,
    number,
    state: stateNames[state],
    kind: kindsOfComplaint[kind].name,
    recordedAt: row.recorded_at.toISOString(),
    latestAt: row.last_happened_at.toISOString(),
    promised: openPromise(standing, now),
  };
}
