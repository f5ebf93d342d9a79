import { violations, type Check } from './check';

/** What R2.2 promises of print jobs, read off the data. */
export const printJobChecks: readonly Check[] = [
  {
    id: 'R2.2',
    title: 'a print job of a confidential document is confidential',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'print job ' || j.number || ' is ' || j.confidentiality || ', and its document is confidential' FROM documents.print_job j
         WHERE j.confidentiality <> 'confidential' AND (
           EXISTS (SELECT 1 FROM documents.incoming_document d WHERE d.id = j.document_id AND d.confidentiality = 'confidential')
           OR EXISTS (SELECT 1 FROM documents.outgoing_document d WHERE d.id = j.document_id AND d.confidentiality = 'confidential'))`,
      ),
  },
  {
    id: 'R2.2',
    title: 'a print job was taken by one person, and stands where its events left it',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'print job ' || j.number || ' is ' || j.state || ', and was last announced as ' || coalesce(l.said, 'nothing') FROM documents.print_job j
         LEFT JOIN LATERAL (SELECT substring(type FROM 'print-job-(.*)[.]v1') AS said FROM documents.ledger
           WHERE aggregate_id = j.id AND type !~ 'escalated|shown-on-time' ORDER BY aggregate_version DESC LIMIT 1) l ON true
         WHERE l.said IS DISTINCT FROM j.state
         UNION ALL
         SELECT 'print job ' || j.number || ' was taken ' || count(*) || ' times' FROM documents.print_job j
         JOIN documents.ledger l ON l.aggregate_id = j.id AND l.type = 'documents.print-job-taken.v1' GROUP BY j.number HAVING count(*) > 1`,
      ),
  },
  {
    id: 'G4',
    title: 'no clock runs on a print job that is over',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'documents: the clock of ' || c.promise || ' of ' || j.number || ' runs, and it is ' || j.state
         FROM documents.deadline c JOIN documents.print_job j ON j.id = c.aggregate_id WHERE c.state = 'running' AND j.state IN ('done', 'returned')`,
      ),
  },
];
