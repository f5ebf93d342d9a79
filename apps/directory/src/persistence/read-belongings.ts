import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import { leftAt } from './who-left';

export const belongingKinds = ['role', 'crew', 'duty', 'deputy-of', 'has-deputy', 'answers-for'] as const;
export type BelongingKind = (typeof belongingKinds)[number];

/** One thing that somebody must take over. */
export interface Belonging {
  kind: BelongingKind;
  id: string;
  siteId: string | null;
  /** The other person of a delegation or a line. */
  otherPersonId: string | null;
  /** Of a role or a duty. */
  role: string | null;
  crewId: string | null;
  from: Date;
  until: Date | null;
}

export interface Belongings {
  items: Belonging[];
  /** Who answers until each has a new owner: the nearest superior who is there; null: the company. */
  meanwhileId: string | null;
}

/**
 * What lasts or is to come of a person, of all that directory knows, and the roles that ended when they left while nobody else holds
 * them (G6).
 */
@Injectable()
export class ReadBelongings {
  constructor(private readonly database: Database) {}

  of(personId: string): Promise<Belongings> {
    return this.database.transaction(async (tx) => {
      const [items, meanwhileId] = await Promise.all([itemsOf(tx, personId), superiorAtWork(tx, personId)]);
      return { items, meanwhileId };
    });
  }
}

/** They held it, or were to, when their last account was closed, and nobody else holds it now. */
const leftBehind = `(ends_at >= ${leftAt('$1')}
  AND NOT EXISTS (SELECT 1 FROM role_grant o WHERE o.role = role_grant.role AND o.site_id IS NOT DISTINCT FROM role_grant.site_id
    AND tstzrange(o.starts_at, o.ends_at) @> $2::timestamptz))`;

function itemsOf(tx: Transaction, personId: string): Promise<Belonging[]> {
  const nothing = 'NULL::uuid';
  const part = (kind: BelongingKind, table: string, owner: string, columns: string, orLeft = 'false') =>
    `SELECT '${kind}' AS kind, id, ${columns}, starts_at AS "from", ends_at AS until
     FROM ${table} WHERE ${owner} = $1 AND (ends_at IS NULL OR ends_at > greatest(starts_at, $2) OR ${orLeft})`;
  return tx.query<Belonging & object>(
    [
      part('role', 'role_grant', 'person_id', `site_id AS "siteId", ${nothing} AS "otherPersonId", role, ${nothing} AS "crewId"`, leftBehind),
      part('crew', 'crew_membership', 'person_id', `site_id, ${nothing}, NULL, crew_id`),
      part('duty', 'duty', 'person_id', `site_id, ${nothing}, role, ${nothing}`),
      part('deputy-of', 'delegation', 'deputy_id', `${nothing}, person_id, NULL, ${nothing}`),
      part('has-deputy', 'delegation', 'person_id', `${nothing}, deputy_id, NULL, ${nothing}`),
      part('answers-for', 'superior', 'superior_id', `${nothing}, person_id, NULL, ${nothing}`),
    ].join(' UNION ALL ') + ' ORDER BY kind, "from", id',
    [personId, tx.now],
  );
}

async function superiorAtWork(tx: Transaction, personId: string): Promise<string | null> {
  const [nearest] = await tx.query<{ superior_id: string }>(
    `WITH RECURSIVE above AS (
       SELECT superior_id, 1 AS steps FROM superior WHERE person_id = $1 AND tstzrange(starts_at, ends_at) @> $2::timestamptz
       UNION ALL SELECT s.superior_id, a.steps + 1 FROM superior s JOIN above a ON s.person_id = a.superior_id
       WHERE tstzrange(s.starts_at, s.ends_at) @> $2::timestamptz)
     SELECT superior_id FROM above
     WHERE NOT EXISTS (SELECT 1 FROM absence b WHERE b.person_id = superior_id AND tstzrange(b.starts_at, b.ends_at) @> $2::timestamptz)
       AND ${leftAt('superior_id')} IS NULL
     ORDER BY steps LIMIT 1`,
    [personId, tx.now],
  );
  return nearest?.superior_id ?? null;
}
