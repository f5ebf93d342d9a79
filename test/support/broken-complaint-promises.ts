import type { BrokenPromise } from './broken-promises';

/** Of the complaints of the demonstration, of which there is one in each state. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

/** What the checks of complaints notice. */
// prettier-ignore
export const brokenComplaintPromises: readonly BrokenPromise[] = [
  { what: 'a complaint closed without its branch', id: 'W2.3', says: 'without what that needs',
    break: sql('ALTER TABLE complaints.complaint DROP CONSTRAINT complaint_branch', `UPDATE complaints.complaint SET findings = NULL WHERE state = 'closed'`) },
  { what: 'a complaint extended twice', id: 'W2.3', says: 'was extended 2 times',
    break: sql(`INSERT INTO complaints.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
       SELECT gen_random_uuid(), 'complaints.extension-told.v1', aggregate_type, aggregate_id, 900 + n, l.site_id, l.happened_at, l.recorded_at, actor_id, actor_role, data
       FROM complaints.ledger l JOIN complaints.complaint c ON c.id = l.aggregate_id, generate_series(1, 2) AS n WHERE aggregate_version = 1 AND c.state = 'closed'`) },
  { what: 'a complaint in the hands of whom it is about', id: 'W2.3', says: 'is or was handled by somebody it is about',
    break: sql('ALTER TABLE complaints.complaint DROP CONSTRAINT complaint_handler_not_about',
      `UPDATE complaints.complaint SET about_person_ids = handler_ids WHERE state = 'handling'`) },
  { what: 'a complaint handled in the name of whom it is about', id: 'W2.3', says: 'was handled in the name of somebody it is about',
    break: sql(`UPDATE complaints.ledger SET data = jsonb_set(data, '{about,personIds}', jsonb_build_array(aggregate_id)) WHERE type = 'complaints.complaint-recorded.v1'`,
      `UPDATE complaints.ledger SET actor_for = aggregate_id WHERE type = 'complaints.complaint-verified.v1'`) },
  { what: 'a complaint that is disputed and again with who had it', id: 'W2.3', says: 'is again with somebody who had it before it was disputed',
    break: sql(`UPDATE complaints.complaint c SET handler_id = (l.data ->> 'handlerId')::uuid FROM complaints.ledger l
      WHERE c.state = 'disputed' AND l.aggregate_id = c.id AND l.data ->> 'handlerId' IS NOT NULL`) },
  { what: 'a complaint seen by whom it is about', id: 'W2.3', says: 'is not hidden from', break: sql() },
  { what: 'a complainant in an event', id: 'W2.3', says: '(complaints.complaint-recorded.v1) names a complainant',
    break: sql(`UPDATE complaints.ledger l SET actor_id = k.person_id FROM complaints.complainant k WHERE k.complaint_id = l.aggregate_id AND l.aggregate_version = 1 AND k.person_id IS NOT NULL`) },
  { what: 'a complaint closed before somebody of its group answered', id: 'W2.3', says: 'has not answered',
    break: sql(`INSERT INTO complaints.complainant (id, complaint_id, joined_at) SELECT gen_random_uuid(), id, changed_at FROM complaints.complaint WHERE state = 'closed'`) },
  { what: 'a complaint accepted against one of its complainants', id: 'W2.3', says: 'disputes it',
    break: sql(`UPDATE complaints.complainant_answer SET answer = 'disputed'`) },
  { what: 'a complainant whom a merge left behind', id: 'W2.3', says: 'does not complain in',
    break: sql('UPDATE complaints.complaint_task SET complainant_id = NULL', 'DELETE FROM complaints.complainant WHERE joined_from IS NOT NULL') },
  { what: 'a merge the other complaint does not tell of', id: 'W2.3', says: 'which says so 0 times',
    break: sql(`UPDATE complaints.ledger SET data = jsonb_set(data, '{double,id}', '"x"') WHERE type = 'complaints.complaint-double-joined.v1'`) },
  { what: 'a complaint in the hands of who complained in one merged into it', id: 'W2.3', says: 'is handled by who complains in',
    break: sql(`UPDATE complaints.complainant k SET person_id = c.handler_id FROM complaints.complaint d JOIN complaints.complaint c ON c.id = d.merged_into WHERE k.complaint_id = d.id`) },
  { what: 'a second extension of one matter', id: 'W2.3', says: ', which had been',
    break: sql(`UPDATE complaints.complaint SET extension_until = changed_at, extension_approved_by = id, extension_told_at = changed_at, extension_told_ids = '{}' WHERE state = 'merged'`,
      `INSERT INTO complaints.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
       SELECT gen_random_uuid(), 'complaints.extension-told.v1', aggregate_type, aggregate_id, 900, site_id, happened_at, recorded_at + interval '1 minute', actor_id, actor_role, data
       FROM complaints.ledger WHERE type = 'complaints.complaint-double-joined.v1'`) },
  { what: 'a complainant who stays where their merge was taken back', id: 'G3', says: 'which is not merged into it',
    break: sql(`INSERT INTO complaints.complainant (id, complaint_id, joined_at, joined_from)
      SELECT gen_random_uuid(), c.id, c.changed_at, k.id FROM complaints.complaint c, complaints.complainant k JOIN complaints.complaint d ON d.id = k.complaint_id
      WHERE c.state = 'recorded' AND d.state = 'acknowledged'`) },
  { what: 'a merged complaint that shows what the other one hides', id: 'W2.3', says: 'is not hidden from person:',
    break: sql(`INSERT INTO complaints.object_shield (object_id, subject) SELECT merged_into, 'person:' || id FROM complaints.complaint WHERE state = 'merged'`) },
  { what: 'an extension that one of a group is not told', id: 'W2.3', says: 'nobody tells complainant',
    break: sql(`UPDATE complaints.complaint SET extension_until = changed_at, extension_approved_by = id, extension_told_at = changed_at + interval '1 day', extension_told_ids = '{}'
      WHERE state = 'recorded' AND id IN (SELECT complaint_id FROM complaints.complainant WHERE person_id IS NULL)`) },
  { what: 'a complaint decided before it was settled whom it is about', id: 'W2.3', says: 'it is not settled whom it is about',
    break: sql(`UPDATE complaints.complaint SET about_open = true WHERE state = 'decided'`) },
  { what: 'a complaint nobody follows up', id: 'I3', says: 'has 0 follow-ups',
    break: sql('DELETE FROM followups.follow_up WHERE complaint_id IS NOT NULL') },
  { what: 'a hole in the timeline of a complaint', id: 'I4', says: 'lacks complaints.complaint-recorded.v1',
    break: sql(`DELETE FROM tracking.case_timeline_entry WHERE type = 'complaints.complaint-recorded.v1'`) },
  { what: 'a clock on a complaint that is closed', id: 'G4', says: 'runs, and the complaint is closed in round 1',
    break: sql(`UPDATE complaints.deadline SET state = 'running' WHERE aggregate_id = (SELECT id FROM complaints.complaint WHERE state = 'closed' LIMIT 1)`) },
  { what: 'a measure set before that of the month before was reviewed', id: 'R3.3', says: 'of 2025-01 was reviewed',
    break: sql(`INSERT INTO complaints.cause_measure (id, number, site_id, version, state, month, source, cause, measure, owner_id, due_at, set_by, search_text, search_words,
        happened_at, last_happened_at, recorded_at, changed_at)
      SELECT gen_random_uuid(), 'I-' || n, site_id, 1, 'set', '2025-0' || n, 'complaints', kind, 'x', id, recorded_at, id, '', '{}', recorded_at, recorded_at, recorded_at + n * interval '1 minute', recorded_at
      FROM (SELECT * FROM complaints.complaint WHERE state = 'closed' ORDER BY number LIMIT 1) c, generate_series(1, 2) AS n`) },
  { what: 'a measure reviewed by who had it before', id: 'R3.3', says: 'was reviewed by somebody who had it before',
    break: sql(`UPDATE complaints.cause_measure SET former_owner_ids = ARRAY[reviewed_by] WHERE state = 'reviewed'`) },
  { what: 'a measure reviewed in the name of who had it before', id: 'R3.3', says: 'was reviewed in the name of somebody who had it before',
    break: sql(`UPDATE complaints.ledger l SET actor_for = l.aggregate_id FROM complaints.cause_measure m WHERE m.id = l.aggregate_id AND l.type = 'complaints.cause-measure-reviewed.v1'`,
      `UPDATE complaints.cause_measure SET former_owner_ids = former_owner_ids || id WHERE state = 'reviewed'`) },
  { what: 'a clock on a measure that is reviewed', id: 'G4', says: 'is running, and the measure reviewed',
    break: sql(`UPDATE complaints.cause_measure SET state = 'reviewed', worked = 'yes', review = 'x', reviewed_by = id`) },
  { what: 'a clock on a task that is done', id: 'G4', says: 'runs, and it is over',
    break: sql(`UPDATE complaints.complaint_task SET finished_at = recorded_at, done = 'x' WHERE finished_at IS NULL AND cancelled_at IS NULL`) },
  { what: 'a clock on a suggestion that is reviewed', id: 'G4', says: 'of review-suggestion of',
    break: sql(`UPDATE complaints.deadline SET state = 'running' WHERE promise = 'review-suggestion'
      AND aggregate_id IN (SELECT id FROM complaints.suggestion WHERE state <> 'recorded')`) },
  { what: 'a complaint that shows another date than its clock', id: 'G4', says: 'and its clock says',
    break: sql(`UPDATE complaints.complaint SET due_at = due_at - interval '1 hour' WHERE state = 'handling'`) },
];
