import type { Transaction } from '@property-office/persistence';
import { personalChannels } from '../../domain/channels';
import { contentIn } from '../domain/notice-content';
import { chosenBy } from './audience-sql';
import { inboxDataOf } from './inbox-data';
import type { Notice } from './notice.entity';
import { deliveryKey } from './recipients';

/** SQL that holds for a row `r` with a notice and a person who has read it, or has said so where that is asked for. */
export const hasAnswered = `EXISTS (SELECT 1 FROM notice_reader a JOIN notice n ON n.id = a.notice_id
  WHERE a.notice_id = r.notice_id AND a.person_id = r.person_id
    AND (a.acknowledged_at IS NOT NULL OR NOT (n.content::jsonb ->> 'acknowledge')::boolean))`;

const sentKey = deliveryKey("' || c.channel || '", '$1::text', 'r.person_id');
const reminderKey = (round: string): string => `${sentKey} || ':reminder-' || ${round}`;

/**
 * Tells those again who were told, can say in the portal that they read it, and have not: in the portal where the notice is told
 * there, and by those of its channels the person has by now. Not where the notice itself, or the reminder before, has yet to leave:
 * after a quiet night one message comes, not three. Reminders pass no quiet hours, whatever they are about.
 * @returns how many people hear of it
 */
export async function remindRecipients(tx: Transaction, notice: Notice, round: number): Promise<number> {
  const { channels } = contentIn(notice.content);
  const own = personalChannels.filter((channel) => channels.includes(channel));
  const [heard] = await tx.query<{ people: number }>(
    `WITH late AS MATERIALIZED (
       SELECT r.notice_id, r.person_id, bool_or(r.channel = 'in-app') AS in_portal FROM notice_recipient r
       WHERE r.notice_id = $1::uuid AND r.person_id IN (SELECT a.person_id FROM notice_account a WHERE NOT a.closed) AND NOT ${hasAnswered}
       GROUP BY r.notice_id, r.person_id),
     told AS (
       INSERT INTO notification (id, person_id, site_id, kind, business_key, subject_type, subject_id, data, happened_at, recorded_at)
       SELECT gen_random_uuid(), r.person_id, $2::uuid, 'notice-reminder', $1::text || ':round-' || $3::int || ':notice-reminder:' || r.person_id, 'notice', $1::uuid, $4::jsonb,
         $5::timestamptz, $5::timestamptz
       FROM late r WHERE r.in_portal
       ON CONFLICT (business_key) DO NOTHING RETURNING person_id),
     sent AS (
       INSERT INTO delivery (id, business_key, site_id, channel, person_id, content_type, content, urgent, state, next_try_at, created_at)
       SELECT gen_random_uuid(), ${reminderKey('$3::int')}, $2::uuid, c.channel, r.person_id, 'notice-reminder',
         jsonb_build_object('noticeId', $1::uuid, 'personId', r.person_id), false, 'waiting', $5::timestamptz, $5::timestamptz
       FROM late r JOIN LATERAL (SELECT r.person_id) p ON true CROSS JOIN unnest($6::text[]) AS c (channel)
       WHERE (${own.map((channel) => `(c.channel = '${channel}' AND ${chosenBy[channel]})`).join(' OR ') || 'false'})
         AND NOT EXISTS (SELECT 1 FROM delivery w WHERE w.state = 'waiting' AND w.business_key IN (${sentKey}, ${reminderKey('($3::int - 1)')}))
       ON CONFLICT (business_key) DO NOTHING RETURNING person_id)
     SELECT count(*)::int AS people FROM (SELECT person_id FROM told UNION SELECT person_id FROM sent) heard`,
    [notice.id, notice.siteId, round, inboxDataOf(notice), tx.now, own],
  );
  return heard!.people;
}
