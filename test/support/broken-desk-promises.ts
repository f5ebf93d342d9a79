import type { BrokenPromise } from './broken-promises';

/** Of what belongs to the request's site; `$1` is the request, whose id serves for what is made up. */
const contact = (state: string, offered = 'NULL') => `
  INSERT INTO reception.contact (id, number, site_id, version, state, channel, owner_id, own_words, read_back, attachment_ids, hand_overs,
    offered_to, offered_at, heated, search_text, search_words, happened_at, last_happened_at, recorded_at, changed_at)
  SELECT id, 'C-' || number, site_id, 1, '${state}', 'call', id, 'x', false, '{}', 0, ${offered === 'NULL' ? 'NULL' : 'id'}, ${offered}, false, '', '{}',
    recorded_at, recorded_at, recorded_at, recorded_at FROM tickets.repair_request WHERE id = $1`;

const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office, { id }) => {
    for (const statement of statements) await office.query(statement, [id]);
  };

/** What the checks of the contact desk notice. */
// prettier-ignore
export const brokenDeskPromises: readonly BrokenPromise[] = [
  { what: 'a contact nobody owns', id: 'W2.1', says: 'contact $id has 0 owners now', break: sql(contact('open')) },
  { what: 'an owner nobody announced', id: 'W2.1', says: 'contact $id: owner 1 is $id, announced was nobody',
    break: sql(contact('open'), `INSERT INTO reception.contact_owner (contact_id, n, owner_id, starts_at)
      SELECT id, 1, id, recorded_at FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a hand-over that is gone', id: 'W2.1', says: 'contact $id is offered and has 0 hand-overs that wait', break: sql(contact('offered', 'recorded_at')) },
  ...['reception', 'tracking'].map((service) => ({ what: `a right kept by ${service} of somebody a contact is offered to no more`, id: 'I11',
    says: `${service}: crew:$id may read contact $id, which they neither have nor are offered`,
    break: sql(contact('open'), `INSERT INTO ${service}.object_access (object_id, site_id, subject, "right", source, source_version)
      SELECT id, site_id, 'crew:' || id, 'read', id, 1 FROM tickets.repair_request WHERE id = $1`) })),
  { what: 'a repair of a contact that was not converted', id: 'W2.1', says: 'contact $id was converted 0 times and became 1 repair requests',
    break: sql('UPDATE tickets.repair_request SET contact_id = id WHERE id = $1') },
  { what: 'a complaint that was promised and never made', id: 'W2.1', says: 'contact $id was converted 1 times to a complaint and became 0',
    break: sql(`INSERT INTO reception.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'reception.contact-converted.v1', 'contact', id, 2, site_id, recorded_at, recorded_at, id, 'desk',
        jsonb_build_object('objectId', gen_random_uuid(), 'to', 'complaint') FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a caller who was to join a complaint and is in none', id: 'W2.3', says: 'and its caller complains in none',
    break: sql(contact('open'), `INSERT INTO reception.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'reception.contact-converted.v1', 'contact', id, 2, site_id, recorded_at, recorded_at, id, 'desk',
        jsonb_build_object('objectId', gen_random_uuid(), 'to', 'complaint', 'complaint', jsonb_build_object('joins', gen_random_uuid())) FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a suggestion of a contact that was not converted', id: 'W2.1', says: 'contact $id was converted 0 times to a suggestion and became 1',
    break: sql(`INSERT INTO complaints.suggestion (id, number, site_id, version, state, words, attachment_ids, contact_id, happened_at, last_happened_at, recorded_at, changed_at)
      SELECT id, 'S-' || number, site_id, 1, 'recorded', 'x', '{}', id, recorded_at, recorded_at, recorded_at, recorded_at FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a suggestion of somebody else than who called', id: 'W2.3', says: 'suggestion of contact $id is of $id, who did not turn to the desk',
    break: sql(contact('open'), `INSERT INTO complaints.suggestion (id, number, site_id, version, state, words, attachment_ids, contact_id, made_by, happened_at, last_happened_at, recorded_at, changed_at)
      SELECT id, 'S-' || number, site_id, 1, 'recorded', 'x', '{}', id, id, recorded_at, recorded_at, recorded_at, recorded_at FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a visitor who was promised and never announced', id: 'W2.1', says: 'contact $id was converted 1 times to a visitor and became 0',
    break: sql(`INSERT INTO reception.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'reception.contact-converted.v1', 'contact', id, 2, site_id, recorded_at, recorded_at, id, 'desk',
        jsonb_build_object('objectId', gen_random_uuid(), 'to', 'visitor') FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a visitor without the attachments of their contact', id: 'W2.1', says: 'visitor of contact $id has other attachments than it',
    break: sql(contact('open'), `INSERT INTO reception.visitor (id, number, site_id, version, state, kind, host_id, party_size, window_from, window_until, contact_id, attachment_ids,
         search_text, search_words, happened_at, last_happened_at, recorded_at, changed_at)
       SELECT id, 'V-' || number, site_id, 1, 'expected', 'office-guest', id, 1, recorded_at, recorded_at + interval '1 year', id, ARRAY[id], '', '{}',
         recorded_at, recorded_at, recorded_at, recorded_at FROM tickets.repair_request WHERE id = $1`) },
  { what: 'an attachment of a visitor that nothing links', id: 'W2.1', says: 'visitor $id is not linked to attachment $id',
    break: sql(`INSERT INTO reception.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'reception.visitor-announced.v1', 'visitor', id, 1, site_id, recorded_at, recorded_at, id, 'desk',
        jsonb_build_object('confirmed', true, 'attachmentIds', jsonb_build_array(id)) FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a contact without its timeline', id: 'W2.1', says: 'timeline of contact $id lacks reception.contact-recorded.v1 (version 1)',
    break: sql(`INSERT INTO reception.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'reception.contact-recorded.v1', 'contact', id, 1, site_id, recorded_at, recorded_at, id, 'desk',
        jsonb_build_object('ownerId', id) FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a phone note without its timeline', id: 'W2.1', says: 'timeline of phone-note $id lacks reception.phone-note-left.v1 (version 1)',
    break: sql(`INSERT INTO reception.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'reception.phone-note-left.v1', 'phone-note', id, 1, site_id, recorded_at, recorded_at, id, 'desk',
        jsonb_build_object('fromPersonId', id, 'toPersonId', id) FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a claim of a home without its timeline', id: 'W2.1', says: 'timeline of home-claim $id lacks directory.home-claimed.v1 (version 1)',
    break: sql(`INSERT INTO directory.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'directory.home-claimed.v1', 'home-claim', id, 1, site_id, recorded_at, recorded_at, id, 'resident', '{}' FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a visitor who is remembered for too long', id: 'G7', says: 'visitor $id should be forgotten',
    break: sql(
      `INSERT INTO reception.visitor (id, number, site_id, version, state, kind, host_id, party_size, window_from, window_until, came_at, search_text, search_words,
         happened_at, last_happened_at, recorded_at, changed_at)
       SELECT id, 'V-' || number, site_id, 1, 'inside', 'office-guest', id, 1, recorded_at - interval '100 days', recorded_at - interval '99 days', recorded_at - interval '100 days', '', '{}',
         recorded_at, recorded_at, recorded_at, recorded_at FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a contact that is remembered for too long', id: 'G7', says: 'contact $id should be forgotten',
    break: sql(contact('open'), `UPDATE reception.contact SET state = 'answered', answer = 'x', changed_at = recorded_at - interval '800 days' WHERE id = $1`) },
  { what: 'a phone note that is remembered for too long', id: 'G7', says: 'phone note $id should be forgotten',
    break: sql(
      `INSERT INTO reception.phone_note (id, number, site_id, version, state, from_person, to_person, round, message, urgent, acknowledged_at, search_text, search_words,
         happened_at, last_happened_at, recorded_at, changed_at)
       SELECT id, 'M-' || number, site_id, 1, 'acknowledged', id, id, 1, 'x', false, recorded_at, '', '{}', recorded_at, recorded_at, recorded_at, recorded_at - interval '100 days'
       FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a clock on a phone note that was acknowledged', id: 'G4', says: 'runs, and the phone note is acknowledged in round 1',
    break: sql(
      `INSERT INTO reception.phone_note (id, number, site_id, version, state, from_person, to_person, round, message, urgent, acknowledged_at, search_text, search_words,
         happened_at, last_happened_at, recorded_at, changed_at)
       SELECT id, 'M-' || number, site_id, 1, 'acknowledged', id, id, 1, 'x', false, recorded_at, '', '{}', recorded_at, recorded_at, recorded_at, recorded_at
       FROM tickets.repair_request WHERE id = $1`,
      `INSERT INTO reception.deadline (id, kind, aggregate_id, site_id, episode, promise, class, clock, ruled_at, state, due_at, firing)
       SELECT gen_random_uuid(), 'phone-note', id, site_id, 1, 'readdress', 'phone-note', '{}', now(), 'running', now(), 0 FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a clock on a claim of a home that was decided', id: 'G5', says: 'reception: the clock of claim $id is running, and the claim was decided at ',
    break: sql(
      `INSERT INTO reception.waiting_claim (id, claim_id, site_id, person_id, version, claimed_at, decided_at) SELECT id, id, site_id, id, 0, recorded_at, recorded_at FROM tickets.repair_request WHERE id = $1`,
      `INSERT INTO reception.deadline (id, kind, aggregate_id, site_id, episode, promise, class, clock, ruled_at, state, due_at, firing)
       SELECT gen_random_uuid(), 'home-claim', id, site_id, 1, 'decide-claim', 'home-claim', '{}', now(), 'running', now(), 0 FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a claim of a home that the desk waits for and that directory does not know', id: 'G5', says: 'reception: claim $id was decided at no time, and in directory it is unknown',
    break: sql(`INSERT INTO reception.waiting_claim (id, claim_id, site_id, person_id, version, claimed_at) SELECT id, id, site_id, id, 0, recorded_at FROM tickets.repair_request WHERE id = $1`) },
  { what: 'a contact whose timeline remembers what was said', id: 'G7', says: 'the timeline of contact $id still has the words of reception.contact-guided.v1',
    break: sql(`INSERT INTO tracking.case_entry (event_id, case_type, case_id, site_id, aggregate_type, aggregate_id, aggregate_version, type, happened_at, recorded_at,
        actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'contact', id, site_id, 'contact', gen_random_uuid(), 1, type, recorded_at, recorded_at, id, 'desk', '{"whereTo": "x"}'
      FROM tickets.repair_request, unnest(ARRAY['reception.contact-guided.v1', 'reception.contact-forgotten.v1']) AS type WHERE id = $1`) },
  { what: 'a phone note whose timeline remembers why it came back', id: 'G7', says: 'the timeline of phone-note $id still has the words of reception.phone-note-returned.v1',
    break: sql(`INSERT INTO tracking.case_entry (event_id, case_type, case_id, site_id, aggregate_type, aggregate_id, aggregate_version, type, happened_at, recorded_at,
        actor_id, actor_role, data)
      SELECT gen_random_uuid(), 'phone-note', id, site_id, 'phone-note', gen_random_uuid(), 1, type, recorded_at, recorded_at, id, 'desk', '{"reason": "x"}'
      FROM tickets.repair_request, unnest(ARRAY['reception.phone-note-returned.v1', 'reception.phone-note-forgotten.v1']) AS type WHERE id = $1`) },
];
