import { newId, type Localized } from '@property-office/kernel';
import { rowsStatement, type Transaction } from '@property-office/persistence';
import type { PersonalChannel } from '../domain/channels';
import { topicOf, type NoticeKind } from '../domain/notices';
import type { SubjectType } from '../domain/subjects';

/** Somebody is to be told something, once. */
export interface Notice {
  personId: string;
  siteId: string;
  kind: NoticeKind;
  /** What it is about, to open it from the inbox. */
  subject: { type: SubjectType; id: string };
  /** Tells this occasion from others of its kind about the same thing: the episode, the number of a comment. */
  occasion: string;
  /** Facts that fill the sentence; never a name, phone or address. */
  data: Record<string, string | number | Localized>;
  happenedAt: Date;
  /** Passes quiet hours: P0 and P1, and what is to be taken in hand at once. */
  urgent?: boolean;
}

interface NoticeRow {
  id: string;
  person_id: string;
  site_id: string;
  kind: NoticeKind;
  business_key: string;
  subject_type: string;
  subject_id: string;
  data: object;
  happened_at: Date;
  recorded_at: Date;
  topic: string;
  urgent: boolean;
  /** Ids for deliveries that may follow. */
  delivery_ids: Record<PersonalChannel, string>;
}

const insertNotices = rowsStatement<NoticeRow>(
  'notification_insert',
  `WITH new AS MATERIALIZED (
     SELECT * FROM json_to_recordset($1) AS new (id uuid, person_id uuid, site_id uuid, kind text, business_key text, subject_type text,
       subject_id uuid, data jsonb, happened_at timestamptz, recorded_at timestamptz, topic text, urgent boolean, delivery_ids jsonb)),
   told AS (
     INSERT INTO notification (id, person_id, site_id, kind, business_key, subject_type, subject_id, data, happened_at, recorded_at)
     SELECT id, person_id, site_id, kind, business_key, subject_type, subject_id, data, happened_at, recorded_at FROM new
     ON CONFLICT (business_key) DO NOTHING RETURNING id)
   INSERT INTO delivery (id, notification_id, business_key, site_id, channel, person_id, content_type, content, urgent, state, next_try_at, created_at)
   SELECT (new.delivery_ids ->> channel)::uuid, new.id, new.business_key || ':' || channel, new.site_id, channel, new.person_id,
     'notification', jsonb_build_object('kind', new.kind, 'data', new.data), new.urgent, 'waiting', new.recorded_at, new.recorded_at
   FROM told JOIN new USING (id) JOIN notification_settings s ON s.person_id = new.person_id
     CROSS JOIN LATERAL jsonb_array_elements_text(s.channels -> new.topic) AS channel
   WHERE (channel <> 'email' OR s.email_cipher IS NOT NULL) AND (channel <> 'wechat' OR s.wechat_cipher IS NOT NULL)`,
);

/**
 * Puts a notice into a person's inbox and among what is to be sent by the channels they chose. The key is made of the
 * business, not of the event: two events that mean the same thing tell it once.
 */
export function notify(tx: Transaction, notice: Notice): void {
  const { personId, siteId, kind, subject, occasion, data, happenedAt, urgent = false } = notice;
  tx.gather(insertNotices, {
    id: newId(),
    person_id: personId,
    site_id: siteId,
    kind,
    business_key: [subject.id, occasion, kind, personId].join(':'),
    subject_type: subject.type,
    subject_id: subject.id,
    data,
    happened_at: happenedAt,
    recorded_at: tx.now,
    topic: topicOf(kind),
    urgent,
    delivery_ids: { email: newId(), sms: newId(), wechat: newId() },
  });
}
