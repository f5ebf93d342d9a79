import { inEverySchema, type Check } from './check';

/** What is on its way in a busy office and stays for ever where something is stuck. */
export const nothingWaits: readonly Check[] = [
  inEverySchema(
    'I9',
    'no event waits to be published',
    `SELECT '%s: ' || coalesce(l.type || ' ', 'event ') || p.event_id || ' is not published'
     FROM %s.outbox_pending p LEFT JOIN %s.ledger l USING (event_id)`,
  ),
  inEverySchema(
    'I9',
    'no event is parked',
    `SELECT '%s: ' || consumer || ' holds version ' || aggregate_version || ' of ' || aggregate_id || ' back (event ' || event_id || ')' FROM %s.parked`,
  ),
  inEverySchema(
    'I9',
    'every stream is whole',
    `SELECT '%s: ' || stream || CASE WHEN created IS NULL THEN ' is to be rebuilt' ELSE ' is being filled up to ' || expected || ' messages' END
     FROM %s.stream_state WHERE created IS NULL OR expected IS NOT NULL`,
  ),
  inEverySchema(
    'I9',
    'every replay that was asked for is done',
    `SELECT '%s: the replay to ' || durable || ' that ' || requested_by || ' asked for at ' || requested_at || ' is at ' || sent_seq || ' of ' || last_seq
     FROM %s.replay_request WHERE finished_at IS NULL`,
  ),
  inEverySchema(
    'I9',
    'nothing in an audit trail waits to be sealed',
    `SELECT '%s: audit row ' || audit_id || ' is not sealed' FROM %s.audit_pending`,
  ),
  inEverySchema(
    'I9',
    'no leader is gone without a successor',
    `SELECT '%s: the relay that led until ' || until || ' has no successor (holder ' || holder || ')'
     FROM %s.relay_leader WHERE until < clock_timestamp() AND until > '-infinity'`,
  ),
];
