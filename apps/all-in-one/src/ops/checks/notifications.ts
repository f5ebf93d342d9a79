import { violations, type Check } from './check';

/** What each person was told, and how: once for each cause. */
export const notifications: readonly Check[] = [
  {
    id: 'I5',
    title: 'nobody was told the same thing twice',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'notification ' || business_key || ' exists ' || count(*) || ' times' FROM notifications.notification GROUP BY business_key HAVING count(*) > 1
         UNION ALL
         SELECT 'notification ' || notification_id || ' has ' || count(*) || ' deliveries by ' || channel FROM notifications.delivery
         WHERE notification_id IS NOT NULL GROUP BY notification_id, channel HAVING count(*) > 1
         UNION ALL
         SELECT 'delivery ' || business_key || ' exists ' || count(*) || ' times' FROM notifications.delivery GROUP BY business_key HAVING count(*) > 1`,
      ),
  },
  {
    id: 'I5',
    title: 'what was sent has its time, and nothing else has one',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'delivery ' || id || ' is ' || state || ', and was sent at ' || coalesce(sent_at::text, 'no time')
         FROM notifications.delivery WHERE (state = 'sent') <> (sent_at IS NOT NULL)`,
      ),
  },
  {
    id: 'I5',
    title: 'a delivery is sent once a receiver took it, and is not tried after that',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'delivery ' || id || ' is sent, and no attempt was taken' FROM notifications.delivery d
         WHERE state = 'sent' AND NOT EXISTS (SELECT 1 FROM notifications.delivery_attempt a WHERE a.delivery_id = d.id AND a.outcome = 'delivered')
         UNION ALL
         SELECT 'delivery ' || d.id || ' was tried again at ' || a.at || ' after it was sent' FROM notifications.delivery d
         JOIN notifications.delivery_attempt a ON a.delivery_id = d.id AND a.at > d.sent_at`,
      ),
  },
  {
    id: 'I5',
    title: 'the delivery log has each attempt',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'delivery ' || d.id || ' counts ' || d.attempts || ' attempts, its log has ' || count(a.number) FROM notifications.delivery d
         LEFT JOIN notifications.delivery_attempt a ON a.delivery_id = d.id
         GROUP BY d.id, d.attempts HAVING count(a.number) <> d.attempts`,
      ),
  },
  {
    id: 'I9',
    title: 'no delivery that is due is left lying',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'delivery ' || id || ' by ' || channel || ' was due at ' || next_try_at FROM notifications.delivery
         WHERE state = 'waiting' AND next_try_at <= platform.now() - interval '1 minute'`,
      ),
  },
];
