import { Injectable } from '@nestjs/common';
import type { ResolvedSession, SessionResolver } from '@property-office/access';
import { delegatedRoles, delegationKinds, type Deputyship, type RoleGrant } from '@property-office/contracts';
import { Database, statement } from '@property-office/persistence';
import { tokenHash } from './session-token';

const roleIsLent = delegationKinds
  .map((kind) => `d.kind = '${kind}' AND g.role IN (${delegatedRoles[kind].map((role) => `'${role}'`).join(', ')})`)
  .join(' OR ');

/**
 * Everything of a request's principal in one statement. Being a resident follows from a tie that lasts today. What a
 * deputy may is read from the roles of the other person at each request, so that it ends with them, and never goes on to a
 * deputy of the deputy. That the session was used is written down once a minute.
 */
const resolveSession = statement(
  'directory_resolve_session',
  `WITH live AS (
     SELECT s.id, s.account_id, a.person_id, p.name, s.last_seen_at
     FROM session s
     JOIN account a ON a.id = s.account_id AND a.closed_at IS NULL
     JOIN person p ON p.id = a.person_id
     WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
       AND s.last_seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
   ), seen AS (
     UPDATE session SET last_seen_at = clock_timestamp()
     FROM live WHERE session.id = live.id AND live.last_seen_at < clock_timestamp() - interval '1 minute'
   ), tied AS (
     SELECT t.home_id, t.site_id FROM tie t JOIN live ON t.person_id = live.person_id
     WHERE t.starts_at <= platform.now() AND (t.ends_at IS NULL OR t.ends_at > platform.now())
   ), held AS (
     SELECT g.role, g.site_id FROM role_grant g JOIN live ON g.person_id = live.person_id
     WHERE g.starts_at <= platform.now() AND (g.ends_at IS NULL OR g.ends_at > platform.now())
     UNION SELECT 'resident', site_id FROM tied
   ), lent AS (
     SELECT d.person_id, d.kind, jsonb_agg(jsonb_build_object('role', g.role, 'siteId', g.site_id) ORDER BY g.role, g.site_id) AS roles
     FROM delegation d JOIN live ON d.deputy_id = live.person_id
     JOIN role_grant g ON g.person_id = d.person_id AND (${roleIsLent})
       AND g.starts_at <= platform.now() AND (g.ends_at IS NULL OR g.ends_at > platform.now())
     WHERE d.starts_at <= platform.now() AND d.ends_at > platform.now()
     GROUP BY d.person_id, d.kind
   )
   SELECT live.id, live.account_id, live.person_id, live.name,
     (SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'siteId', site_id) ORDER BY role, site_id), '[]') FROM held) AS roles,
     ARRAY(SELECT DISTINCT m.crew_id FROM crew_membership m WHERE m.person_id = live.person_id
           AND m.starts_at <= platform.now() AND (m.ends_at IS NULL OR m.ends_at > platform.now()) ORDER BY 1) AS crews,
     ARRAY(SELECT DISTINCT home_id FROM tied ORDER BY 1) AS homes,
     (SELECT jsonb_agg(jsonb_build_object('forPersonId', lent.person_id, 'kind', lent.kind, 'roles', lent.roles) || coalesce(
        (SELECT jsonb_build_object('crews', jsonb_agg(DISTINCT m.crew_id)) FROM crew_membership m WHERE m.person_id = lent.person_id
         AND m.starts_at <= platform.now() AND (m.ends_at IS NULL OR m.ends_at > platform.now()) HAVING count(*) > 0), '{}')
        ORDER BY lent.person_id, lent.kind) FROM lent) AS deputyships
   FROM live`,
);

interface LiveRow {
  id: string;
  account_id: string;
  person_id: string;
  name: string;
  roles: RoleGrant[];
  crews: string[];
  homes: string[];
  deputyships: Deputyship[] | null;
}

/** Tells the door whose session a token is, and what its person is today. */
@Injectable()
export class DirectorySessionResolver implements SessionResolver {
  constructor(private readonly database: Database) {}

  async resolve(token: string): Promise<ResolvedSession | null> {
    const [row] = await this.database.query<LiveRow>(resolveSession, [tokenHash(token)]);
    if (!row) return null;
    const { id, account_id, person_id, name, roles, crews, homes, deputyships } = row;
    const principal = { personId: person_id, accountId: account_id, sessionId: id, name, roles, crews, homes };
    return { principal: { ...principal, ...(deputyships && { deputyships }) } };
  }
}
