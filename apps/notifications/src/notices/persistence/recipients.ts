import type { Transaction } from '@property-office/persistence';
import { contentIn } from '../domain/notice-content';
import { isUrgentKind } from '../domain/urgent-kinds';
import { audienceParams, audienceTables, reachedBy, reaching, type ReachingChannel } from './audience-sql';
import { inboxDataOf } from './inbox-data';
import type { Notice } from './notice.entity';

/**
 * Everybody a release reaches, in as many statements as there are channels and three more, however many households there
 * are: who may open it, each channel's recipients, and the homes left for a slip under the door.
 */
export function reachRecipients(tx: Transaction, notice: Notice): void {
  const { audience, channels } = contentIn(notice.content);
  const params = audienceParams(notice.siteId, audience, tx.now);
  tx.send(
    `WITH ${audienceTables}
     INSERT INTO object_access (object_id, site_id, subject, "right", source, source_version, until)
     SELECT $6::uuid, $1, 'person:' || person_id, 'read', $6::uuid, $7::int, NULL::timestamptz FROM people
     ON CONFLICT (object_id, subject, "right", source) DO NOTHING`,
    [...params, notice.id, notice.version],
  );
  for (const channel of reaching(channels)) tellBy[channel](tx, notice, params);
  if (!channels.includes('door-slip')) return;
  tx.send(
    `WITH ${audienceTables}
     INSERT INTO notice_slip (notice_id, home_id, building_id)
     SELECT $6::uuid, h.home_id, h.building_id FROM homes h
     WHERE h.home_id NOT IN (SELECT r.home_id FROM residents r WHERE r.person_id IN (SELECT t.person_id FROM notice_recipient t WHERE t.notice_id = $6))
     ON CONFLICT DO NOTHING`,
    [...params, notice.id],
  );
}

/**
 * Slips for the homes of somebody whom a channel did not reach, where nobody of them is reached, nor may yet be, by another. One at a time for a
 * notice: of two that fail at once the second sees the first.
 */
export async function addSlips(tx: Transaction, notice: Notice, personId: string): Promise<void> {
  const { audience, channels } = contentIn(notice.content);
  if (!channels.includes('door-slip')) return;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('slips of notice ' || $1::text, 0))`, [notice.id]);
  tx.send(
    `WITH ${audienceTables}
     INSERT INTO notice_slip (notice_id, home_id, building_id)
     SELECT $6::uuid, h.home_id, h.building_id FROM homes h
     WHERE h.home_id IN (SELECT r.home_id FROM residents r WHERE r.person_id = $7) AND NOT EXISTS (
       SELECT 1 FROM residents r JOIN notice_recipient t ON t.person_id = r.person_id AND t.notice_id = $6
       WHERE r.home_id = h.home_id AND NOT EXISTS (
         SELECT 1 FROM delivery d WHERE d.state = 'failed' AND d.business_key = 'notice:' || $6 || ':' || t.person_id || ':' || t.channel))
     ON CONFLICT DO NOTHING`,
    [...audienceParams(notice.siteId, audience, tx.now), notice.id, personId],
  );
}

type Tell = (tx: Transaction, notice: Notice, params: unknown[]) => void;

/** One statement each: recipients, and what is to reach them. A repeat of it changes nothing. */
const tellBy: Readonly<Record<ReachingChannel, Tell>> = {
  'in-app': (tx, notice, params) =>
    tx.send(
      `WITH ${audienceTables}, told AS (${recipientsBy('in-app', notice.kind)})
       INSERT INTO notification (id, person_id, site_id, kind, business_key, subject_type, subject_id, data, happened_at, recorded_at)
       SELECT gen_random_uuid(), person_id, $1, 'notice-released', $6::text || ':notice-released:' || person_id, 'notice', $6::uuid, $7::jsonb, $8::timestamptz, $5 FROM told
       ON CONFLICT (business_key) DO NOTHING`,
      [...params, notice.id, inboxDataOf(notice), notice.releasedAt],
    ),
  email: sendBy('email'),
  sms: sendBy('sms'),
  wechat: sendBy('wechat'),
};

/** Among what the sender of the channel has to send; its address is read then, and so is whether the notice still holds. */
function sendBy(channel: Exclude<ReachingChannel, 'in-app'>): Tell {
  return (tx, notice, params) =>
    tx.send(
      `WITH ${audienceTables}, told AS (${recipientsBy(channel, notice.kind)})
       INSERT INTO delivery (id, business_key, site_id, channel, person_id, content_type, content, urgent, state, next_try_at, created_at)
       SELECT gen_random_uuid(), ${deliveryKey(channel, '$6::text', 'person_id')}, $1, '${channel}', person_id, 'notice', $7::jsonb, $8::boolean, 'waiting', $5, $5 FROM told
       ON CONFLICT (business_key) DO NOTHING`,
      [...params, notice.id, { noticeId: notice.id }, isUrgentKind(notice.kind)],
    );
}

/** SQL of the key under which a notice is sent to a person by a channel, once. */
export function deliveryKey(channel: string, noticeId: string, personId: string): string {
  return `'notice:' || ${noticeId} || ':' || ${personId} || ':${channel}'`;
}

function recipientsBy(channel: ReachingChannel, kind: string): string {
  return `INSERT INTO notice_recipient (notice_id, person_id, channel, building_id, told_at)
    SELECT $6::uuid, p.person_id, '${channel}', p.building_id, $5 FROM people p WHERE ${reachedBy(channel, kind)}
    ON CONFLICT ON CONSTRAINT notice_recipient_once DO NOTHING RETURNING person_id`;
}

/** SQL of the key under which a notice is said by a group robot, once. */
export function robotKey(noticeId: string, robotId: string): string {
  return `'notice:' || ${noticeId} || ':robot:' || ${robotId}`;
}

/** SQL of the key under which another system hears of a notice, once. */
export function webhookKey(noticeId: string, webhookId: string): string {
  return `'notice:' || ${noticeId} || ':webhook:' || ${webhookId}`;
}
