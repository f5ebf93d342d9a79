import { Injectable } from '@nestjs/common';
import type { CheckedComplaint, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { complaintErrors } from '../../domain/errors';
import { mayNotJoin } from '../../domain/joining';
import { caseAccess } from '../../persistence/case-access';
import { Complainants } from '../../persistence/complainants';
import { hiddenFromOf } from '../../persistence/people';

export interface ExaminedJoining {
  siteId: string;
  joins: string;
  /** Who converts. */
  principal: Principal;
  complainantId: string | null;
}

interface Row extends Record<string, unknown> {
  number: string;
  handlerId: string | null;
  aboutPersonIds: string[];
}

/** Whether a caller can join an open complaint. One that is hidden from whoever converts is answered as one that is not there (W2.3). */
@Injectable()
export class CheckJoining {
  constructor(private readonly complainants: Complainants) {}

  /** @throws joinedUnknown, joinedUnfit (400) */
  async execute(tx: Transaction, { siteId, joins, principal, complainantId }: ExaminedJoining): Promise<NonNullable<CheckedComplaint['joined']>> {
    const access = caseAccess(principal, { operation: 'complaints.joinComplaint', right: 'act', firstParam: 4, orComplainant: false });
    const [found] = await tx.query<Row>(
      `SELECT c.number, c.handler_id AS "handlerId", c.about_person_ids AS "aboutPersonIds" FROM complaint c
       WHERE c.id = $1 AND c.site_id = $2 AND c.state NOT IN ('closed', 'merged')
         AND NOT EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.person_id = $3) AND ${access.sql}`,
      [joins, siteId, principal.personId, ...access.params],
    );
    if (!found) throw complaintErrors.joinedUnknown();
    const refusal = complainantId && mayNotJoin(complainantId, found, await this.complainants.personIds(tx, joins));
    if (refusal) throw complaintErrors.joinedUnfit(refusal);
    return { number: found.number, hiddenFrom: await hiddenFromOf(tx, joins) };
  }
}
