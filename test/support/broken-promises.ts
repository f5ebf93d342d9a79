import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { withBroker } from './nats';
import { brokenArchivePromises } from './broken-archive-promises';
import { brokenComplaintPromises } from './broken-complaint-promises';
import { brokenDestructionPromises } from './broken-destruction-promises';
import { brokenDeskPromises } from './broken-desk-promises';
import { brokenDirectivePromises } from './broken-directive-promises';
import { brokenDocumentPromises } from './broken-document-promises';
import { brokenFixityPromises } from './broken-fixity-promises';
import { brokenHandOverPromises } from './broken-hand-over-promises';
import { brokenLendingPromises } from './broken-lending-promises';
import { brokenNoticePromises } from './broken-notice-promises';
import { brokenOutgoingPromises } from './broken-outgoing-promises';
import { brokenPrintJobPromises } from './broken-print-job-promises';
import { brokenStocktakePromises } from './broken-stocktake-promises';
import { brokenReconciliationPromises } from './broken-reconciliation-promises';
import { brokenStatePromises } from './broken-state-promises';
import type { Office } from './office';
import type { RepairView } from './views';

/** A promise that is broken on purpose, as no bug of the product may: by a superuser, behind its back. */
export interface BrokenPromise {
  what: string;
  /** The invariant that notices, and what it says; `$id` stands for the request. */
  id: string;
  says: string;
  break: (office: Office, request: RepairView) => Promise<unknown>;
}

const elsewhere = '01900000-0000-7000-8000-00000000e15e';
const unknownEvent = '01900000-0000-7000-8000-0000000e7e47';

/** Statements of one break, each with the request's id as its only parameter where it has one. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office, { id }) => {
    for (const statement of statements) await office.query(statement, statement.includes('$1') ? [id] : []);
  };

const eventOf = (version: number) =>
  `(SELECT event_id FROM tickets.ledger WHERE aggregate_id = $1 AND aggregate_version = ${version})`;

// prettier-ignore
export const brokenPromises: readonly BrokenPromise[] = [
  ...brokenDeskPromises,
  ...brokenComplaintPromises,
  ...brokenNoticePromises,
  ...brokenDocumentPromises,
  ...brokenOutgoingPromises,
  ...brokenDirectivePromises,
  ...brokenPrintJobPromises,
  ...brokenReconciliationPromises,
  ...brokenArchivePromises,
  ...brokenFixityPromises,
  ...brokenLendingPromises,
  ...brokenDestructionPromises,
  ...brokenStocktakePromises,
  ...brokenHandOverPromises,
  { what: 'an acknowledged request is gone', id: 'I1', says: 'acknowledged /api/repair-requests/$id does not exist',
    break: sql('DELETE FROM tickets.repair_request WHERE id = $1') },
  { what: 'a second first event', id: 'I1', says: 'request $id was announced 2 times',
    break: sql(
      'ALTER TABLE tickets.ledger DROP CONSTRAINT ledger_aggregate_version',
      `INSERT INTO tickets.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
       SELECT gen_random_uuid(), type, aggregate_type, aggregate_id, 1, site_id, happened_at, recorded_at, actor_id, actor_role, data
       FROM tickets.ledger WHERE aggregate_id = $1 AND aggregate_version = 1`) },
  { what: 'a dropped constraint', id: 'I0', says: 'tickets.ledger has lost ledger_aggregate_version (I4)', break: sql() },
  { what: 'a ledger its service may change', id: 'I0', says: 'tracking_app may DELETE tracking.ledger',
    break: sql('GRANT DELETE ON tracking.ledger TO tracking_app') },
  { what: 'a key without an answer', id: 'I2', says: 'has no answer',
    break: sql(`UPDATE tickets.idempotency SET status = NULL WHERE headers ->> 'location' LIKE '%' || $1`) },
  { what: 'a timeline is gone', id: 'I3', says: 'request $id has no timeline',
    break: sql('DELETE FROM tracking.timeline WHERE repair_request_id = $1') },
  { what: 'a first work order is gone', id: 'I3', says: 'episode 1 of request $id has 0 first work orders',
    break: sql('DELETE FROM dispatch.work_order WHERE repair_request_id = $1') },
  { what: 'a technician sent to the wrong home', id: 'G3', says: 'of request $id has another location',
    break: sql(`UPDATE dispatch.work_order SET location_id = '${elsewhere}' WHERE repair_request_id = $1`) },
  { what: 'a crew of the wrong trade', id: 'G3', says: 'of request $id has another skill',
    break: sql(`UPDATE tickets.repair_request SET skill = 'lift' WHERE id = $1`) },
  { what: 'a follow-up is gone', id: 'I3', says: 'episode 1 of request $id has 0 follow-ups',
    break: sql('DELETE FROM followups.follow_up WHERE repair_request_id = $1') },
  { what: 'a second follow-up', id: 'I3', says: 'episode 1 of request $id has 2 follow-ups',
    break: sql('ALTER TABLE followups.follow_up DROP CONSTRAINT follow_up_episode',
      `INSERT INTO followups.follow_up SELECT (f).* FROM (SELECT jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid())) AS f
       FROM followups.follow_up f WHERE repair_request_id = $1) copied`) },
  { what: 'a row of the ledger is gone', id: 'I4', says: 'repair-request $id has',
    break: sql('DELETE FROM tickets.ledger WHERE aggregate_id = $1 AND aggregate_version = 1') },
  { what: 'an edited version', id: 'I4', says: 'repair-request $id is at version 99',
    break: sql('UPDATE tickets.repair_request SET version = 99 WHERE id = $1') },
  { what: 'a state behind the back of its ledger', id: 'I4', says: 'repair-request $id is closed, its ledger leads to',
    break: sql(`UPDATE tickets.repair_request SET state = 'closed' WHERE id = $1`) },
  { what: 'a work order that nobody finished', id: 'I4', says: 'is finished, its ledger leads to',
    break: sql(`UPDATE dispatch.work_order SET state = 'finished' WHERE repair_request_id = $1`) },
  { what: 'a follow-up that nobody made', id: 'I4', says: 'is satisfied, its ledger leads to planned',
    break: sql(`UPDATE followups.follow_up SET state = 'satisfied' WHERE repair_request_id = $1`) },
  { what: 'a state that was skipped', id: 'I4', says: 'repair-request $id went from open to closed by tickets.repair-closed.v1',
    break: sql(`UPDATE tickets.ledger SET type = 'tickets.repair-closed.v1' WHERE aggregate_id = $1 AND aggregate_version = 2`) },
  { what: 'a hole in a timeline', id: 'I4', says: 'timeline of $id lacks tickets.repair-requested.v1',
    break: sql('DELETE FROM tracking.timeline_entry WHERE aggregate_id = $1 AND aggregate_version = 1') },
  { what: 'the last entry of a work order is lost', id: 'I4', says: 'timeline of $id lacks dispatch.work-order-',
    break: sql(`DELETE FROM tracking.timeline_entry e WHERE repair_request_id = $1 AND aggregate_type = 'work-order'
       AND aggregate_version = (SELECT max(aggregate_version) FROM tracking.timeline_entry o WHERE o.aggregate_id = e.aggregate_id)`) },
  { what: 'every entry of a follow-up is lost', id: 'I4', says: 'timeline of $id lacks followups.follow-up-planned.v1',
    break: sql(`DELETE FROM tracking.timeline_entry WHERE repair_request_id = $1 AND aggregate_type = 'follow-up'`) },
  { what: 'an altered timeline', id: 'I4', says: 'differs from its ledger',
    break: sql(`UPDATE tracking.timeline_entry SET type = 'tickets.repair-closed.v1' WHERE aggregate_id = $1 AND aggregate_version = 1`) },
  { what: 'an act of the future', id: 'I4', says: 'after it was recorded',
    break: sql(`UPDATE tickets.ledger SET happened_at = recorded_at + interval '1 day' WHERE aggregate_id = $1 AND aggregate_version = 1`) },
  { what: 'somebody told twice', id: 'I5', says: 'exists 2 times',
    break: sql('ALTER TABLE notifications.notification DROP CONSTRAINT notification_business_key',
      `INSERT INTO notifications.notification SELECT (n).* FROM (SELECT jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid())) AS n
       FROM notifications.notification n LIMIT 1) copied`) },
  { what: 'an event that never reached a reaction', id: 'I6', says: 'tracking__timeline_v1 never got tickets.repair-requested.v1',
    break: sql(`DELETE FROM tracking.inbox WHERE consumer = 'tracking__timeline_v1' AND event_id = ${eventOf(1)}`) },
  { what: 'an effect of nothing', id: 'I7', says: `tracking__timeline_v1 received ${unknownEvent}, which stands in no ledger`,
    break: sql(`INSERT INTO tracking.inbox VALUES ('tracking__timeline_v1', '${unknownEvent}', now())`) },
  { what: 'a message no relay has published', id: 'I7', says: '(events.tickets.repair-requested.v1) was not published by a relay',
    break: (office) => withBroker(office, async (nats) => jetstream(nats).publish('events.tickets.repair-requested.v1', '{}')) },
  { what: 'a message the stream has lost', id: 'I7', says: 'counts as published and is not in EVENTS_FOLLOWUPS',
    break: (office) => withBroker(office, async (nats) => (await jetstreamManager(nats)).streams.deleteMessage('EVENTS_FOLLOWUPS', 1)) },
  { what: 'a timer that fired early', id: 'I8', says: '(too early) fired at',
    break: sql('ALTER TABLE followups.timer DROP CONSTRAINT timer_never_early',
      `INSERT INTO followups.timer (id, kind, aggregate_id, fire_key, due_at, status, fired_at)
       VALUES (gen_random_uuid(), 'test', $1, 'too early', now(), 'fired', now() - interval '1 hour')`) },
  { what: 'a timer that fired at no time', id: 'I8', says: '(when?) is fired, and fired at no time',
    break: sql(`INSERT INTO followups.timer (id, kind, aggregate_id, fire_key, due_at, status) VALUES (gen_random_uuid(), 'test', $1, 'when?', now(), 'fired')`) },
  { what: 'a timer that did not fire', id: 'I9', says: '(asleep) was due at',
    break: sql(`INSERT INTO followups.timer (id, kind, aggregate_id, fire_key, due_at, status)
       VALUES (gen_random_uuid(), 'test', $1, 'asleep', now() - interval '1 hour', 'set')`) },
  { what: 'an event that waits to be published', id: 'I9', says: 'tickets.repair-requested.v1',
    break: sql(`INSERT INTO tickets.outbox_pending SELECT seq, event_id FROM tickets.ledger WHERE aggregate_id = $1 AND aggregate_version = 1`) },
  { what: 'a parked event', id: 'I9', says: 'tracking__timeline_v1 holds version 7 of $id back',
    break: sql(`INSERT INTO tracking.parked VALUES ('tracking__timeline_v1', ${eventOf(1)}, $1, 7, NULL, now())`) },
  { what: 'a rebuild nobody does', id: 'I9', says: 'directory: EVENTS_DIRECTORY is to be rebuilt',
    break: sql('UPDATE directory.stream_state SET created = NULL') },
  { what: 'a replay nobody does', id: 'I9', says: 'the replay to tickets__search_v1 that an operator asked for',
    break: sql(`INSERT INTO tickets.replay_request (id, durable, requested_by, requested_at, last_seq, sent_seq)
       VALUES (gen_random_uuid(), 'tickets__search_v1', 'an operator', now(), 7, 3)`) },
  { what: 'a leader that died', id: 'I9', says: 'dispatch: the relay that led until',
    break: sql(`UPDATE dispatch.relay_leader SET until = now() - interval '1 hour'`) },
  { what: 'events before a reaction', id: 'I9', says: 'tracking__timeline_v1 has 1 events before it', break: sql() },
  { what: 'a dead letter nobody decided on', id: 'I10', says: 'tracking__timeline_v1 could not apply',
    break: sql(`INSERT INTO tracking.dead_letter (id, consumer, event_id, strict, class, fingerprint, error, payload, headers, attempts, dead_at)
       VALUES (gen_random_uuid(), 'tracking__timeline_v1', ${eventOf(1)}, false, 'business', 'f', 'no reason', '', '{}', 8, now())`) },
  { what: 'a ninth attempt', id: 'I10', says: 'tracking__timeline_v1 tried',
    break: sql(`INSERT INTO tracking.attempt VALUES ('tracking__timeline_v1', ${eventOf(1)}, 9, NULL, now())`) },
  { what: 'a timeline on another site', id: 'I11', says: `its timeline on ${elsewhere}`,
    break: sql(`UPDATE tracking.timeline SET site_id = '${elsewhere}' WHERE repair_request_id = $1`) },
  { what: 'a right on another site', id: 'I11', says: `$id on site ${elsewhere}`,
    break: sql(`UPDATE tickets.object_access SET site_id = '${elsewhere}' WHERE object_id = $1`) },
  { what: 'a right for whoever has no part in it', id: 'I11', says: `tickets: person:${elsewhere} may act request $id`,
    break: sql(`INSERT INTO tickets.object_access (object_id, site_id, subject, "right", source, source_version)
       SELECT id, site_id, 'person:${elsewhere}', 'act', id, 1 FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a timeline open to a crew that was never sent', id: 'I11', says: `tracking: crew:${elsewhere} may read request $id`,
    break: sql(`INSERT INTO tracking.object_access (object_id, site_id, subject, "right", source, source_version)
       SELECT id, site_id, 'crew:${elsewhere}', 'read', id, 1 FROM tickets.repair_request WHERE id = $1`) },
  { what: 'an order in the hands of two crews', id: 'I11', says: 'of request $id and does not have it',
    break: sql(`INSERT INTO dispatch.object_access (object_id, site_id, subject, "right", source, source_version)
       SELECT id, site_id, 'crew:${elsewhere}', 'act', id, 1 FROM dispatch.work_order WHERE repair_request_id = $1`) },
  { what: 'an aggregate of two sites', id: 'I11', says: 'repair-request $id has events of 2 sites',
    break: sql(`UPDATE tickets.ledger SET site_id = '${elsewhere}' WHERE aggregate_id = $1 AND aggregate_version = 2`) },
  { what: 'an altered audit trail', id: 'I11', says: 'tickets: audit {"kind":"altered"',
    break: sql(`UPDATE tickets.audit SET details = '{"nothing":"happened"}' WHERE id = (SELECT audit_id FROM tickets.audit_seal ORDER BY seq LIMIT 1)`) },
  { what: 'an audit row that nobody seals', id: 'I9', says: 'tickets: audit row',
    break: sql('INSERT INTO tickets.audit_pending VALUES (gen_random_uuid())') },
  { what: 'a message sent at no time', id: 'I5', says: 'is sent, and was sent at no time',
    break: sql(`INSERT INTO notifications.delivery (id, notification_id, business_key, site_id, person_id, content_type, content, created_at, channel, state, next_try_at)
       SELECT gen_random_uuid(), id, 'pigeon', site_id, person_id, 'notification', '{}', now(), 'pigeon', 'sent', now() FROM notifications.notification LIMIT 1`) },
  { what: 'a message by one channel twice', id: 'I5', says: 'has 2 deliveries by pigeon',
    break: sql('ALTER TABLE notifications.delivery DROP CONSTRAINT delivery_once, DROP CONSTRAINT delivery_business_key',
      `INSERT INTO notifications.delivery (id, notification_id, business_key, site_id, person_id, content_type, content, created_at, channel, state, next_try_at, sent_at)
       SELECT gen_random_uuid(), notification_id, 'pigeon', site_id, person_id, 'notification', '{}', now(), channel, 'sent', now(), now()
       FROM notifications.delivery WHERE channel = 'pigeon'`) },
  { what: 'a delivery under one key twice', id: 'I5', says: 'delivery pigeon exists 2 times', break: sql() },
  { what: 'a message nobody took', id: 'I5', says: 'is sent, and no attempt was taken', break: sql() },
  { what: 'an attempt that nobody wrote down', id: 'I5', says: 'counts 7 attempts, its log has 0',
    break: sql(`UPDATE notifications.delivery SET attempts = 7 WHERE channel = 'pigeon'`) },
  { what: 'a message left lying', id: 'I9', says: 'by pigeon was due at',
    break: sql(`INSERT INTO notifications.delivery (id, business_key, site_id, person_id, content_type, content, created_at, channel, state, next_try_at)
       SELECT gen_random_uuid(), 'left lying', site_id, person_id, 'notification', '{}', now(), 'pigeon', 'waiting', now() - interval '1 hour'
       FROM notifications.notification LIMIT 1`) },
  { what: 'a replay that was none', id: 'I10', says: 'and never received it',
    break: sql(`DELETE FROM tickets.inbox WHERE consumer = 'tickets__search_v1' AND event_id = ${eventOf(1)}`,
      `INSERT INTO tickets.dead_letter (id, consumer, event_id, strict, class, fingerprint, error, payload, headers, attempts, dead_at, state, decided_at)
       VALUES (gen_random_uuid(), 'tickets__search_v1', ${eventOf(1)}, false, 'business', 'f', 'no reason', '', '{}', 8, now(), 'replayed', now())`) },
  { what: 'a level that was told to nobody', id: 'G5', says: 'is recorded and was told 0 times',
    break: sql(`INSERT INTO tickets.deadline_level (deadline_id, level, recipient, class, outcome, reached, at)
       SELECT id, 'lead', 'crew-lead', 'P2', 'told', 'lead', now() FROM tickets.deadline WHERE aggregate_id = $1`) },
  { what: 'a level without a timer', id: 'G5', says: 'and has no timer for it',
    break: sql(`DELETE FROM tickets.timer WHERE aggregate_id = $1`) },
  { what: 'a closed clock that reminds', id: 'G5', says: 'is set, and its deadline is closed',
    break: sql(`UPDATE tickets.deadline SET state = 'closed', next_at = NULL WHERE aggregate_id = $1`) },
  { what: 'a clock on a repair that is over', id: 'G4', says: 'runs, and the request is resolved in episode 1',
    break: sql(`UPDATE tickets.repair_request SET state = 'resolved' WHERE id = $1`) },
  { what: 'a clock on a follow-up that is not due', id: 'G4', says: 'runs, and it is planned after 0 tries',
    break: sql(`INSERT INTO followups.deadline (id, kind, aggregate_id, site_id, episode, promise, class, clock, ruled_at, state, due_at, firing)
       SELECT gen_random_uuid(), 'follow-up', id, site_id, 1, 'follow-up', 'P2', '{}', now(), 'running', now(), 0
       FROM followups.follow_up WHERE repair_request_id = $1`) },
  { what: 'two duties at a time', id: 'G1', says: 'is on two duties at a time',
    break: sql(`INSERT INTO directory.duty (id, site_id, person_id, role, starts_at, ends_at, version, created_at)
       SELECT gen_random_uuid(), site_id, person_id, role, starts_at, ends_at, version, created_at FROM directory.duty WHERE ends_at > starts_at LIMIT 1`) },
  { what: 'somebody who answers for themselves', id: 'G1', says: 'answers for themselves',
    break: sql(`INSERT INTO directory.superior (id, person_id, superior_id, starts_at, version, created_at)
       SELECT gen_random_uuid(), superior_id, person_id, starts_at, 1, created_at FROM directory.superior WHERE ends_at IS NULL LIMIT 1`) },
  { what: 'somebody who left and still is what they were', id: 'G6', says: 'has left and is clerk of the company',
    break: sql(`WITH left_one AS (INSERT INTO directory.person (id, name, search_text, search_words, version, created_at, changed_at)
         VALUES (gen_random_uuid(), 'x', '', '{}', 1, now(), now()) RETURNING id),
       held AS (INSERT INTO directory.role_grant (id, person_id, role, starts_at, version) SELECT gen_random_uuid(), id, 'clerk', now(), 1 FROM left_one RETURNING id, person_id),
       granted AS (INSERT INTO directory.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
         SELECT gen_random_uuid(), 'directory.role-granted.v1', 'role-grant', id, 1, id, now(), now(), id, 'operator', '{}' FROM held)
       INSERT INTO directory.account (id, person_id, login, version, opened_at, closed_at) SELECT gen_random_uuid(), person_id, person_id::text, 1, now(), now() FROM held`) },
  { what: 'a contact whose caller is seen by whom it is about', id: 'W2.3', says: 'is not hidden from',
    break: sql(`UPDATE reception.contact SET state = 'converted', converted_to = 'complaint',
         converted_id = (SELECT id FROM complaints.complaint WHERE cardinality(about_person_ids) > 0 LIMIT 1)
       WHERE id = (SELECT id FROM reception.contact WHERE state = 'open' LIMIT 1)`) },
  ...brokenStatePromises,
];
