import type { BrokenPromise } from './broken-promises';

interface Said {
  producer: string;
  aggregate: string;
  /** Which of the demonstration's; of the others the event would lead somewhere. None that another break made up without a ledger. */
  where?: string;
  type: string;
  data?: object;
  says: string;
}

/** An event, behind the office's back, that leads where the state table of its aggregate never does. */
const saying = ({ producer, aggregate, where = 'true', type, data = {}, says }: Said): BrokenPromise => ({
  what: `${aggregate}: a state to which nothing leads`,
  id: 'I4',
  says: `${says} by ${type}`,
  break: (office) =>
    office.query(
      `INSERT INTO ${producer}.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
       SELECT gen_random_uuid(), '${type}', '${aggregate}', id, 999, site_id, now(), now(), id, 'desk', $1
       FROM ${producer}.${aggregate.replaceAll('-', '_')} WHERE ${where} AND id IN (SELECT aggregate_id FROM ${producer}.ledger) ORDER BY id DESC LIMIT 1`,
      [JSON.stringify(data)],
    ),
});

/** What the walk through each ledger notices. */
// prettier-ignore
export const brokenStatePromises: readonly BrokenPromise[] = [
  saying({ producer: 'reception', aggregate: 'visitor', type: 'reception.visitor-announced.v1', data: { confirmed: false }, says: 'to announced' }),
  saying({ producer: 'documents', aggregate: 'mail-item', where: `state <> 'waiting'`, type: 'documents.mail-collected.v1', says: 'to collected' }),
  saying({ producer: 'documents', aggregate: 'incoming-document', where: `state <> 'registered'`, type: 'documents.incoming-registered.v1', says: 'to registered' }),
  saying({ producer: 'documents', aggregate: 'outgoing-document', where: `state = 'released'`, type: 'documents.outgoing-checked.v1', says: 'from released to checked' }),
  saying({ producer: 'documents', aggregate: 'directive', where: `state <> 'given'`, type: 'documents.directive-given.v1', says: 'to given' }),
  saying({ producer: 'documents', aggregate: 'print-job', type: 'documents.print-job-requested.v1', says: 'to requested' }),
  saying({ producer: 'archives', aggregate: 'loan', type: 'archives.loan-asked.v1', says: 'to asked' }),
  saying({ producer: 'archives', aggregate: 'record-copy', type: 'archives.copy-asked.v1', says: 'to asked' }),
  saying({ producer: 'archives', aggregate: 'appraisal', where: `state = 'withdrawn'`, type: 'archives.appraisal-concluded.v1', says: 'from withdrawn to concluded' }),
  saying({ producer: 'archives', aggregate: 'destruction', where: `state = 'refused'`, type: 'archives.destruction-approved.v1', says: 'from refused to approved' }),
  saying({ producer: 'archives', aggregate: 'stocktake', where: `state = 'withdrawn'`, type: 'archives.stocktake-closed.v1', data: { movedRecordIds: [] }, says: 'from withdrawn to closed' }),
  saying({ producer: 'archives', aggregate: 'hand-over', where: `state = 'refused'`, type: 'archives.hand-over-approved.v1', says: 'from refused to approved' }),
  saying({ producer: 'archives', aggregate: 'archive-month', where: `state = 'closed'`, type: 'archives.month-ended.v1', says: 'to reconciling' }),
  saying({ producer: 'notifications', aggregate: 'notice', where: `state = 'released'`, type: 'notifications.notice-recalled.v1', says: 'to draft' }),
  saying({ producer: 'notifications', aggregate: 'notice-task', type: 'notifications.notice-task-set.v1', says: 'to open' }),
];
