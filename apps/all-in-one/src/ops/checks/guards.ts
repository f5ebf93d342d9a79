import type { Check, Violation } from './check';

/** Constraints of every schema without which a repeat would take effect twice. */
const everywhere = [
  ['I2', 'idempotency', 'idempotency_pkey'],
  ['I4', 'ledger', 'ledger_aggregate_version'],
  ['I6', 'inbox', 'inbox_pkey'],
  ['I8', 'timer', 'timer_fire_key'],
  ['I8', 'timer', 'timer_never_early'],
  ['I10', 'dead_letter', 'dead_letter_event'],
] as const;

/** Constraints and unique indexes of one schema each. */
const single = [
  ['I3', 'tracking', 'timeline', 'timeline_pkey'],
  ['I4', 'tracking', 'timeline_entry', 'timeline_entry_version'],
  ['I3', 'dispatch', 'work_order', 'work_order_first'],
  ['I3', 'followups', 'follow_up', 'follow_up_episode'],
  ['I3', 'followups', 'follow_up', 'follow_up_round'],
  ['I4', 'tracking', 'case_timeline_entry', 'case_timeline_entry_version'],
  ['W2.3', 'complaints', 'complaint', 'complaint_branch'],
  ['W2.3', 'complaints', 'complaint', 'complaint_handler_not_about'],
  ['W2.3', 'complaints', 'complaint', 'complaint_extension_by_another'],
  ['W2.3', 'complaints', 'suggestion', 'suggestion_branch'],
  ['I5', 'complaints', 'complainant_notice', 'complainant_notice_once'],
  ['I5', 'reception', 'enquirer_notice', 'enquirer_notice_once'],
  ['W1.1', 'documents', 'register', 'register_once'],
  ['W1.1', 'documents', 'register_number', 'register_number_once'],
  ['W1.1', 'documents', 'register_number', 'register_number_of'],
  ['W1.1', 'documents', 'incoming_document', 'incoming_document_mail'],
  ['W1.1', 'documents', 'incoming_document', 'incoming_document_decided_by_another'],
  ['W1.1', 'documents', 'incoming_document', 'incoming_document_supervised_by_another'],
  ['W1.1', 'documents', 'incoming_document', 'incoming_document_answered'],
  ['W1.1', 'documents', 'circulation_reader', 'circulation_reader_once'],
  ['W1.1', 'documents', 'paper_holder', 'paper_holder_now'],
  ['W1.2', 'documents', 'outgoing_document', 'outgoing_document_signed_text'],
  ['W1.2', 'documents', 'outgoing_document', 'outgoing_document_signed_by_another'],
  ['W1.2', 'documents', 'outgoing_document', 'outgoing_document_numbered'],
  ['W1.2', 'documents', 'outgoing_document', 'outgoing_document_sealed'],
  ['W1.2', 'documents', 'outgoing_version', 'outgoing_version_once'],
  ['W1.2', 'documents', 'outgoing_signature', 'outgoing_signature_once'],
  ['W1.2', 'documents', 'outgoing_countersigner', 'outgoing_countersigner_once'],
  ['W1.2', 'documents', 'outgoing_print', 'outgoing_print_once'],
  ['W1.2', 'documents', 'outgoing_delivery', 'outgoing_delivery_once'],
  ['W1.2', 'documents', 'seal_use', 'seal_use_by_another'],
  ['W1.2', 'documents', 'seal_use', 'seal_use_now'],
  ['W3.1', 'documents', 'directive', 'directive_one_correction'],
  ['W3.1', 'documents', 'directive', 'directive_acknowledged'],
  ['W3.1', 'documents', 'directive_addressee', 'directive_addressee_once'],
  ['R2.2', 'documents', 'print_job', 'print_job_something'],
  ['W4.1', 'archives', 'record', 'record_number_once'],
  ['W4.1', 'archives', 'record', 'record_item_once'],
  ['W4.1', 'archives', 'record', 'record_old_number_once'],
  ['W4.1', 'archives', 'series', 'series_once'],
  ['W4.1', 'archives', 'fonds', 'fonds_code_once'],
  ['W4.1', 'archives', 'fonds', 'fonds_code_form'],
  ['W4.5', 'archives', 'record_proposal', 'record_proposal_event'],
  ['W4.5', 'archives', 'record_proposal', 'record_proposal_record'],
  ['W4.5', 'archives', 'record_proposal', 'record_proposal_accepted'],
  ['W4.5', 'archives', 'record', 'record_of_proposal'],
  ['W4.5', 'archives', 'living_file_entry', 'living_file_entry_event'],
  ['W4.1', 'archives', 'living_file_entry', 'living_file_entry_once'],
  ['W4.1', 'archives', 'living_file', 'living_file_once'],
  ['W4.2', 'archives', 'record_file', 'record_file_once'],
  ['W4.2', 'archives', 'record_sheet', 'record_sheet_hash'],
  ['W4.2', 'archives', 'record_description', 'record_description_once'],
  ['W4.2', 'archives', 'record_hold', 'record_hold_in_turn'],
  ['I5', 'notifications', 'notification', 'notification_business_key'],
  ['I5', 'notifications', 'notice_recipient', 'notice_recipient_once'],
  ['W2.4', 'notifications', 'notice', 'notice_one_correction'],
  ['G1', 'notifications', 'approval_link', 'approval_link_token'],
  ['G1', 'notifications', 'approval_link', 'approval_link_used'],
  ['W2.4', 'notifications', 'notice_task', 'notice_task_once'],
  ['I5', 'notifications', 'delivery', 'delivery_once'],
  ['G5', 'tickets', 'deadline', 'deadline_once'],
  ['G5', 'tickets', 'deadline_level', 'deadline_level_once'],
  ['G5', 'followups', 'deadline', 'deadline_once'],
  ['G5', 'followups', 'deadline_level', 'deadline_level_once'],
  ['G5', 'complaints', 'deadline', 'deadline_once'],
  ['G5', 'complaints', 'deadline_level', 'deadline_level_once'],
  ['G5', 'notifications', 'deadline', 'deadline_once'],
  ['G5', 'notifications', 'deadline_level', 'deadline_level_once'],
  ['G5', 'documents', 'deadline', 'deadline_once'],
  ['G5', 'documents', 'deadline_level', 'deadline_level_once'],
  ['G5', 'notifications', 'escalation', 'escalation_once'],
  ['I5', 'notifications', 'delivery', 'delivery_business_key'],
] as const;

const untouchable = ['ledger', 'audit', 'audit_seal'];

/** Of one schema: what the records of the archives are and hold (W4.2). */
const untouchableThere = {
  archives: ['record', 'record_file', 'record_sheet', 'record_description', 'record_shelf', 'record_hold', 'living_file_entry', 'intake_rule'],
} as const;

/** That nothing has gone wrong yet does not say that nothing can: what forbids it is still in place. */
export const guards: Check = {
  id: 'I0',
  title: 'the constraints and rights that hold all this are in place',
  async run({ database, services }) {
    const { rows } = await database.query<{ name: string }>(
      `SELECT connamespace::regnamespace || '.' || conname AS name FROM pg_constraint WHERE connamespace::regnamespace::text = ANY ($1) AND convalidated
       UNION SELECT relnamespace::regnamespace || '.' || relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
       WHERE relnamespace::regnamespace::text = ANY ($1) AND indisunique AND indisvalid`,
      [services],
    );
    const present = new Set(rows.map(({ name }) => name));
    const wanted = [
      ...services.flatMap((service) =>
        everywhere.map(([id, table, name]) => [id, service, table, name] as const),
      ),
      ...single.filter(([, service]) => services.includes(service)),
    ];
    const lost = wanted
      .filter(([, service, , name]) => !present.has(`${service}.${name}`))
      .map(([id, service, table, name]): Violation => `${service}.${table} has lost ${name} (${id})`);
    const tables = [
      ...services.flatMap((service) => untouchable.map((table) => [service, table] as const)),
      ...Object.entries(untouchableThere).flatMap(([service, own]) => (services.includes(service) ? own.map((table) => [service, table] as const) : [])),
    ];
    const { rows: rights } = await database.query<{ broken: string }>(
      `SELECT s || '_app may ' || may || ' ' || s || '.' || t AS broken
       FROM unnest($1::text[], $2::text[]) AS protected (s, t), unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS may
       WHERE has_table_privilege(s || '_app', s || '.' || t, may)`,
      [tables.map(([schema]) => schema), tables.map(([, table]) => table)],
    );
    return [...lost, ...rights.map(({ broken }) => broken)];
  },
};
