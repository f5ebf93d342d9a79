import { allLedgers, violations, type Check } from './check';

/** Who owned a contact, by what was announced: whoever took it, and whoever accepted it afterwards, in order. */
const announcedOwners = `SELECT aggregate_id AS contact_id, row_number() OVER (PARTITION BY aggregate_id ORDER BY aggregate_version) AS n,
    (data ->> 'ownerId')::uuid AS owner_id
  FROM reception.ledger WHERE type IN ('reception.contact-recorded.v1', 'reception.contact-accepted.v1')`;

const conversions = `SELECT data ->> 'objectId' AS object_id, data ->> 'to' AS kind, aggregate_id AS contact_id FROM reception.ledger
  WHERE type = 'reception.contact-converted.v1'`;

/** Rights on a contact are kept by reception, and on its timeline by tracking. */
const strayRights = (service: string): string => `
  SELECT '${service}: ' || a.subject || ' may ' || a."right" || ' contact ' || c.id || ', which they neither have nor are offered'
  FROM ${service}.object_access a JOIN reception.contact c ON c.id = a.object_id
  WHERE (a.until IS NULL OR a.until > platform.now())
    AND a.subject <> 'person:' || c.owner_id AND a.subject IS DISTINCT FROM 'person:' || c.offered_to`;

/**
 * SQL: whether what ended then is kept too long by the row of retention that was in effect then, whatever became of its timer (G7). What was
 * entered afterwards changes nothing of it, whatever date it bears (Q1). An hour is given to what runs at this moment.
 */
const isOver = (what: string, siteId: string, endedAt: string): string => `${endedAt} + interval '1 hour' + (
  SELECT days * interval '1 day' FROM reception.retention WHERE what = '${what}' AND (site_id IS NULL OR site_id = ${siteId}) AND greatest(effective_from, recorded_at) <= ${endedAt}
  ORDER BY site_id NULLS LAST, effective_from DESC LIMIT 1) < platform.now()`;

/** Contacts of the desk (W2.1). */
export const contacts: readonly Check[] = [
  {
    id: 'W2.1',
    title: 'a contact has exactly one owner at every moment, from the first to now',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'contact ' || c.id || ' ' || CASE
           WHEN o.open <> 1 THEN 'has ' || o.open || ' owners now'
           WHEN o.now IS DISTINCT FROM c.owner_id THEN 'belongs to ' || c.owner_id || ', its chain to ' || coalesce(o.now::text, 'nobody')
           ELSE 'has a gap between two owners' END
         FROM reception.contact c
         CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE ends_at IS NULL) AS open,
             (array_agg(owner_id ORDER BY n DESC))[1] AS now,
             bool_or(n > 1 AND starts_at IS DISTINCT FROM previous) AS gap
           FROM (SELECT *, lag(ends_at) OVER (ORDER BY n) AS previous FROM reception.contact_owner WHERE contact_id = c.id) chain) o
         WHERE o.open <> 1 OR o.now IS DISTINCT FROM c.owner_id OR o.gap`,
      ),
  },
  {
    id: 'W2.1',
    title: 'the owners of a contact are those that were announced',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'contact ' || contact_id || ': owner ' || n || ' is ' || coalesce(k.owner_id::text, 'nobody') || ', announced was ' || coalesce(a.owner_id::text, 'nobody')
         FROM (${announcedOwners}) a FULL JOIN reception.contact_owner k USING (contact_id, n) WHERE a.owner_id IS DISTINCT FROM k.owner_id`,
      ),
  },
  {
    id: 'W2.1',
    title: 'a hand-over waits exactly where a contact is offered',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'contact ' || c.id || ' is ' || c.state || ' and has ' || count(h.contact_id) || ' hand-overs that wait'
         FROM reception.contact c LEFT JOIN reception.hand_over h ON h.contact_id = c.id AND h.outcome IS NULL
         GROUP BY c.id, c.state HAVING count(h.contact_id) <> (c.state = 'offered')::int`,
      ),
  },
  {
    id: 'I11',
    title: 'rights on a contact belong to whoever has it and whom it is offered to',
    run: ({ database }) => violations(database, `${strayRights('reception')} UNION ALL ${strayRights('tracking')}`),
  },
  {
    id: 'W2.1',
    title: 'a conversion to a repair request exists exactly once',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'contact ' || coalesce(v.contact_id, r.contact_id) || ' was converted ' || count(DISTINCT v.object_id) || ' times and became '
           || count(DISTINCT r.id) || ' repair requests'
         FROM (SELECT * FROM (${conversions}) made WHERE kind = 'repair-request') v
         FULL JOIN (SELECT * FROM tickets.repair_request WHERE contact_id IS NOT NULL) r ON r.contact_id = v.contact_id AND r.id::text = v.object_id
         GROUP BY coalesce(v.contact_id, r.contact_id) HAVING count(DISTINCT v.object_id) <> 1 OR count(DISTINCT r.id) <> 1`,
      ),
  },
  {
    id: 'W2.1',
    title: 'a conversion to a complaint, a suggestion or a visitor exists exactly once',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'contact ' || coalesce(v.contact_id, r.contact_id) || ' was converted ' || count(DISTINCT v.object_id) || ' times to a ' || coalesce(v.kind, r.kind)
           || ' and became ' || count(DISTINCT r.id)
         FROM (SELECT * FROM (${conversions}) made WHERE kind IN ('complaint', 'suggestion', 'visitor')) v
         FULL JOIN (
           SELECT 'complaint' AS kind, CASE WHEN EXISTS (SELECT 1 FROM (${conversions}) j WHERE j.object_id = k.id::text) THEN k.id ELSE k.complaint_id END AS id, contact_id
             FROM complaints.complainant k WHERE contact_id IS NOT NULL AND joined_from IS NULL
           UNION ALL SELECT 'suggestion', id, contact_id FROM complaints.suggestion WHERE contact_id IS NOT NULL
           UNION ALL SELECT 'visitor', id, contact_id FROM reception.visitor WHERE contact_id IS NOT NULL) r
           ON r.contact_id = v.contact_id AND r.kind = v.kind AND r.id::text = v.object_id
         GROUP BY coalesce(v.contact_id, r.contact_id), coalesce(v.kind, r.kind) HAVING count(DISTINCT v.object_id) <> 1 OR count(DISTINCT r.id) <> 1`,
      ),
  },
  {
    id: 'W2.1',
    title: 'a visitor made of a contact has its attachments, each of them linked',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'visitor of contact ' || c.id || ' has other attachments than it' FROM reception.visitor v JOIN reception.contact c ON c.id = v.contact_id
         WHERE v.forgotten_at IS NULL AND c.forgotten_at IS NULL AND v.attachment_ids <> c.attachment_ids
         UNION ALL
         SELECT 'visitor ' || l.aggregate_id || ' is not linked to attachment ' || attachment FROM reception.ledger l, jsonb_array_elements_text(l.data -> 'attachmentIds') AS attachment
         WHERE l.type = 'reception.visitor-announced.v1'
           AND NOT EXISTS (SELECT 1 FROM files.attachment_link k WHERE k.attachment_id = attachment::uuid AND k.object_type = 'visitor' AND k.object_id = l.aggregate_id)`,
      ),
  },
  {
    id: 'W2.3',
    title: 'whoever was to join a complaint is one of its complainants, or has one of their own where it was closed, and their contact says which',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'contact ' || c.number || ' was to join complaint ' || (l.data -> 'complaint' ->> 'joins') || ', and its caller complains in ' || coalesce(k.complaint_id::text, 'none')
           || ', says ' || coalesce(c.converted_id::text, 'none')
         FROM reception.ledger l JOIN reception.contact c ON c.id = l.aggregate_id
         LEFT JOIN complaints.complainant k ON k.contact_id = c.id AND k.joined_from IS NULL
         WHERE l.type = 'reception.contact-converted.v1' AND l.data -> 'complaint' ? 'joins'
           AND (k.complaint_id IS NULL OR k.complaint_id::text NOT IN (l.data -> 'complaint' ->> 'joins', l.data ->> 'objectId') OR c.converted_id IS DISTINCT FROM k.complaint_id)`,
      ),
  },
  {
    id: 'W2.3',
    title: 'a contact that became a complaint is hidden from whom that is about',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'contact ' || c.number || ' is not hidden from ' || about FROM reception.contact c
         JOIN complaints.complaint k ON k.id = c.converted_id, unnest(k.about_person_ids) AS about
         WHERE NOT EXISTS (SELECT 1 FROM reception.object_shield s WHERE s.object_id = c.id AND s.subject = 'person:' || about)
         UNION ALL
         SELECT 'the timeline of contact ' || c.number || ' is not hidden from ' || about FROM reception.contact c
         JOIN complaints.complaint k ON k.id = c.converted_id, unnest(k.about_person_ids) AS about
         WHERE NOT EXISTS (SELECT 1 FROM tracking.object_shield s WHERE s.object_id = k.id AND s.subject = 'person:' || about)`,
      ),
  },
  {
    id: 'W2.3',
    title: 'what a contact became is its caller’s, or nobody’s',
    run: ({ database }) =>
      violations(
        database,
        `SELECT r.kind || ' of contact ' || c.id || ' is of ' || r.person_id || ', who did not turn to the desk' FROM reception.contact c
         JOIN (SELECT 'complaint' AS kind, contact_id, person_id FROM complaints.complainant
           UNION ALL SELECT 'suggestion', contact_id, made_by FROM complaints.suggestion) r ON r.contact_id = c.id
         WHERE r.person_id IS NOT NULL AND r.person_id IS DISTINCT FROM c.person_id AND c.forgotten_at IS NULL`,
      ),
  },
  {
    id: 'W2.1',
    title: 'timelines of cases hold every event of their contact, phone note or claim of a home, without a gap',
    run: (context) =>
      violations(
        context.database,
        `SELECT 'timeline of ' || l.case_type || ' ' || l.case_id || ' lacks ' || l.type || ' (version ' || l.aggregate_version || ')'
         FROM (SELECT aggregate_type AS case_type, aggregate_id AS case_id, event_id, type, aggregate_version FROM reception.ledger WHERE aggregate_type IN ('contact', 'phone-note')
           UNION ALL SELECT 'home-claim', (data ->> 'claimId')::uuid, event_id, type, aggregate_version FROM reception.ledger WHERE aggregate_type = 'waiting-claim'
           UNION ALL SELECT 'home-claim', aggregate_id, event_id, type, aggregate_version FROM directory.ledger WHERE aggregate_type = 'home-claim') l
         WHERE NOT EXISTS (SELECT 1 FROM tracking.case_entry e WHERE e.event_id = l.event_id AND e.case_type = l.case_type AND e.case_id = l.case_id)
         UNION ALL
         SELECT 'timeline of ' || e.case_type || ' ' || e.case_id || ' has ' || e.type || ', which stands in no ledger'
         FROM tracking.case_entry e WHERE NOT EXISTS (SELECT 1 FROM (${allLedgers(context, 'event_id')}) l WHERE l.event_id = e.event_id)`,
      ),
  },
  {
    id: 'G7',
    title: 'nothing personal is kept of a visitor whose retention is over',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'visitor ' || v.id || ' should be forgotten' FROM reception.visitor v
         WHERE v.forgotten_at IS NULL AND ${isOver('visitor', 'v.site_id', `CASE WHEN v.state IN ('announced', 'expected', 'inside') THEN coalesce(v.overstayed_at, v.window_until) ELSE v.changed_at END`)}`,
      ),
  },
  {
    id: 'G7',
    title: 'nothing personal is kept of a contact whose retention is over',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'contact ' || c.id || ' should be forgotten' FROM reception.contact c
         WHERE c.forgotten_at IS NULL AND c.state NOT IN ('open', 'offered') AND ${isOver('contact', 'c.site_id', 'c.changed_at')}`,
      ),
  },
  {
    id: 'G7',
    title: 'nothing personal is kept of a phone note whose retention is over',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'phone note ' || n.id || ' should be forgotten' FROM reception.phone_note n
         WHERE n.forgotten_at IS NULL AND n.state <> 'left' AND ${isOver('phone-note', 'n.site_id', 'n.changed_at')}`,
      ),
  },
  {
    id: 'G7',
    title: 'no timeline tells what was said of a contact or phone note that is forgotten',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'the timeline of ' || e.case_type || ' ' || e.case_id || ' still has the words of ' || e.type FROM tracking.case_entry e
         WHERE e.case_type IN ('contact', 'phone-note') AND e.data ?| '{lateReason,note,reason,whereTo,description}'
           AND EXISTS (SELECT 1 FROM tracking.case_entry f WHERE f.case_id = e.case_id AND f.type IN ('reception.contact-forgotten.v1', 'reception.phone-note-forgotten.v1'))`,
      ),
  },
];
