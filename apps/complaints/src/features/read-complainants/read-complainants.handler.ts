import { Injectable } from '@nestjs/common';
import { actorFor, onObject, siteActedFrom } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { complaintErrors } from '../../domain/errors';
import { caseAccess } from '../../persistence/case-access';
import { Complainants, type Complainant } from '../../persistence/complainants';

const operation = 'complaints.readComplainants';

/** Who complains, in full: each look is audited in the transaction that gives it (G7). */
@Injectable()
export class ReadComplainantsHandler {
  constructor(
    private readonly complainants: Complainants,
    private readonly audit: Audit,
  ) {}

  /** @throws unknown (404), for a complainant too: who else complains is not theirs to see */
  async execute(tx: Transaction, principal: Principal, id: string): Promise<{ items: Complainant[] }> {
    const access = caseAccess(principal, { operation, right: 'act', firstParam: 3, orComplainant: false });
    const [row] = await tx.query<{ site_id: string }>(
      `SELECT c.site_id FROM complaint c
       WHERE c.id = $1 AND NOT EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.person_id = $2) AND ${access.sql}`,
      [id, principal.personId, ...access.params],
    );
    if (!row) throw complaintErrors.unknown();
    const acting = await onObject(tx, principal, id);
    this.audit.record(tx, {
      actor: actorFor(acting, operation, siteActedFrom(acting, operation, row.site_id)),
      operation,
      objectType: 'complaint',
      objectId: id,
      siteId: row.site_id,
      details: { fields: ['person', 'home', 'name', 'phone'] },
    });
    return { items: await this.complainants.within(tx, id) };
  }
}
