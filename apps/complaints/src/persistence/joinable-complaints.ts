import { Injectable } from '@nestjs/common';
import type { ComplaintKind, Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import type { ComplaintState } from '../domain/complaint-states';
import { householdsOf } from './complainants';
import { caseAccess } from './case-access';
import { searchCondition } from './case-search';

const most = 10;
/** What was complained about before that is hardly the same matter. */
const recentDays = 30;

export interface JoinableComplaint {
  id: string;
  number: string;
  kind: ComplaintKind;
  state: ComplaintState;
  words: string;
  households: number;
  major: boolean;
  recordedAt: Date;
}

export interface SameMatter {
  siteId: string;
  kind?: ComplaintKind;
  placeId?: string;
  q?: string;
}

/** Complaints that somebody else may be one more complainant of: open, recent, and none that is hidden from whoever looks (W2.3). */
@Injectable()
export class JoinableComplaints {
  constructor(private readonly database: Database) {}

  async of(principal: Principal, { siteId, kind, placeId, q }: SameMatter): Promise<JoinableComplaint[]> {
    const search = q === undefined ? undefined : searchCondition(q, 'c.id');
    const params = [siteId, principal.personId, recentDays, kind ?? null, placeId ?? null, ...(search ? [search.value] : [])];
    const access = caseAccess(principal, { operation: 'complaints.listJoinableComplaints', right: 'read', firstParam: params.length + 1, orComplainant: false });
    const matches = `(c.kind IS NOT DISTINCT FROM $4::text)::int + (c.place_id = $5::uuid IS TRUE)::int + (${search?.sql('$6') ?? 'false'})::int`;
    const wanted = [kind, placeId, q].some((each) => each !== undefined);
    return this.database.query<JoinableComplaint & Record<string, unknown>>(
      `SELECT * FROM (
         SELECT c.id, c.number, c.kind, c.state, c.words, cardinality(c.major_because) > 0 AS major, c.recorded_at AS "recordedAt", ${matches} AS matches,
           ${householdsOf('c.id')} AS households
         FROM complaint c
         WHERE c.site_id = $1 AND c.state NOT IN ('closed', 'merged') AND c.recorded_at > platform.now() - $3 * interval '1 day'
           AND NOT EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.person_id = $2) AND ${access.sql}) found
       ${wanted ? 'WHERE matches > 0' : ''} ORDER BY matches DESC, "recordedAt" DESC, id DESC LIMIT ${most}`,
      [...params, ...access.params],
    );
  }
}
