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
  { what: 'a complaint seen by whom it is about', id: 'W2.3', says: 'is not hidden from', break: sql() },
  { what: 'a complainant in an event', id: 'W2.3', says: '(complaints.complaint-recorded.v1) names a complainant',
    break: sql(`UPDATE complaints.ledger l SET actor_id = k.person_id FROM complaints.complainant k WHERE k.complaint_id = l.aggregate_id AND l.aggregate_version = 1`) },
  { what: 'a complaint nobody follows up', id: 'I3', says: 'has 0 follow-ups',
    break: sql('DELETE FROM followups.follow_up WHERE complaint_id IS NOT NULL') },
  { what: 'a hole in the timeline of a complaint', id: 'I4', says: 'lacks complaints.complaint-recorded.v1',
    break: sql(`DELETE FROM tracking.case_timeline_entry WHERE type = 'complaints.complaint-recorded.v1'`) },
  { what: 'a clock on a complaint that is closed', id: 'G4', says: 'runs, and the complaint is closed in round 1',
    break: sql(`UPDATE complaints.deadline SET state = 'running' WHERE aggregate_id = (SELECT id FROM complaints.complaint WHERE state = 'closed' LIMIT 1)`) },
  { what: 'a complaint that shows another date than its clock', id: 'G4', says: 'and its clock says',
    break: sql(`UPDATE complaints.complaint SET due_at = due_at - interval '1 hour' WHERE state = 'handling'`) },
];
