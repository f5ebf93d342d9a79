import type { BrokenPromise } from './broken-promises';

/** Of the months of the demonstration, of which there is one in each state but the first. */
const sql =
  (...statements: string[]): BrokenPromise['break'] =>
  async (office) => {
    for (const statement of statements) await office.query(statement);
  };

const month = (state: string) => `(SELECT id FROM archives.archive_month WHERE state = '${state}' ORDER BY id LIMIT 1)`;
const register = (state: string) => `(SELECT id FROM archives.repair_register WHERE month_id = ${month(state)})`;
/** What was said of a repair or paper that nobody ever proposed, in the middle of the closed month. */
const said = (schema: string, type: string, aggregate: string, data: object, version = 1) =>
  `INSERT INTO ${schema}.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
   SELECT gen_random_uuid(), '${type}', '${aggregate}', m.id, ${version}, m.site_id, m.from_at + interval '9 days', m.from_at + interval '9 days', m.id, 'desk', '${JSON.stringify(data)}'
   FROM archives.archive_month m WHERE m.id = ${month('closed')}`;

/** What the checks of the monthly reconciliation notice; each breaks another one. */
// prettier-ignore
export const brokenReconciliationPromises: readonly BrokenPromise[] = [
  { what: 'a closed month of which something is missing', id: 'W4.5', says: 'the notice T-lost was never proposed', break: sql(said('notifications', 'notifications.notice-released.v1', 'notice', { number: 'T-lost' }, 901)) },
  { what: 'a dangerous repair that was never proposed', id: 'W4.5', says: 'the repair-request R-lost was proposed 0 times',
    break: sql(said('tickets', 'tickets.repair-requested.v1', 'repair-request', { number: 'R-lost', repairClass: 'P0' }, 901), said('tickets', 'tickets.repair-closed.v1', 'repair-request', { number: 'R-lost' }, 902)) },
  { what: 'a register with a repair that nobody did', id: 'W4.5', says: 'says R-never, which tickets did not say was done',
    break: sql(`INSERT INTO archives.repair_register_line (register_id, n, event_id, number, episode, place, category, result, reported_at, done_at)
      VALUES (${register('closed')}, 1, gen_random_uuid(), 'R-never', 1, '', '', 'done', now(), now())`) },
  { what: 'a register with more than was announced', id: 'W4.5', says: 'has 1 lines, and was announced with 0', break: sql() },
  { what: 'a register that was never proposed', id: 'W4.5', says: 'has 0 proposals of its register of repairs', break: sql(`UPDATE archives.repair_register SET pages = pages + 1 WHERE month_id = ${month('agreed')}`) },
  { what: 'a month that was left out', id: 'W4.5', says: ' to 2999-12',
    break: sql(`INSERT INTO archives.archive_month (id, site_id, month, time_zone, from_at, to_at, version, state, episode, last_happened_at, recorded_at, changed_at)
      SELECT gen_random_uuid(), site_id, '2999-12', time_zone, now(), now(), 1, 'reconciling', 1, now(), now(), now() FROM archives.archive_month WHERE state = 'closed' LIMIT 1`) },
  { what: 'a month that differs without a clock', id: 'G4', says: 'archives: no clock runs on', break: sql(`UPDATE archives.deadline SET state = 'cancelled', next_at = NULL WHERE aggregate_id = ${month('differing')} AND state = 'running'`) },
  { what: 'a register its service may change', id: 'I0', says: 'archives_app may UPDATE archives.repair_register', break: sql('GRANT UPDATE ON archives.repair_register TO archives_app') },
];
