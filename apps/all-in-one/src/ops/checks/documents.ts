import { violations, type Check } from './check';

/** What W1.1 promises of registers, paper and files, read off the data: constraints and code may both have been wrong. */
export const documentChecks: readonly Check[] = [
  {
    id: 'W1.1',
    title: 'registers have no gaps and no repeats, from their first number to their last',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'register ' || r.code || ' of ' || y.year || ' goes from ' || y.first_number || ' to ' || y.last_number || ' and has '
           || count(n.number) || ' numbers, ' || coalesce(min(n.number)::text, 'none') || ' to ' || coalesce(max(n.number)::text, 'none')
         FROM documents.register_year y JOIN documents.register r ON r.id = y.register_id
         LEFT JOIN documents.register_number n ON n.register_id = y.register_id AND n.year = y.year
         GROUP BY r.code, y.register_id, y.year, y.first_number, y.last_number
         HAVING count(n.number) <> y.last_number - y.first_number + 1 OR count(DISTINCT n.number) <> count(n.number)
           OR min(n.number) <> y.first_number OR max(n.number) <> y.last_number`,
      ),
  },
  {
    id: 'W1.1',
    title: 'every document has its number in its register, as it was announced; a void one says why',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'document ' || d.id || ' is ' || d.number || ', its register says ' || coalesce(r.code || '〔' || n.year || '〕' || n.number || '号', 'nothing')
         FROM documents.incoming_document d
         LEFT JOIN documents.register_number n ON n.document_id = d.id LEFT JOIN documents.register r ON r.id = n.register_id
         WHERE d.number IS DISTINCT FROM r.code || '〔' || n.year || '〕' || n.number || '号'
            OR NOT EXISTS (SELECT 1 FROM documents.ledger l WHERE l.aggregate_id = d.id AND l.aggregate_version = 1 AND l.data ->> 'number' = d.number)
         UNION ALL
         SELECT 'number ' || n.number || ' of ' || n.year || ' was given to ' || n.document_id || ', which does not exist' FROM documents.register_number n
         WHERE NOT EXISTS (SELECT 1 FROM documents.incoming_document d WHERE d.id = n.document_id)
           AND NOT EXISTS (SELECT 1 FROM documents.outgoing_document d WHERE d.id = n.document_id)
         UNION ALL
         SELECT 'document ' || d.id || ' is ' || d.state || ', its number is ' || CASE WHEN n.void_reason IS NULL THEN 'not void' ELSE 'void' END
         FROM documents.incoming_document d JOIN documents.register_number n ON n.document_id = d.id
         WHERE (d.state = 'voided') <> (n.void_reason IS NOT NULL)`,
      ),
  },
  {
    id: 'W1.1',
    title: 'every original of paper has exactly one holder, from its registration to now',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'the original of document ' || d.id || ' has ' || h.open || ' holders' || CASE WHEN h.gap THEN ', with a gap between two' ELSE '' END
         FROM documents.incoming_document d CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE ends_at IS NULL) AS open, coalesce(bool_or(n > 1 AND starts_at IS DISTINCT FROM previous), false) AS gap
           FROM (SELECT *, lag(ends_at) OVER (ORDER BY n) AS previous FROM documents.paper_holder WHERE document_id = d.id) chain) h
         WHERE h.open <> d.paper::int OR h.gap`,
      ),
  },
  {
    id: 'W1.1',
    title: 'no document is filed that somebody was to read and has not, or whose answer was due and not given',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'document ' || d.id || ' is filed and was not read by ' || r.person_id FROM documents.incoming_document d
         JOIN documents.circulation_reader r ON r.document_id = d.id AND r.read_at IS NULL AND r.left_out_at IS NULL WHERE d.state = 'filed'
         UNION ALL
         SELECT 'document ' || id || ' is filed and was not answered' FROM documents.incoming_document
         WHERE state = 'filed' AND answer_needed AND answered_at IS NULL`,
      ),
  },
  {
    id: 'W1.1',
    title: 'no reader was added, left out or passed over but as it was announced',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'document ' || coalesce(k.document_id, a.document_id) || ': reader ' || coalesce(k.person_id, a.person_id) || ' of circulation '
           || coalesce(k.circulation, a.circulation) || CASE WHEN k.person_id IS NULL THEN ' is gone' ELSE ' was announced by nobody' END
         FROM documents.circulation_reader k
         FULL JOIN (
           SELECT aggregate_id AS document_id, (data ->> 'circulation')::int AS circulation, named.id::uuid AS person_id FROM documents.ledger,
             jsonb_array_elements_text(CASE type WHEN 'documents.incoming-circulated.v1' THEN data -> 'readerIds' ELSE data -> 'added' END) AS named (id)
           WHERE type IN ('documents.incoming-circulated.v1', 'documents.incoming-readers-changed.v1')) a
         USING (document_id, circulation, person_id) WHERE k.person_id IS NULL OR a.person_id IS NULL
         UNION ALL
         SELECT 'document ' || k.document_id || ': reader ' || k.person_id || ' was left out by nobody' FROM documents.circulation_reader k
         WHERE k.left_out_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM documents.ledger l WHERE l.aggregate_id = k.document_id
           AND l.type = 'documents.incoming-readers-changed.v1' AND l.data -> 'leftOut' ? k.person_id::text)`,
      ),
  },
  {
    id: 'W1.1',
    title: 'mail became a document exactly once',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'mail ' || coalesce(m.id, d.mail_id) || ' names document ' || coalesce(m.document_id::text, 'none') || ', of which it says it came from '
           || coalesce(d.mail_id::text, 'none')
         FROM (SELECT * FROM documents.mail_item WHERE document_id IS NOT NULL) m
         FULL JOIN (SELECT * FROM documents.incoming_document WHERE mail_id IS NOT NULL) d ON d.id = m.document_id AND d.mail_id = m.id
         WHERE m.id IS NULL OR d.id IS NULL`,
      ),
  },
  {
    id: 'I4',
    title: 'timelines of documents hold every event of their document',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'timeline of document ' || l.aggregate_id || ' lacks ' || l.type || ' (version ' || l.aggregate_version || ')'
         FROM documents.ledger l WHERE l.aggregate_type IN ('incoming-document', 'outgoing-document')
           AND NOT EXISTS (SELECT 1 FROM tracking.case_entry e WHERE e.event_id = l.event_id AND e.case_id = l.aggregate_id)`,
      ),
  },
  {
    id: 'G4',
    title: 'no clock runs on a document that is over, nor on mail that nobody waits for',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'documents: the clock of ' || d.promise || ' of ' || o.number || ' runs, and it is ' || o.state
         FROM documents.deadline d JOIN documents.incoming_document o ON o.id = d.aggregate_id
         WHERE d.state = 'running' AND o.state IN ('filed', 'sent-back', 'voided')
         UNION ALL
         SELECT 'documents: the clock of ' || d.promise || ' of ' || coalesce(o.number, o.draft_number) || ' runs, and it is ' || o.state
         FROM documents.deadline d JOIN documents.outgoing_document o ON o.id = d.aggregate_id
         WHERE d.state = 'running' AND o.state IS DISTINCT FROM CASE d.promise
           WHEN 'review-draft' THEN 'submitted' WHEN 'countersign' THEN 'reviewed' WHEN 'sign' THEN 'to-sign' WHEN 'receipt' THEN 'released' END
         UNION ALL
         SELECT 'documents: the clock of ' || d.promise || ' of ' || m.number || ' runs, and it is ' || m.state
         FROM documents.deadline d JOIN documents.mail_item m ON m.id = d.aggregate_id
         WHERE d.state = 'running' AND (m.state = 'registered' OR (d.promise = 'collect' AND m.state <> 'waiting'))`,
      ),
  },
];
