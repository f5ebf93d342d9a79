import type { HandlingStep } from '@property-office/contracts';
import type { Database } from '@property-office/persistence';

interface Row extends Omit<HandlingStep, 'happenedAt' | 'recordedAt'>, Record<string, unknown> {
  id: string;
  happenedAt: Date;
  recordedAt: Date;
}

/** How aggregates were handled, from the ledger, step by step: who did what when, without the data of the events. Of residents that it was one. */
export async function handlingTrails(database: Database, aggregateIds: readonly string[]): Promise<ReadonlyMap<string, HandlingStep[]>> {
  const rows = await database.query<Row>(
    `SELECT aggregate_id AS id, type, happened_at AS "happenedAt", recorded_at AS "recordedAt", actor_id AS "actorId", actor_role AS "actorRole", actor_for AS "actorFor"
     FROM ledger WHERE aggregate_id = ANY ($1) ORDER BY aggregate_id, aggregate_version`,
    [aggregateIds],
  );
  const steps = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    aggregateIds.map((id) => [
      id,
      (steps.get(id) ?? []).map(({ type, happenedAt, recordedAt, actorId, actorRole, actorFor }) => ({
        type,
        happenedAt: happenedAt.toISOString(),
        recordedAt: recordedAt.toISOString(),
        actorId: actorRole === 'resident' ? null : actorId,
        actorRole,
        actorFor,
      })),
    ]),
  );
}
