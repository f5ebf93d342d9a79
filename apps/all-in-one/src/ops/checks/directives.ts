import { violations, type Check } from './check';

/** What W3.1 promises of directives, read off the data. */
export const directiveChecks: readonly Check[] = [
  {
    id: 'W3.1',
    title: 'the figures of a directive are those of its addressees',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'directive ' || d.number || ' says ' || d.acknowledged || ' of ' || d.addressed || ' acknowledged it, and ' || a.acknowledged || ' of ' || a.addressed || ' did'
         FROM documents.directive d
         CROSS JOIN LATERAL (SELECT count(*) AS addressed, count(acknowledged_at) AS acknowledged FROM documents.directive_addressee WHERE directive_id = d.id) a
         WHERE d.addressed <> a.addressed OR d.acknowledged <> a.acknowledged`,
      ),
  },
  {
    id: 'W3.1',
    title: 'everybody it is addressed to was announced, and who acknowledged it did so themselves, once',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'directive ' || d.number || ' is addressed to ' || a.person_id || ', who was told by nobody'
         FROM documents.directive_addressee a JOIN documents.directive d ON d.id = a.directive_id
         WHERE NOT EXISTS (SELECT 1 FROM documents.ledger l WHERE l.aggregate_id = d.id AND l.type = 'documents.directive-given.v1' AND l.data -> 'addresseeIds' ? a.person_id::text)
         UNION ALL
         SELECT 'directive ' || d.number || ': ' || a.person_id || ' acknowledged it ' || l.times || ' times'
         FROM documents.directive_addressee a JOIN documents.directive d ON d.id = a.directive_id
         CROSS JOIN LATERAL (SELECT count(*) AS times FROM documents.ledger l WHERE l.aggregate_id = d.id AND l.type = 'documents.directive-acknowledged.v1'
           AND l.data ->> 'addresseeId' = a.person_id::text AND l.actor_id = a.person_id) l
         WHERE l.times <> CASE WHEN a.acknowledged_at IS NULL THEN 0 ELSE 1 END`,
      ),
  },
  {
    id: 'W3.1',
    title: 'a directive that was corrected and the one in its place name each other',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'directive ' || o.number || ' was replaced by ' || o.replaced_by_id || ', which takes the place of ' || coalesce(n.replaces_id::text, 'none')
         FROM documents.directive o LEFT JOIN documents.directive n ON n.id = o.replaced_by_id
         WHERE o.replaced_by_id IS NOT NULL AND n.replaces_id IS DISTINCT FROM o.id`,
      ),
  },
  {
    id: 'G4',
    title: 'no clock runs on a directive that nobody is to acknowledge',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'documents: the clock of ' || c.promise || ' of ' || d.number || ' runs, and it is ' || d.state
         FROM documents.deadline c JOIN documents.directive d ON d.id = c.aggregate_id WHERE c.state = 'running' AND d.state <> 'given'`,
      ),
  },
];
