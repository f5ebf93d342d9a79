import type { DatabaseUse } from './in-turns';
import { pageByPage } from './page-by-page';

interface Heirs {
  from: string;
  to: string;
}

/**
 * Lets a new version of a reaction know what the one before it has had. That one may go on meanwhile, in processes not
 * yet replaced: what it receives after its inbox was copied, the new one receives, too. Hence the order: events, then
 * parked ones, then positions, which may be further than the events and never behind them. May be done twice.
 */
export async function inheritFrom(database: DatabaseUse, heirs: Heirs): Promise<void> {
  await pageByPage(
    database,
    [heirs.from, heirs.to],
    (after, limit) =>
      `WITH page AS MATERIALIZED (
       SELECT event_id AS id, received_at FROM inbox WHERE consumer = $1 AND event_id > ${after} ORDER BY event_id LIMIT ${limit}),
     copied AS (
       INSERT INTO inbox (consumer, event_id, received_at) SELECT $2, id, received_at FROM page ON CONFLICT DO NOTHING)
     SELECT id FROM page ORDER BY id DESC LIMIT 1`,
  );
  await database.query(
    `INSERT INTO parked (consumer, event_id, aggregate_id, aggregate_version, payload, parked_at)
     SELECT $2, event_id, aggregate_id, aggregate_version, payload, parked_at FROM parked WHERE consumer = $1
     ON CONFLICT DO NOTHING`,
    [heirs.from, heirs.to],
  );
  await pageByPage(
    database,
    [heirs.from, heirs.to],
    (after, limit) =>
      `WITH page AS MATERIALIZED (
       SELECT aggregate_id AS id, version FROM reaction_position
       WHERE consumer = $1 AND aggregate_id > ${after} ORDER BY aggregate_id LIMIT ${limit}),
     copied AS (
       INSERT INTO reaction_position AS p (consumer, aggregate_id, version) SELECT $2, id, version FROM page
       ON CONFLICT (consumer, aggregate_id) DO UPDATE SET version = greatest(p.version, excluded.version))
     SELECT id FROM page ORDER BY id DESC LIMIT 1`,
  );
}
