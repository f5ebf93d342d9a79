import { Injectable } from '@nestjs/common';
import { derivedId, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereSaid, type Transaction } from '@property-office/persistence';
import type { EscalationState } from '../domain/escalation-states';

/** Something that was escalated to a person, and how it stands with them. */
export interface Escalation {
  id: string;
  personId: string;
  forPersonId: string | null;
  siteId: string;
  objectType: string;
  objectId: string;
  number: string | null;
  deadlineId: string;
  promise: string;
  class: string;
  level: string;
  dueAt: Date;
  reachedAt: Date;
  state: EscalationState;
  version: number;
  note: string | null;
  acknowledgedAt: Date | null;
  actedAt: Date | null;
  lastHappenedAt: Date;
  shownOnTime: boolean;
}

const columns = `e.id, e.person_id AS "personId", e.for_person_id AS "forPersonId", e.site_id AS "siteId", e.object_type AS "objectType",
  e.object_id AS "objectId", e.number, e.deadline_id AS "deadlineId", e.promise, e.class, e.level, e.due_at AS "dueAt",
  e.reached_at AS "reachedAt", e.state, e.version, e.note, e.acknowledged_at AS "acknowledgedAt", e.acted_at AS "actedAt",
  e.last_happened_at AS "lastHappenedAt",
  EXISTS (SELECT 1 FROM escalation_on_time s WHERE s.deadline_id = e.deadline_id AND s.level = e.level) AS "shownOnTime"`;

/** Everybody reads and answers what was escalated to themselves, whatever their roles. */
@Injectable()
export class Escalations {
  constructor(private readonly database: Database) {}

  async page(personId: string, { limit, cursor, open, q }: { limit: number; cursor?: PagePosition; open?: boolean; q?: string }): Promise<Page<Escalation>> {
    const said = q === undefined ? undefined : whereSaid(`concat_ws(' ', e.number, e.note)`, q);
    if (q !== undefined && !said) return { items: [], nextCursor: null };
    const rows = await this.database.query<Escalation & { [column: string]: unknown }>(
      `SELECT ${columns} FROM escalation e WHERE e.person_id = $1
         AND ($2::timestamptz IS NULL OR (e.reached_at, e.id) < ($2, $3::uuid)) AND ($4::boolean IS NULL OR (e.state = 'open') = $4)
         ${said ? `AND ${said.sql('$6')}` : ''}
       ORDER BY e.reached_at DESC, e.id DESC LIMIT $5`,
      [personId, cursor?.at ?? null, cursor?.id ?? null, open ?? null, limit + 1, ...(said ? [said.value] : [])],
    );
    return toPage(rows, limit, ({ reachedAt, id }) => ({ at: reachedAt.toISOString(), id }));
  }

  /** @returns undefined where it is not theirs */
  async lockOwn(tx: Transaction, personId: string, id: string): Promise<Escalation | undefined> {
    const [row] = await tx.query<Escalation & { [column: string]: unknown }>(
      `SELECT ${columns} FROM escalation e WHERE e.id = $1 AND e.person_id = $2 FOR UPDATE OF e`,
      [id, personId],
    );
    return row;
  }

  save(tx: Transaction, { id, state, version, note, acknowledgedAt, actedAt, lastHappenedAt }: Escalation): void {
    tx.send(
      `UPDATE escalation SET state = $2, version = $3, note = $4, acknowledged_at = $5, acted_at = $6, last_happened_at = $7 WHERE id = $1`,
      [id, state, version, note, acknowledgedAt, actedAt, lastHappenedAt],
    );
  }
}

export type NewEscalation = Pick<
  Escalation,
  'personId' | 'forPersonId' | 'siteId' | 'objectType' | 'objectId' | 'number' | 'deadlineId' | 'promise' | 'class' | 'level' | 'reachedAt'
> & { dueAt: string };

/** Puts it on the person's list, once for each level. */
export function keepEscalation(tx: Transaction, escalation: NewEscalation): void {
  const { personId, deadlineId, level, reachedAt } = escalation;
  tx.send(
    `INSERT INTO escalation (id, person_id, for_person_id, site_id, object_type, object_id, number, deadline_id, promise, class, level, due_at,
       reached_at, state, version, last_happened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', 0, $13) ON CONFLICT DO NOTHING`,
    [
      derivedId('escalation', deadlineId, level, personId),
      personId,
      escalation.forPersonId,
      escalation.siteId,
      escalation.objectType,
      escalation.objectId,
      escalation.number,
      deadlineId,
      escalation.promise,
      escalation.class,
      level,
      escalation.dueAt,
      reachedAt,
    ],
  );
}

export function keepShownOnTime(tx: Transaction, deadlineId: string, level: string): void {
  tx.send('INSERT INTO escalation_on_time (deadline_id, level) VALUES ($1, $2) ON CONFLICT DO NOTHING', [deadlineId, level]);
}
