import { violations, type Check } from './check';

/** States in which a text is the one that was signed off. */
const signed = `('signed-off', 'checked', 'numbered', 'printed', 'sealed', 'released', 'filed')`;

/** What stands beside the text of a version, as documents hashes it to the letter (`literalSubstance`): nothing, or four lists. */
const beside = `CASE WHEN attendance IS NULL AND coalesce(cardinality(copies_to), 0) = 0 THEN '' ELSE
  (SELECT string_agg(chr(30) || coalesce((SELECT string_agg(name, chr(31) ORDER BY nth) FROM jsonb_array_elements_text(attendance -> list) WITH ORDINALITY AS named (name, nth)), ''), '' ORDER BY place)
   FROM unnest(ARRAY['present', 'absent', 'observers']) WITH ORDINALITY AS lists (list, place))
  || chr(30) || coalesce(array_to_string(copies_to, chr(31)), '') END`;

/** What W1.2 promises of what goes out, read off the data: constraints and code may both have been wrong. */
export const outgoingDocumentChecks: readonly Check[] = [
  {
    id: 'W1.2',
    title: 'what goes out is, to its hash, the text that was signed off and announced',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'document ' || d.id || ' is ' || d.state || ' with text ' || left(v.text_hash, 12) || ', and what was signed off is ' || coalesce(left(s.text_hash, 12), 'nothing')
         FROM documents.outgoing_document d
         JOIN documents.outgoing_version v ON v.document_id = d.id AND v.n = d.text_version
         LEFT JOIN LATERAL (SELECT text_hash FROM documents.outgoing_signature WHERE document_id = d.id AND kind = 'sign-off' ORDER BY n DESC LIMIT 1) s ON true
         WHERE d.state IN ${signed} AND (s.text_hash IS DISTINCT FROM v.text_hash OR d.text_hash <> v.text_hash OR d.signed_hash IS DISTINCT FROM v.text_hash)
         UNION ALL
         SELECT 'document ' || d.id || ' says another attendance, or others who have copies, than its last version' FROM documents.outgoing_document d
         JOIN documents.outgoing_version v ON v.document_id = d.id AND v.n = d.text_version
         WHERE v.copies_to IS NOT NULL AND (v.copies_to <> d.copies_to OR v.attendance IS DISTINCT FROM d.attendance)
         UNION ALL
         SELECT 'document ' || l.aggregate_id || ' was announced as ' || split_part(l.type, '.', 2) || ' with text ' || left(l.data ->> 'textHash', 12)
           || ', which was never signed off'
         FROM documents.ledger l
         WHERE l.type IN ('documents.outgoing-signed-off.v1', 'documents.outgoing-released.v1', 'documents.outgoing-filed.v1')
           AND NOT EXISTS (SELECT 1 FROM documents.outgoing_signature s
             WHERE s.document_id = l.aggregate_id AND s.kind = 'sign-off' AND s.text_hash = l.data ->> 'textHash')`,
      ),
  },
  {
    id: 'W1.2',
    title: 'every version says what it said when it was made, and none is missing',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'version ' || n || ' of document ' || document_id || ' is not what was written' FROM documents.outgoing_version
         WHERE exact_hash <> encode(sha256(convert_to(title || E'\\n' || body || ${beside}, 'UTF8')), 'hex')
         UNION ALL
         SELECT 'document ' || d.id || ' is at version ' || d.text_version || ' of its text and has ' || count(v.n)
         FROM documents.outgoing_document d LEFT JOIN documents.outgoing_version v ON v.document_id = d.id
         GROUP BY d.id, d.text_version HAVING count(v.n) <> d.text_version OR max(v.n) IS DISTINCT FROM d.text_version`,
      ),
  },
  {
    id: 'W1.2',
    title: 'nobody reviewed, countersigned or signed their own words, nor used a seal they approved',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'document ' || s.document_id || ': ' || s.kind || ' of version ' || s.text_version || ' by who wrote it' FROM documents.outgoing_signature s
         WHERE s.kind <> 'check' AND EXISTS (SELECT 1 FROM documents.outgoing_version v WHERE v.document_id = s.document_id
           AND v.n <= s.text_version AND v.change <> 'typography' AND v.made_by IN (s.person_id, s.for_id))
         UNION ALL
         SELECT 'document ' || document_id || ': the seal was used by who approved it' FROM documents.seal_use
         WHERE used_by IN (approved_by, approved_for) OR used_for IN (approved_by, approved_for)`,
      ),
  },
  {
    id: 'W1.2',
    title: 'every outgoing document that was numbered has its number in a register of what goes out; a void one says why',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'outgoing document ' || d.id || ' is ' || coalesce(d.number, 'not numbered') || ', its register says '
           || coalesce(r.code || '〔' || n.year || '〕' || n.number || '号', 'nothing')
         FROM documents.outgoing_document d
         LEFT JOIN documents.register_number n ON n.document_id = d.id LEFT JOIN documents.register r ON r.id = n.register_id
         WHERE d.number IS DISTINCT FROM r.code || '〔' || n.year || '〕' || n.number || '号' OR r.direction <> 'outgoing'
         UNION ALL
         SELECT 'outgoing document ' || d.id || ' is ' || d.state || ', its number is ' || CASE WHEN n.void_reason IS NULL THEN 'not void' ELSE 'void' END
         FROM documents.outgoing_document d JOIN documents.register_number n ON n.document_id = d.id
         WHERE (d.state = 'voided') <> (n.void_reason IS NOT NULL)
         UNION ALL
         SELECT 'incoming document ' || d.id || ' stands in ' || r.code || ', a register of what goes out' FROM documents.incoming_document d
         JOIN documents.register r ON r.id = d.register_id WHERE r.direction <> 'incoming'`,
      ),
  },
  {
    id: 'W1.2',
    title: 'no more copies were sealed than printed, none went out that was not, but for minutes, which bear no seal, and no numbered copy twice',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'document ' || d.id || ': ' || p.copies || ' copies were printed, ' || d.sealed_copies || ' sealed and ' || o.copies || ' sent out'
         FROM documents.outgoing_document d
         CROSS JOIN LATERAL (SELECT coalesce(sum(copies), 0) AS copies FROM documents.outgoing_print WHERE document_id = d.id AND text_version = d.text_version) p
         CROSS JOIN LATERAL (SELECT coalesce(sum(copies), 0) AS copies FROM documents.outgoing_delivery WHERE document_id = d.id) o
         WHERE d.sealed_copies > p.copies OR o.copies > CASE d.kind WHEN 'minutes' THEN p.copies ELSE d.sealed_copies END OR d.copies <> p.copies
         UNION ALL
         SELECT 'document ' || document_id || ': copy ' || share || ' was sent to ' || count(*) || ' recipients'
         FROM documents.outgoing_delivery, unnest(shares) AS share GROUP BY document_id, share HAVING count(*) > 1`,
      ),
  },
  {
    id: 'W1.2',
    title: 'no document is filed whose recipient has neither confirmed it nor is known not to',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'document ' || d.id || ' is filed and delivery ' || o.n || ' is not settled' FROM documents.outgoing_document d
         JOIN documents.outgoing_delivery o ON o.document_id = d.id WHERE d.state = 'filed' AND o.settled_at IS NULL`,
      ),
  },
];
