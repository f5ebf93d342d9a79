import { inEverySchema, violations, type Check } from './check';

/** What follows from a request, each with the request's id and the site it stands on. */
const consequences = `
  SELECT 'first event' AS what, aggregate_id AS request, site_id FROM tickets.ledger WHERE aggregate_version = 1
  UNION ALL SELECT 'place', r.id, p.site_id FROM tickets.repair_request r JOIN tickets.place p ON p.id = r.location_id
  UNION ALL SELECT 'timeline', repair_request_id, site_id FROM tracking.timeline
  UNION ALL SELECT 'work order ' || number, repair_request_id, site_id FROM dispatch.work_order
  UNION ALL SELECT 'crew ' || c.name_zh, o.repair_request_id, c.site_id FROM dispatch.work_order o JOIN dispatch.crew c ON c.id = o.crew_id
  UNION ALL SELECT 'follow-up', repair_request_id, site_id FROM followups.follow_up WHERE repair_request_id IS NOT NULL
  UNION ALL SELECT 'contact ' || c.number, r.id, c.site_id FROM reception.contact c JOIN tickets.repair_request r ON r.contact_id = c.id`;

/** What rights are given for. */
const objects = `
  SELECT id, site_id FROM tickets.repair_request
  UNION ALL SELECT id, site_id FROM dispatch.work_order
  UNION ALL SELECT id, site_id FROM followups.follow_up
  UNION ALL SELECT id, site_id FROM reception.contact
  UNION ALL SELECT id, site_id FROM reception.phone_note
  UNION ALL SELECT id, site_id FROM reception.visitor
  UNION ALL SELECT id, site_id FROM complaints.complaint
  UNION ALL SELECT id, site_id FROM complaints.suggestion
  UNION ALL SELECT id, site_id FROM complaints.cause_measure
  UNION ALL SELECT id, site_id FROM documents.incoming_document
  UNION ALL SELECT id, site_id FROM documents.outgoing_document
  UNION ALL SELECT id, site_id FROM documents.directive
  UNION ALL SELECT id, site_id FROM documents.print_job
  UNION ALL SELECT id, site_id FROM documents.mail_item
  UNION ALL SELECT id, site_id FROM archives.record_state
  UNION ALL SELECT id, site_id FROM archives.record_proposal
  UNION ALL SELECT id, site_id FROM archives.loan
  UNION ALL SELECT id, site_id FROM archives.record_copy
  UNION ALL SELECT id, site_id FROM archives.appraisal
  UNION ALL SELECT id, site_id FROM archives.destruction
  UNION ALL SELECT id, site_id FROM archives.stocktake
  UNION ALL SELECT id, site_id FROM archives.hand_over
  UNION ALL SELECT id, site_id FROM archives.archive_month
  UNION ALL SELECT id, site_id FROM notifications.notice
  UNION ALL SELECT id, site_id FROM notifications.notice_task`;

/** No effect crosses sites. */
export const sites: readonly Check[] = [
  inEverySchema(
    'I11',
    'all events of an aggregate stand on one site',
    `SELECT '%s: ' || aggregate_type || ' ' || aggregate_id || ' has events of ' || count(DISTINCT site_id) || ' sites'
     FROM %s.ledger GROUP BY aggregate_type, aggregate_id HAVING count(DISTINCT site_id) > 1`,
  ),
  {
    id: 'I11',
    title: 'whatever follows from a request stands on the request’s site',
    run: ({ database }) =>
      violations(
        database,
        `SELECT 'request ' || r.id || ' stands on site ' || r.site_id || ', its ' || c.what || ' on ' || c.site_id
         FROM tickets.repair_request r JOIN (${consequences}) c ON c.request = r.id WHERE c.site_id <> r.site_id`,
      ),
  },
  inEverySchema(
    'I11',
    'rights are given on the site of what they are about',
    `SELECT '%s: ' || subject || ' may ' || "right" || ' ' || object_id || ' on site ' || a.site_id || ', which stands on ' || o.site_id
     FROM %s.object_access a JOIN (${objects}) o ON o.id = a.object_id WHERE a.site_id <> o.site_id`,
  ),
];
