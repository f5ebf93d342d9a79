import { Injectable } from '@nestjs/common';
import { accessCondition, actorFor } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { OpenSuggestions, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { stateNames, type SuggestionState } from '../../domain/suggestion-states';

const operation = 'complaints.readSuggestion';
const most = 5;

interface Row extends Record<string, unknown> {
  id: string;
  state: SuggestionState;
  recorded_at: Date;
  last_happened_at: Date;
}

/** What somebody who rings has suggested, until they have heard what came of it; to whom it is said is written down. */
@Injectable()
export class ListOpenSuggestionsHandler {
  constructor(private readonly audit: Audit) {}

  async execute(tx: Transaction, principal: Principal, siteId: string, makerId: string): Promise<OpenSuggestions> {
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 's.id', siteColumn: 's.site_id', firstParam: 3 });
    const rows = await tx.query<Row>(
      `SELECT s.id, s.state, s.recorded_at, s.last_happened_at FROM suggestion s
       WHERE s.site_id = $1 AND s.made_by = $2 AND (s.state IN ('recorded', 'reviewed', 'adopted', 'declined') OR (s.state = 'answered' AND s.adopted)) AND ${access.sql}
       ORDER BY s.recorded_at DESC, s.id DESC LIMIT ${most}`,
      [siteId, makerId, ...access.params],
    );
    for (const { id } of rows) {
      const actor = actorFor(principal, operation, siteId);
      this.audit.record(tx, { actor, operation, objectType: 'suggestion', objectId: id, siteId, details: { fields: ['person'], purpose: 'reception: say this now' } });
    }
    return {
      items: rows.map(({ state, recorded_at: recordedAt, last_happened_at: latestAt }) => ({
        state: stateNames[state],
        recordedAt: recordedAt.toISOString(),
        latestAt: latestAt.toISOString(),
      })),
    };
  }
}
