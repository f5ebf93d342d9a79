import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge, shieldCondition, type OperationKey, type SqlFragment } from '@property-office/access';
import type { FailureReason } from '@property-office/channels';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereSaid, type Transaction } from '@property-office/persistence';
import type { Channel } from '../domain/channels';
import type { DeliveryState } from '../domain/delivery-states';
import { reasonTexts } from './failure-texts';
import { repairNotices } from '../domain/notices';
import { saying } from '../domain/saying';

export interface DeliveryFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  channel?: Channel;
  state?: DeliveryState;
  personId?: string;
  endpointId?: string;
  from?: Date;
  until?: Date;
  q?: string;
}

export interface DeliveryRow {
  id: string;
  siteId: string;
  channel: Channel;
  state: DeliveryState;
  personId: string | null;
  endpointId: string | null;
  contentType: string;
  contentKind: string | null;
  urgent: boolean;
  attempts: number;
  lastReason: FailureReason | null;
  lastError: string | null;
  reference: string | null;
  createdAt: Date;
  nextTryAt: Date;
  sentAt: Date | null;
}

export interface AttemptRow {
  number: number;
  at: Date;
  outcome: 'delivered' | 'temporary' | 'permanent' | null;
  reason: FailureReason | null;
  detail: string | null;
  reference: string | null;
  tookMs: number | null;
}

const columns = `d.id, d.site_id AS "siteId", d.channel, d.state, d.person_id AS "personId", d.endpoint_id AS "endpointId",
  d.content_type AS "contentType", d.content ->> 'kind' AS "contentKind", d.urgent, d.attempts, d.last_reason AS "lastReason",
  d.last_error AS "lastError", d.reference, d.created_at AS "createdAt", d.next_try_at AS "nextTryAt", d.sent_at AS "sentAt"`;

/** With what it is about, where that is something a person is told of: a case may be hidden. */
const deliveries = 'delivery d LEFT JOIN notification n ON n.id = d.notification_id';

/** The delivery log as operators and directors see it: no address is in it, and to whom a complaint is hidden from nothing about it, the contact it was, or its record (W2.3). */
@Injectable()
export class ReadDeliveries {
  constructor(private readonly database: Database) {}

  async page(principal: Principal, filter: DeliveryFilter): Promise<Page<DeliveryRow>> {
    const { limit, cursor, siteId, channel, state, personId, endpointId, from, until, q } = filter;
    const found = q === undefined ? undefined : searchFor(q);
    if (q !== undefined && !found) return { items: [], nextCursor: null };
    const conditions = [
      '($1::timestamptz IS NULL OR (d.created_at, d.id) < ($1, $2::uuid))',
      '($3::uuid IS NULL OR d.site_id = $3)',
      '($4::text IS NULL OR d.channel = $4)',
      '($5::text IS NULL OR d.state = $5)',
      '($6::uuid IS NULL OR d.person_id = $6)',
      '($7::uuid IS NULL OR d.endpoint_id = $7)',
      '($8::timestamptz IS NULL OR d.created_at >= $8)',
      '($9::timestamptz IS NULL OR d.created_at < $9)',
      ...(found ? [found.sql] : []),
    ];
    const params = [...[cursor?.at, cursor?.id, siteId, channel, state, personId, endpointId, from, until].map((value) => value ?? null), ...(found?.values ?? [])];
    const access = conditionOf(principal, 'notifications.listDeliveries', params.length + 1);
    const rows = await this.database.query<DeliveryRow & Record<string, unknown>>(
      `SELECT ${columns} FROM ${deliveries} WHERE ${[...conditions, access.sql].join(' AND ')}
       ORDER BY d.created_at DESC, d.id DESC LIMIT ${Number(limit) + 1}`,
      [...params, ...access.params],
    );
    return toPage(rows, limit, ({ createdAt, id }) => ({ at: createdAt.toISOString(), id }));
  }

  async one(principal: Principal, id: string): Promise<DeliveryRow | undefined> {
    const access = conditionOf(principal, 'notifications.readDelivery', 2);
    const [row] = await this.database.query<DeliveryRow & Record<string, unknown>>(`SELECT ${columns} FROM ${deliveries} WHERE d.id = $1 AND ${access.sql}`, [id, ...access.params]);
    return row;
  }

  attemptsOf(id: string): Promise<AttemptRow[]> {
    return this.database.query<AttemptRow & Record<string, unknown>>(
      `SELECT number, at, outcome, reason, detail, reference, took_ms AS "tookMs" FROM delivery_attempt WHERE delivery_id = $1 ORDER BY number`,
      [id],
    );
  }
}

/** As the index `delivery_said` has it. */
const said = `coalesce(d.last_error, '') || ' ' || coalesce(d.reference, '')`;

/** What the log shows, and nothing it does not: whoever reads it may not find by contents. @returns undefined: nothing to look for */
function searchFor(q: string): { sql: string; values: unknown[] } | undefined {
  const shown = whereSaid(said, q);
  const robots = whereSaid('r.name', q);
  const hooks = whereSaid('w.name', q);
  if (!shown || !robots || !hooks) return undefined;
  const [typed, kinds, reasons] = ['$10', '$11', '$12'];
  const named = `SELECT r.id FROM group_robot r WHERE ${robots.sql(typed)} UNION ALL SELECT w.id FROM webhook w WHERE ${hooks.sql(typed)}`;
  // Each has an index of its own; a subquery beside them would keep all of them from being used.
  const sql = `(${shown.sql(typed)} OR d.content ->> 'kind' = ANY (${kinds}) OR d.last_reason = ANY (${reasons}) OR d.endpoint_id = ANY (ARRAY(${named})))`;
  return { sql, values: [shown.value, saying(repairNotices, q), saying(reasonTexts, q)] };
}

/** Locked until COMMIT. */
export function lockDelivery(tx: Transaction, principal: Principal, id: string): Promise<DeliveryRow | undefined> {
  const access = conditionOf(principal, 'notifications.retryDelivery', 2);
  const judge = `SELECT ${columns} FROM ${deliveries} WHERE d.id = $1 AND ${access.sql}`;
  return lockThenJudge<DeliveryRow & Record<string, unknown>>(tx, lockRow('delivery'), judge, [id, ...access.params]);
}

/** As if it had just been enqueued; what was tried before stays in the log. */
export function sendAgain(tx: Transaction, id: string): void {
  tx.send(`UPDATE delivery SET state = 'waiting', next_try_at = $2, attempts_before = attempts, last_reason = NULL, last_error = NULL WHERE id = $1`, [id, tx.now]);
}

/** What it tells of, and the complaint that is a part of. */
const hiddenColumns = ['n.subject_id', 'ANY (ARRAY(SELECT part.complaint_id FROM complaint_part part WHERE part.object_id = n.subject_id))'];

function conditionOf(principal: Principal, operation: OperationKey, firstParam: number): SqlFragment {
  const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'd.id', siteColumn: 'd.site_id', hiddenColumns, firstParam });
  const shield = shieldCondition(principal, { objectColumn: 'n.subject_id', firstParam: firstParam + access.params.length });
  const through = shieldCondition(principal, { objectColumn: 'part.complaint_id', firstParam: firstParam + access.params.length + shield.params.length });
  // Read with each look: whether the link or the shield was heard of first makes no difference.
  const ofHidden = `EXISTS (SELECT 1 FROM complaint_part part WHERE part.object_id = n.subject_id AND NOT ${through.sql})`;
  return { sql: `(${access.sql} AND ${shield.sql} AND NOT ${ofHidden})`, params: [...access.params, ...shield.params, ...through.params] };
}
