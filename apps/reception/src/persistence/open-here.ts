import { Injectable } from '@nestjs/common';
import type { Localized } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { stateNames } from '../domain/contact-states';
import type { HandOverRole } from '../domain/hand-over';
import type { OpenThing } from '../domain/say-this-now';
import { visitorStateNames, type VisitorState } from '../domain/visitor-states';
import { Callers } from './callers';

const most = 5;
const offered: Localized = { zh: '已请同事接手', en: 'a colleague was asked to take it over' };
const accepted: Localized = { zh: '同事已接手跟进', en: 'a colleague has taken it over' };

interface ContactRow extends Record<string, unknown> {
  number: string;
  recorded_at: Date;
  offered_at: Date | null;
  offered_role: HandOverRole | null;
  accepted_at: Date | null;
}

interface VisitorRow extends Record<string, unknown> {
  number: string;
  state: VisitorState;
  window_from: Date;
  window_until: Date;
}

/** What a caller has open at the desk itself. */
@Injectable()
export class OpenHere {
  constructor(
    private readonly database: Database,
    private readonly callers: Callers,
  ) {}

  /** Contacts of these people, and of the number that rings, whosever it is. */
  async contacts(siteId: string, personIds: readonly string[], phone: string | undefined): Promise<OpenThing[]> {
    const numbers = phone === undefined ? [] : this.callers.phoneIndexes(phone);
    const rows = await this.database.query<ContactRow>(
      `SELECT c.number, c.recorded_at, c.offered_at, c.offered_role,
         (SELECT max(h.decided_at) FROM hand_over h WHERE h.contact_id = c.id AND h.outcome = 'accepted') AS accepted_at
       FROM contact c WHERE c.site_id = $1 AND (c.person_id = ANY ($2) OR c.phone_index = ANY ($3)) AND c.state IN ('open', 'offered')
       ORDER BY c.recorded_at DESC LIMIT ${most}`,
      [siteId, personIds, numbers],
    );
    return rows.map((row) => ({ kind: 'contact', number: row.number, about: null, state: stateNames.open, at: row.recorded_at, latest: newsOf(row) }));
  }

  /** Whom they expect, or have with them. */
  async visitors(siteId: string, hostId: string): Promise<OpenThing[]> {
    const rows = await this.database.query<VisitorRow>(
      `SELECT number, state, window_from, window_until FROM visitor WHERE site_id = $1 AND host_id = $2 AND state IN ('announced', 'expected', 'inside')
       ORDER BY window_from DESC LIMIT ${most}`,
      [siteId, hostId],
    );
    return rows.map(({ number, state, window_from: at, window_until: until }) => ({ kind: 'visitor', number, about: null, state: visitorStateNames[state], at, latest: null, until }));
  }
}

/** What was written in the portal is no news until somebody of the desk has taken it. */
function newsOf({ offered_at: offeredAt, offered_role: role, accepted_at: acceptedAt }: ContactRow): OpenThing['latest'] {
  if (offeredAt && role !== 'desk') return { at: offeredAt, summary: offered };
  return acceptedAt && { at: acceptedAt, summary: accepted };
}
