import type { Transaction } from '@property-office/persistence';
import type { NoticeInboxKind } from '../../domain/notices';
import { inboxDataOf } from './inbox-data';
import type { Notice } from './notice.entity';
import { deliveryKey, robotKey, webhookKey } from './recipients';

type Told = Extract<NoticeInboxKind, 'notice-withdrawn' | 'notice-corrected'>;

/** Whoever was told of it hears that it was withdrawn, the same way and once: whichever of its editions they were told of. */
export function tellOfWithdrawal(tx: Transaction, notice: Notice): void {
  callOff(tx, notice);
  tell(tx, 'notice-withdrawn', notice, notice);
}

/** Who was told of what no longer holds, and is not told of the edition in its place the same way, hears that there is one, and what changed. */
export function tellOfCorrection(tx: Transaction, notice: Notice, next: Notice): void {
  callOff(tx, notice);
  tell(tx, 'notice-corrected', notice, next);
}

/**
 * Not sent yet: it never is. These rows are locked until COMMIT, so a sender has either begun on one by now, and its receiver
 * is told below, or finds it withdrawn. A webhook is told nothing below: what it did not take is not tried again.
 */
function callOff(tx: Transaction, { id }: Notice): void {
  tx.send(
    `UPDATE delivery d SET state = 'withdrawn' FROM (
       SELECT ${deliveryKey("' || r.channel || '", 'r.notice_id::text', 'r.person_id')} AS key FROM notice_recipient r WHERE r.notice_id = $1::uuid
       UNION ALL SELECT ${robotKey('$1::text', 'g.id')} FROM group_robot g
       UNION ALL SELECT ${webhookKey('$1::text', 'w.id')} FROM webhook w) old
     WHERE d.business_key = old.key AND d.state = 'waiting'
       AND (d.attempts = 0 OR (d.channel = 'webhook' AND d.lease IS NULL))`,
    [id],
  );
}

/** Of the ended edition and those it had taken the place of, unless $2, what is told of, reaches them itself. */
const editions = `editions AS (SELECT n.id, n.edition FROM notice n WHERE n.number = $3::text AND n.id <> $2::uuid AND n.state = 'corrected' UNION SELECT n.id, n.edition FROM notice n WHERE n.id = $1::uuid)`;
const notByNext = (channel: string): string => `($1::uuid = $2::uuid OR NOT EXISTS (SELECT 1 FROM notice_recipient t WHERE t.notice_id = $2::uuid AND t.person_id = r.person_id AND t.channel = ${channel}))`;

/** @param of what is told of: the ended edition itself, or the one in its place */
function tell(tx: Transaction, kind: Told, ended: Notice, of: Notice): void {
  const which = [ended.id, of.id, ended.number, tx.now];
  // Each opens the latest edition that is theirs to read.
  tx.send(
    `WITH ${editions}
     INSERT INTO notification (id, person_id, site_id, kind, business_key, subject_type, subject_id, data, happened_at, recorded_at)
     SELECT gen_random_uuid(), told.person_id, $5::uuid, $6::text, $2::text || ':' || $6 || ':' || told.person_id, 'notice', told.notice_id, $7::jsonb, $4::timestamptz, $4::timestamptz
     FROM (SELECT DISTINCT ON (r.person_id) r.person_id, r.notice_id FROM notice_recipient r JOIN editions e ON e.id = r.notice_id
           WHERE r.channel = 'in-app' AND ${notByNext("'in-app'")} ORDER BY r.person_id, e.edition DESC) told
     ON CONFLICT (business_key) DO NOTHING`,
    [...which, ended.siteId, kind, inboxDataOf(of)],
  );
  const sent = [...which, kind, { noticeId: of.id }];
  tx.send(
    `WITH ${editions}
     INSERT INTO delivery (id, business_key, site_id, channel, person_id, content_type, content, urgent, state, next_try_at, created_at)
     SELECT DISTINCT ON (d.person_id, d.channel) gen_random_uuid(), $5::text || ':' || ${deliveryKey("' || d.channel || '", '$2::text', 'd.person_id')},
       d.site_id, d.channel, d.person_id, $5, $6::jsonb, d.urgent, 'waiting', $4::timestamptz, $4::timestamptz
     FROM notice_recipient r JOIN editions e ON e.id = r.notice_id
     JOIN delivery d ON d.business_key = ${deliveryKey("' || r.channel || '", 'r.notice_id::text', 'r.person_id')}
     WHERE d.attempts > 0 AND ${notByNext('r.channel')} ORDER BY d.person_id, d.channel
     ON CONFLICT (business_key) DO NOTHING`,
    sent,
  );
  tx.send(
    `WITH ${editions}
     INSERT INTO delivery (id, business_key, site_id, channel, endpoint_id, content_type, content, urgent, state, next_try_at, created_at)
     SELECT DISTINCT ON (g.id) gen_random_uuid(), $5::text || ':' || ${robotKey('$2::text', 'g.id')}, d.site_id, 'robot', g.id, $5, $6::jsonb, d.urgent, 'waiting', $4::timestamptz, $4::timestamptz
     FROM group_robot g CROSS JOIN editions e JOIN delivery d ON d.business_key = ${robotKey('e.id::text', 'g.id')}
     WHERE g.closed_at IS NULL AND d.attempts > 0
       AND ($1::uuid = $2::uuid OR NOT EXISTS (SELECT 1 FROM delivery t WHERE t.business_key = ${robotKey('$2::text', 'g.id')})) ORDER BY g.id
     ON CONFLICT (business_key) DO NOTHING`,
    sent,
  );
}
