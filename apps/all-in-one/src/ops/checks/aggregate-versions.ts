import { eventContracts } from '@property-office/contracts';
import { violations, type Check, type CheckContext, type Violation } from './check';

/** What is kept of an aggregate, in a table of its name, and what its ledger says happened to it; at 0 nothing has yet. */
export const aggregateVersions: Check = {
  id: 'I4',
  title: 'everything stands at the version of its last event',
  async run(context) {
    const found: Violation[] = [];
    for (const { producer, aggregate, table } of await kept(context)) {
      const { database } = context;
      found.push(
        ...(await violations(
          database,
          `SELECT '${producer}: ${aggregate} ' || coalesce(a.id, l.id) || ' is at version ' || coalesce(a.version, 0) || ', its ledger at ' || coalesce(l.version, 0)
           FROM ${producer}.${table} a
           FULL JOIN (SELECT aggregate_id AS id, max(aggregate_version) AS version FROM ${producer}.ledger WHERE aggregate_type = '${aggregate}' GROUP BY 1) l
             ON l.id = a.id
           WHERE coalesce(a.version, 0) <> coalesce(l.version, 0)`,
        )),
      );
    }
    return found;
  },
};

async function kept({ database, services }: CheckContext) {
  const { rows } = await database.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.columns
     WHERE table_schema = ANY ($1) AND column_name IN ('id', 'version') GROUP BY 1 HAVING count(*) = 2`,
    [services],
  );
  const tables = new Set(rows.map(({ name }) => name));
  const all = Object.values(eventContracts).map(({ producer, aggregate }) => `${producer} ${aggregate}`);
  return [...new Set(all)]
    .map((each) => each.split(' ') as [string, string])
    .map(([producer, aggregate]) => ({ producer, aggregate, table: aggregate.replaceAll('-', '_') }))
    .filter(({ producer, table }) => tables.has(`${producer}.${table}`));
}
