import type { BrokenPromise } from './broken-promises';

/** A released notice to the whole site of the request, whose id serves for what is made up; told to nobody. */
const released = `
  INSERT INTO notifications.notice SELECT (copied).* FROM (
    SELECT jsonb_populate_record(n, jsonb_build_object('id', r.id, 'number', 'N-' || r.number, 'edition', 1, 'site_id', r.site_id, 'released_at', platform.now(),
      'content', jsonb_set(n.content::jsonb, '{audience}', '[{"role": null, "scope": "site", "placeId": null}]')::text)) AS copied
    FROM notifications.notice n, tickets.repair_request r
    WHERE r.id = $1 AND n.state = 'released' AND n.content::jsonb -> 'channels' ? 'in-app' LIMIT 1) made`;

const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office, { id }) => {
    for (const statement of statements) await office.query(statement, statement.includes('$1') ? [id] : []);
  };

/** What the checks of notices notice; each spoils one of the demonstration's, or makes one up. */
// prettier-ignore
export const brokenNoticePromises: readonly BrokenPromise[] = [
  { what: 'a text that was changed after its approval', id: 'W2.4', says: 'is approved and has another text than its ledger',
    break: sql(`UPDATE notifications.notice SET content = content || ' ' WHERE state = 'approved'`) },
  { what: 'a text that was changed with its hash after its release', id: 'W2.4', says: 'is released and has another text than its ledger',
    break: sql(`UPDATE notifications.notice SET content = changed, content_hash = encode(sha256(convert_to(changed, 'UTF8')), 'hex')
       FROM (SELECT id AS of, content || ' ' AS changed FROM notifications.notice WHERE state = 'released' LIMIT 1) other WHERE id = other.of`) },
  { what: 'a notice its writer approved', id: 'W2.4', says: 'was approved by somebody who had a hand in it',
    break: sql(`UPDATE notifications.ledger l SET actor_id = w.actor_id FROM notifications.ledger w
       WHERE l.type = 'notifications.notice-approved.v1' AND w.aggregate_id = l.aggregate_id AND w.type = 'notifications.notice-drafted.v1'`) },
  { what: 'a release nobody recorded', id: 'W2.4', says: 'edition 1 was released 0 times', break: sql(released) },
  { what: 'a neighbour who was left out', id: 'W2.4', says: 'edition 1 left out', break: sql() },
  { what: 'a recipient to whom nothing came', id: 'W2.4', says: '0 times by in-app, who is named 1 times for it',
    break: sql(`DELETE FROM notifications.notification WHERE id = (SELECT id FROM notifications.notification WHERE kind = 'notice-released' LIMIT 1)`) },
  { what: 'a notice that came to somebody it is not for', id: 'W2.4', says: '1 times by sms, who is named 0 times for it',
    break: sql(`INSERT INTO notifications.delivery (id, business_key, site_id, person_id, content_type, content, created_at, channel, state, next_try_at)
       SELECT gen_random_uuid(), 'to a stranger', site_id, gen_random_uuid(), 'notice', jsonb_build_object('noticeId', id), now(), 'sms', 'withdrawn', now()
       FROM notifications.notice WHERE state = 'released' LIMIT 1`) },
  { what: 'a notice its recipient cannot open', id: 'W2.4', says: 'cannot be opened by',
    break: sql(`DELETE FROM notifications.object_access WHERE object_id = (SELECT notice_id FROM notifications.notice_recipient LIMIT 1)`) },
  { what: 'a director who was to be reminded', id: 'G5', says: 'in notifications.notice-review-escalated.v1, who was never told',
    break: sql(`INSERT INTO notifications.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
       SELECT gen_random_uuid(), 'notifications.notice-review-escalated.v1', 'notice', id, 900, site_id, recorded_at, recorded_at, approved_by, 'system',
         jsonb_build_object('told', jsonb_build_array(approved_by)) FROM notifications.notice WHERE state = 'released' AND approved_by IS NOT NULL LIMIT 1`) },
  { what: 'an approver who was to be told', id: 'G5', says: 'in notifications.notice-escalated.v1, who was never told',
    break: sql(`INSERT INTO notifications.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
       SELECT gen_random_uuid(), 'notifications.notice-escalated.v1', 'notice', id, 901, site_id, recorded_at, recorded_at, approved_by, 'system',
         jsonb_build_object('level', 'responsible', 'told', jsonb_build_array(jsonb_build_object('personId', approved_by)))
       FROM notifications.notice WHERE state = 'released' AND approved_by IS NOT NULL LIMIT 1`) },
  { what: 'a clock on a notice that is approved', id: 'G4', says: 'runs, and it is approved in round 1',
    break: sql(`UPDATE notifications.deadline SET state = 'running' WHERE aggregate_id = (SELECT id FROM notifications.notice WHERE state = 'approved' LIMIT 1)`) },
  { what: 'a clock of a posting task that is over', id: 'G4', says: 'is running until',
    break: sql(`UPDATE notifications.deadline SET state = 'running', next_at = NULL WHERE aggregate_id = (SELECT id FROM notifications.notice_task WHERE state <> 'open' LIMIT 1)`) },
  { what: 'paper that is up without a photo', id: 'W2.4', says: 'is done without a picture',
    break: sql(`UPDATE notifications.notice_task SET state = 'done' WHERE id = (SELECT id FROM notifications.notice_task WHERE state = 'open' AND task <> 'chat-post' LIMIT 1)`) },
  { what: 'a post of what was withdrawn', id: 'W2.4', says: 'is open, and the notice withdrawn',
    break: sql(`UPDATE notifications.notice_task SET notice_id = (SELECT id FROM notifications.notice WHERE state = 'withdrawn' LIMIT 1), place = place || '二'
       WHERE id = (SELECT id FROM notifications.notice_task WHERE state = 'open' AND task = 'chat-post' LIMIT 1)`) },
  { what: 'a hole in the timeline of a notice', id: 'I4', says: 'lacks notifications.notice-approved.v1',
    break: sql(`DELETE FROM tracking.case_entry WHERE type = 'notifications.notice-approved.v1'`) },
  { what: 'a hole in the timeline of a posting task', id: 'I4', says: 'lacks notifications.notice-task-set.v1',
    break: sql(`DELETE FROM tracking.case_entry WHERE type = 'notifications.notice-task-set.v1'`) },
];
