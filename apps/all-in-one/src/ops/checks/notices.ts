import { violations, type Check } from './check';

/** An edition as people call it. */
const called = `'notice ' || n.number || ' edition ' || n.edition`;

const hash = `encode(sha256(convert_to(n.content, 'UTF8')), 'hex')`;

/** The last hash a ledger names in events of a type, of one notice. */
const named = (type: string): string => `(SELECT l.data ->> 'contentHash' FROM notifications.ledger l
  WHERE l.aggregate_id = n.id AND l.type = 'notifications.notice-${type}.v1' ORDER BY l.aggregate_version DESC LIMIT 1)`;

/** The one event of an aggregate was copied before a notice was released, and nothing has changed since. */
const copiedBefore = (consumer: string, types: string, aggregateId: string): string => `
  (SELECT count(*) = 1 AND bool_and(l.recorded_at < missed.released_at AND i.received_at < missed.released_at) FROM directory.ledger l
   LEFT JOIN notifications.inbox i ON i.event_id = l.event_id AND i.consumer = '${consumer}'
   WHERE l.aggregate_id = ${aggregateId} AND l.type = ANY ('${types}'))`;

/**
 * People of the audience who were told nothing, by the copies a release reads as they are now. Of whom the inbox shows that
 * they were in those copies before the release began was left out; it shows that for as long as it is kept.
 */
const leftOut = `
  WITH missed AS MATERIALIZED (
    SELECT n.id, n.number, n.edition, n.released_at, t.tie_id, t.person_id, a.account_id
    FROM notifications.notice n
    JOIN notifications.notice_place h ON h.site_id = n.site_id AND h.kind = 'home' AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(n.content::jsonb -> 'audience') AS target
      WHERE target ->> 'scope' = 'site' OR target ->> 'placeId' IN (h.id::text, h.parent_id::text, h.building_id::text))
    JOIN notifications.notice_tie t ON t.home_id = h.id AND t.starts_at <= n.released_at AND (t.ends_at IS NULL OR t.ends_at > n.released_at)
    JOIN notifications.notice_account a ON a.person_id = t.person_id AND NOT a.closed
    WHERE n.released_at IS NOT NULL AND n.content::jsonb -> 'channels' ? 'in-app'
      AND NOT EXISTS (SELECT 1 FROM notifications.notice_recipient r WHERE r.notice_id = n.id AND r.person_id = t.person_id AND r.channel = 'in-app'))
  SELECT 'notice ' || number || ' edition ' || edition || ' left out ' || person_id FROM missed
  WHERE ${copiedBefore('notifications__ties_v1', '{directory.tie-started.v1,directory.tie-ended.v1}', 'missed.tie_id')}
    AND ${copiedBefore('notifications__accounts_v1', '{directory.account-opened.v1,directory.account-closed.v1}', 'missed.account_id')}`;

/** Notices (W2.4): what was released is what was approved, and it is with everybody it is for, once. */
export const notices: readonly Check[] = [
  {
    id: 'W2.4',
    title: 'what is approved or out is byte for byte what the ledger says was approved or released',
    run: ({ database }) =>
      violations(
        database,
        `SELECT ${called} || ' is ' || n.state || ' and has another text than its ledger' FROM notifications.notice n
         WHERE (n.state IN ('approved', 'scheduled') OR n.released_at IS NOT NULL)
           AND (${hash} <> n.content_hash OR (n.lane = 'reviewed' AND ${named('approved')} IS DISTINCT FROM n.content_hash)
             OR (n.released_at IS NOT NULL AND ${named('released')} IS DISTINCT FROM n.content_hash))`,
      ),
  },
  {
    id: 'W2.4',
    title: 'nobody approved what they wrote or submitted, nor reviewed what they released at night',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'notice ' || d.aggregate_id || ' was ' || CASE WHEN d.type LIKE '%approved%' THEN 'approved' ELSE 'reviewed' END || ' by somebody who had a hand in it'
         FROM notifications.ledger d JOIN notifications.ledger w ON w.aggregate_id = d.aggregate_id AND w.aggregate_version < d.aggregate_version
           AND (w.actor_id IN (d.actor_id, d.actor_for) OR w.actor_for IN (d.actor_id, d.actor_for))
         WHERE (d.type = 'notifications.notice-approved.v1'
             AND w.type IN ('notifications.notice-drafted.v1', 'notifications.notice-edited.v1', 'notifications.notice-submitted.v1'))
           OR (d.type = 'notifications.notice-reviewed.v1' AND w.type = 'notifications.notice-released.v1')
         GROUP BY d.aggregate_id, d.type`,
      ),
  },
  {
    id: 'W2.4',
    title: 'a notice was released once, and has recipients only if it was',
    run: ({ database }) =>
      violations(
        database,
        `SELECT ${called} || ' was released ' || count(l.event_id) || ' times and has ' || count(DISTINCT r.person_id) || ' recipients' FROM notifications.notice n
         LEFT JOIN notifications.ledger l ON l.aggregate_id = n.id AND l.type = 'notifications.notice-released.v1'
         LEFT JOIN LATERAL (SELECT person_id FROM notifications.notice_recipient r WHERE r.notice_id = n.id LIMIT 1) r ON true
         GROUP BY n.id HAVING count(l.event_id) <> (n.released_at IS NOT NULL)::int OR (n.released_at IS NULL AND count(r.person_id) > 0)`,
      ),
  },
  {
    id: 'W2.4',
    title: 'each recipient has a notice exactly once by each channel, and may open it',
    run: ({ database }) =>
      violations(
        database,
        `SELECT ${called} || ' is with ' || coalesce(r.person_id, k.person_id) || ' ' || coalesce(k.times, 0) || ' times by ' || coalesce(r.channel, k.channel)
           || ', who is named ' || coalesce(r.times, 0) || ' times for it'
         FROM (SELECT notice_id, person_id, channel, count(*) AS times FROM notifications.notice_recipient GROUP BY 1, 2, 3) r
         FULL JOIN (
           SELECT subject_id AS notice_id, person_id, 'in-app' AS channel, count(*) AS times FROM notifications.notification
           WHERE subject_type = 'notice' AND kind = 'notice-released' GROUP BY 1, 2
           UNION ALL
           SELECT (content ->> 'noticeId')::uuid, person_id, channel, count(*) FROM notifications.delivery
           WHERE content_type = 'notice' AND person_id IS NOT NULL GROUP BY 1, 2, 3) k USING (notice_id, person_id, channel)
         JOIN notifications.notice n ON n.id = notice_id
         WHERE r.times IS DISTINCT FROM 1 OR k.times IS DISTINCT FROM 1
         UNION ALL
         SELECT ${called} || ' cannot be opened by ' || r.person_id || ', who was told of it' FROM notifications.notice_recipient r
         JOIN notifications.notice n ON n.id = r.notice_id
         WHERE NOT EXISTS (SELECT 1 FROM notifications.object_access a WHERE a.object_id = n.id AND a.subject = 'person:' || r.person_id AND a."right" = 'read')`,
      ),
  },
  {
    id: 'W2.4',
    title: 'a released notice left nobody out who was known to belong to its audience',
    run: ({ database }) => violations(database, leftOut),
  },
  {
    id: 'G5',
    title: 'whoever an overdue approval or review names was told of it',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'notice ' || l.aggregate_id || ' names ' || told || ' in ' || l.type || ', who was never told' FROM notifications.ledger l,
           jsonb_array_elements_text(l.data -> 'told') AS told
         WHERE l.type IN ('notifications.notice-approval-escalated.v1', 'notifications.notice-review-escalated.v1')
           AND NOT EXISTS (SELECT 1 FROM notifications.notification n WHERE n.subject_id = l.aggregate_id AND n.person_id = told::uuid
             AND n.business_key LIKE l.aggregate_id || ':version-' || l.aggregate_version || ':%')
         UNION ALL
         SELECT 'notice ' || l.aggregate_id || ' names ' || (told ->> 'personId') || ' in ' || l.type || ', who was never told' FROM notifications.ledger l,
           jsonb_array_elements(l.data -> 'told') AS told
         WHERE l.type = 'notifications.notice-escalated.v1' AND NOT EXISTS (SELECT 1 FROM notifications.notification n
           WHERE n.business_key = concat_ws(':', l.aggregate_id, (l.data ->> 'deadlineId') || '-' || (l.data ->> 'level'), 'promise-late', told ->> 'personId'))`,
      ),
  },
  {
    id: 'W2.4',
    title: 'what was posted or put up has its picture, and nothing waits to be posted of what no longer holds',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'task ' || t.task || ' at ' || t.place || ' of ' || ${called} || CASE WHEN t.state = 'done' THEN ' is done without a picture' ELSE ' is open, and the notice ' || n.state END
         FROM notifications.notice_task t JOIN notifications.notice n ON n.id = t.notice_id
         WHERE (t.state = 'done' AND cardinality(t.attachment_ids) = 0) OR (t.state = 'open' AND t.task NOT IN ('paper-down', 'chat-retract') AND n.state <> 'released')`,
      ),
  },
  {
    id: 'I4',
    title: 'timelines of notices hold every event of their notice and of its posting tasks',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'timeline of ' || l.aggregate_type || ' ' || l.aggregate_id || ' lacks ' || l.type || ' (version ' || l.aggregate_version || ')'
         FROM notifications.ledger l WHERE l.aggregate_type IN ('notice', 'notice-task')
           AND NOT EXISTS (SELECT 1 FROM tracking.case_entry e WHERE e.event_id = l.event_id AND e.case_id = l.aggregate_id)`,
      ),
  },
];
