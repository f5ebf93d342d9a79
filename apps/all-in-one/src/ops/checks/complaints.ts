import { violations, type Check } from './check';

/** What W2.3 promises of every complaint, read off the data: constraints and code may both have been wrong. */
export const complaintChecks: readonly Check[] = [
  {
    id: 'W2.3',
    title: 'no complaint is closed without the fields of its branch',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaint ' || number || ' is ' || state || ' as ' || coalesce(decision, 'undecided') || ' without what that needs' FROM complaints.complaint
         WHERE state IN ('handling', 'awaiting-feedback', 'closed') AND (findings IS NULL OR decision IS NULL
           OR (decision IN ('ours', 'partly-ours') AND (apology IS NULL OR promised_at IS NULL OR (state <> 'handling' AND result IS NULL)))
           OR (decision IN ('partly-ours', 'not-ours', 'unfounded') AND explanation IS NULL)
           OR (decision = 'not-ours' AND help_given IS NULL)
           OR (unlawful AND (unlawful_stopped IS NULL OR unlawful_record IS NULL OR authority IS NULL OR reported_at IS NULL))
           OR (state = 'closed' AND (feedback_how IS NULL OR feedback_words IS NULL OR feedback_at IS NULL OR answer IS NULL OR closed_at IS NULL)))`,
      ),
  },
  {
    id: 'W2.3',
    title: 'no complaint was extended twice, or by the approval of who asked',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaint ' || aggregate_id || ' was extended ' || count(*) || ' times' FROM complaints.ledger
         WHERE type = 'complaints.extension-told.v1' GROUP BY aggregate_id HAVING count(*) > 1
         UNION ALL
         SELECT 'the extension of complaint ' || number || ' was approved by who asked for it' FROM complaints.complaint
         WHERE extension_approved_by = extension_asked_by`,
      ),
  },
  {
    id: 'W2.3',
    title: 'nobody handled a complaint about themselves',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaint ' || number || ' is or was handled by somebody it is about' FROM complaints.complaint
         WHERE handler_ids && about_person_ids OR handler_id = ANY (about_person_ids) OR decided_by = ANY (about_person_ids)
            OR extension_approved_by = ANY (about_person_ids)`,
      ),
  },
  {
    id: 'W2.3',
    title: 'no event of a complaint names who complained by then',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'event ' || l.event_id || ' (' || l.type || ') names a complainant' FROM complaints.ledger l
         JOIN complaints.complainant k ON k.complaint_id = l.aggregate_id AND k.joined_at <= l.recorded_at
         WHERE k.person_id = l.actor_id OR l.data::text LIKE '%' || k.person_id || '%' OR l.data::text LIKE '%' || k.home_id || '%'`,
      ),
  },
  {
    id: 'W2.3',
    title: 'every complaint is hidden from whom it is about, wherever it is copied',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'complaint ' || c.number || ' is not hidden from ' || about FROM complaints.complaint c, unnest(c.about_person_ids) AS about
         WHERE NOT EXISTS (SELECT 1 FROM complaints.object_shield s WHERE s.object_id = c.id AND s.subject = 'person:' || about)
         UNION ALL
         SELECT 'follow-up ' || f.id || ' of complaint ' || c.number || ' is not hidden from ' || about
         FROM followups.follow_up f JOIN complaints.complaint c ON c.id = f.complaint_id, unnest(c.about_person_ids) AS about
         WHERE NOT EXISTS (SELECT 1 FROM followups.object_shield s WHERE s.object_id = f.id AND s.subject = 'person:' || about)`,
      ),
  },
  {
    id: 'I3',
    title: 'every closing of a complaint has exactly one follow-up, and no follow-up is without a closing',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'round ' || round || ' of complaint ' || complaint || ' has ' || coalesce(f.n, 0) || ' follow-ups' || CASE WHEN l.complaint IS NULL THEN ', and was never closed' ELSE '' END
         FROM (SELECT aggregate_id AS complaint, (data ->> 'round')::int AS round FROM complaints.ledger WHERE type = 'complaints.complaint-closed.v1') l
         FULL JOIN (SELECT complaint_id AS complaint, episode AS round, count(*) AS n FROM followups.follow_up WHERE complaint_id IS NOT NULL GROUP BY 1, 2) f
         USING (complaint, round) WHERE l.complaint IS NULL OR f.n IS DISTINCT FROM 1`,
      ),
  },
  {
    id: 'I4',
    title: 'timelines of cases hold every event of their case, without gaps',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'the timeline of ' || l.aggregate_type || ' ' || l.aggregate_id || ' lacks ' || l.type FROM complaints.ledger l
         WHERE NOT EXISTS (SELECT 1 FROM tracking.case_timeline_entry e WHERE e.event_id = l.event_id)
         UNION ALL
         SELECT 'the timeline of case ' || case_id || ': ' || aggregate_type || ' ' || aggregate_id || ' has ' || count(*) || ' entries up to version ' || max(aggregate_version)
         FROM tracking.case_timeline_entry GROUP BY case_id, aggregate_type, aggregate_id HAVING count(*) <> max(aggregate_version)`,
      ),
  },
];
