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
  ['W2.3', 'complaints', 'complaint', 'complaint_merged'],
  ['W2.3', 'complaints', 'complaint', 'complaint_merged_into_another'],
  ['W2.3', 'complaints', 'complainant', 'complainant_joined_once'],
  ['W2.3', 'complaints', 'suggestion', 'suggestion_branch'],
  ['W2.3', 'complaints', 'complaint_task', 'complaint_task_cancelled'],
  ['R3.3', 'complaints', 'cause_measure', 'cause_measure_once'],
  ['R3.3', 'complaints', 'cause_measure', 'cause_measure_reviewed_by_another'],
  ['I5', 'complaints', 'complainant_notice', 'complainant_notice_once'],
  ['I5', 'reception', 'enquirer_notice', 'enquirer_notice_once'],
  ['W1.1', 'documents', 'register', 'register_once'],
  ['W1.1', 'documents', 'register_number', 'register_number_once'],
  ['W1.1', 'documents', 'register_number', 'register_number_of'],
  ['W1.1', 'documents', 'incoming_document', 'incoming_document_mail'],
  ['W1.1', 'documents', 'incoming_document', 'incoming_document_decided_by_another'],
  ['W1.1', 'documents', 'incoming_document', 'incoming_document_supervised_by_another'],
  ['W1.1', 'documents', 'incoming_document', 'incoming_document_answered'],
  ['G3', 'documents', 'incoming_correction', 'incoming_correction_once'],
  ['W1.1', 'documents', 'circulation_reader', 'circulation_reader_once'],
  ['W1.1', 'documents', 'paper_holder', 'paper_holder_now'],
  ['W1.2', 'documents', 'outgoing_document', 'outgoing_document_signed_text'],
  ['W1.2', 'documents', 'outgoing_document', 'outgoing_document_signed_by_another'],
  ['W1.2', 'documents', 'outgoing_document', 'outgoing_document_numbered'],
  ['W1.2', 'documents', 'outgoing_document', 'outgoing_document_sealed'],
  ['W1.2', 'documents', 'outgoing_version', 'outgoing_version_once'],
  ['W1.2', 'documents', 'outgoing_template_version', 'outgoing_template_version_once'],
  ['W1.2', 'documents', 'outgoing_signature', 'outgoing_signature_once'],
  ['W1.2', 'documents', 'outgoing_countersigner', 'outgoing_countersigner_once'],
  ['W1.2', 'documents', 'outgoing_print', 'outgoing_print_once'],
  ['W1.2', 'documents', 'outgoing_delivery', 'outgoing_delivery_once'],
  ['W1.2', 'documents', 'seal_use', 'seal_use_by_another'],
  ['W1.2', 'documents', 'seal_use', 'seal_use_now'],
  ['W1.3', 'documents', 'tidy_up', 'tidy_up_once'],
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
  ['W4.5', 'archives', 'archive_month', 'archive_month_once'],
  ['W4.5', 'archives', 'archive_month', 'archive_month_closed'],
  ['W4.5', 'archives', 'archive_month', 'archive_month_counted'],
  ['W4.5', 'archives', 'repair_register', 'repair_register_once'],
  ['W4.5', 'archives', 'repair_register_line', 'repair_register_line_once'],
  ['W4.1', 'archives', 'living_file_entry', 'living_file_entry_once'],
  ['W4.1', 'archives', 'living_file', 'living_file_once'],
  ['W4.1', 'archives', 'living_volume', 'living_volume_once'],
  ['W4.1', 'archives', 'required_paper_version', 'required_paper_version_once'],
  ['W4.1', 'archives', 'living_volume_paper', 'living_volume_paper_once'],
  ['W4.5', 'archives', 'living_volume', 'living_volume_event'],
  ['W4.4', 'archives', 'living_paper_gone', 'living_paper_gone_once'],
  ['W4.4', 'archives', 'living_file_hold', 'living_file_hold_in_turn'],
  ['W4.4', 'archives', 'living_file_hold', 'living_file_hold_once'],
  ['W4.1', 'directory', 'place', 'place_device_number'],
  ['W4.5', 'archives', 'place_repair', 'place_repair_once'],
  ['W4.2', 'archives', 'record_file', 'record_file_once'],
  ['W4.2', 'archives', 'record_sheet', 'record_sheet_hash'],
  ['W4.2', 'archives', 'record_description', 'record_description_once'],
  ['W4.2', 'archives', 'record_hold', 'record_hold_in_turn'],
  ['W4.2', 'archives', 'file_alarm', 'file_alarm_once'],
  ['W4.2', 'archives', 'file_alarm', 'file_alarm_paper_once'],
  ['W4.3', 'archives', 'loan', 'loan_paper_out'],
  ['W4.3', 'archives', 'loan', 'loan_extended_once'],
  ['W4.3', 'archives', 'loan', 'loan_decided_by_another'],
  ['W4.3', 'archives', 'loan', 'loan_inspected_by_another'],
  ['W4.3', 'archives', 'loan', 'loan_inspection'],
  ['W4.3', 'archives', 'loan', 'loan_finding'],
  ['W4.3', 'archives', 'record_copy', 'record_copy_decided_by_another'],
  ['W4.3', 'archives', 'record_copy', 'record_copy_official'],
  ['W4.3', 'archives', 'record_copy', 'record_copy_made'],
  ['W4.3', 'archives', 'record_copy_made', 'record_copy_made_once'],
  ['W4.3', 'archives', 'record_remark', 'record_remark_once'],
  ['W4.4', 'archives', 'appraisal_opinion', 'appraisal_opinion_once'],
  ['W4.4', 'archives', 'record_listing', 'record_listed_once'],
  ['W4.4', 'archives', 'record_term', 'record_term_once'],
  ['W4.4', 'archives', 'destruction', 'destruction_approved'],
  ['W4.4', 'archives', 'destruction', 'destruction_approved_by_another'],
  ['W4.4', 'archives', 'destruction_witness', 'destruction_witness_once'],
  ['W4.4', 'archives', 'destruction_signature', 'destruction_signature_once'],
  ['W4.4', 'archives', 'destruction_signature', 'destruction_signature_by_another'],
  ['W4.4', 'archives', 'destruction_signature', 'destruction_signature_outside'],
  ['W4.4', 'archives', 'witness_link', 'witness_link_token'],
  ['W4.4', 'archives', 'witness_link', 'witness_link_used'],
  ['W4.4', 'archives', 'record_destruction', 'record_destroyed_once'],
  ['W4.4', 'archives', 'destruction_register', 'destruction_register_once'],
  ['W4.4', 'archives', 'destruction_register', 'destruction_register_of'],
  ['W4.4', 'archives', 'destruction_register', 'destruction_register_hash'],
  ['W4.4', 'archives', 'stocktake', 'stocktake_scope'],
  ['W4.4', 'archives', 'stocktake_item', 'stocktake_item_once'],
  ['W4.4', 'archives', 'stocktake_scan', 'stocktake_scan_once'],
  ['W4.4', 'archives', 'stocktake_difference', 'stocktake_difference_of'],
  ['W4.4', 'archives', 'stocktake_difference', 'stocktake_difference_seen'],
  ['W4.4', 'archives', 'stocktake_explanation', 'stocktake_explanation_once'],
  ['W4.4', 'archives', 'stocktake_decision', 'stocktake_decision_once'],
  ['W4.4', 'archives', 'stocktake_decision', 'stocktake_decision_whose'],
  ['W4.4', 'archives', 'stocktake_decision', 'stocktake_decision_by_another'],
  ['W4.6', 'archives', 'hand_over', 'hand_over_approved'],
  ['W4.6', 'archives', 'hand_over', 'hand_over_approved_by_another'],
  ['W4.6', 'archives', 'hand_over', 'hand_over_sealed'],
  ['W4.6', 'archives', 'hand_over', 'hand_over_done'],
  ['W4.6', 'archives', 'hand_over_item', 'hand_over_item_once'],
  ['W4.6', 'archives', 'handing_over', 'handing_over_once'],
  ['W4.6', 'archives', 'handed_over', 'handed_over_once'],
  ['W4.6', 'archives', 'hand_over_package', 'hand_over_package_once'],
  ['W4.6', 'archives', 'hand_over_package', 'hand_over_package_hash'],
  ['W4.6', 'archives', 'hand_over_party', 'hand_over_party_once'],
  ['W4.6', 'archives', 'hand_over_link', 'hand_over_link_token'],
  ['W4.6', 'archives', 'hand_over_link', 'hand_over_link_used'],
  ['W4.6', 'archives', 'hand_over_signature', 'hand_over_signature_once'],
  ['W4.6', 'archives', 'hand_over_signature', 'hand_over_signature_by_another'],
  ['W4.6', 'archives', 'hand_over_signature', 'hand_over_signature_link'],
  ['W4.4', 'files', 'wiped_object', 'wiped_object_once'],
  ['I5', 'notifications', 'notification', 'notification_business_key'],
  ['I5', 'notifications', 'notice_recipient', 'notice_recipient_once'],
  ['W2.4', 'notifications', 'notice', 'notice_one_correction'],
  ['G1', 'notifications', 'approval_link', 'approval_link_token'],
  ['G1', 'notifications', 'approval_link', 'approval_link_used'],
  ['W2.4', 'notifications', 'notice_task', 'notice_task_once'],
  ['I5', 'notifications', 'delivery', 'delivery_once'],
  ['G5', 'reception', 'waiting_claim', 'waiting_claim_once'],
  ['G5', 'reception', 'deadline', 'deadline_once'],
  ['G5', 'reception', 'deadline_level', 'deadline_level_once'],
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
  ['G5', 'archives', 'deadline', 'deadline_once'],
  ['G5', 'archives', 'deadline_level', 'deadline_level_once'],
  ['G5', 'notifications', 'escalation', 'escalation_once'],
  ['I5', 'notifications', 'delivery', 'delivery_business_key'],
] as const;

const untouchable = ['ledger', 'audit', 'audit_seal'];

/** What was thought, decided, signed and destroyed (W4.4). */
const ofDestruction = [
  'appraisal_item', 'appraiser', 'appraisal_opinion', 'record_term', 'destruction_item', 'destruction_witness', 'destruction_signature', 'record_destruction', 'destroyed_part', 'destruction_wipe',
  'destruction_register',
] as const;

/** What was expected, seen and said of it (W4.4). */
const ofStocktake = ['stocktake_counter', 'stocktake_item', 'stocktake_scan', 'stocktake_explanation', 'stocktake_decision'] as const;

/** What was listed, packed, signed and handed over (W4.6). */
const ofHandOver = ['hand_over_item', 'handed_over', 'hand_over_package', 'hand_over_party', 'hand_over_signature'] as const;

/** Of one schema: what the records of the archives are and hold (W4.2). */
const untouchableThere = {
  archives: ['record', 'record_file', 'record_sheet', 'record_description', 'record_shelf', 'record_hold', 'living_file_entry', 'living_volume', 'living_volume_paper', 'living_paper_gone', 'living_file_hold', 'place_repair', 'intake_rule', 'required_paper_version', 'record_copy_made', 'record_remark', 'month_reason', 'repair_register', 'repair_register_line', ...ofDestruction, ...ofStocktake, ...ofHandOver],
  documents: ['incoming_correction'],
  files: ['wiped_object'],
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
