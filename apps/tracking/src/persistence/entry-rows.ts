import type { WireEvent } from '@property-office/contracts';

/** What of an event stands in every timeline, as its columns are named. */
export interface NewEntryRow {
  event_id: string;
  aggregate_type: string;
  aggregate_id: string;
  aggregate_version: number;
  type: string;
  happened_at: string;
  recorded_at: string;
  actor_id: string;
  actor_role: string;
  actor_for: string | null;
  data: object;
}

export const rowOfEvent = (event: WireEvent): NewEntryRow => ({
  event_id: event.id,
  aggregate_type: event.aggregatetype,
  aggregate_id: event.subject,
  aggregate_version: event.aggregateversion,
  type: event.type,
  happened_at: event.happenedat,
  recorded_at: event.time,
  actor_id: event.actorid,
  actor_role: event.actorrole,
  actor_for: event.actorfor ?? null,
  data: event.data,
});

/** One thing that happened, of the types that this timeline tells of. */
export interface Entry<Type extends string> {
  type: Type;
  happenedAt: Date;
  recordedAt: Date;
  actorId: string;
  actorRole: string;
  actorFor: string | null;
  data: Record<string, unknown>;
  /** Of its site, where a sentence tells a time. */
  timeZone?: string;
}

/** The columns of an `Entry`, under its names. */
export const entryColumns = (alias: string): string =>
  `${alias}.type, ${alias}.happened_at AS "happenedAt", ${alias}.recorded_at AS "recordedAt", ${alias}.actor_id AS "actorId",
   ${alias}.actor_role AS "actorRole", ${alias}.actor_for AS "actorFor", ${alias}.data`;

/** Entries by when they happened; of those of one instant the cause before its effect. */
export const inOrder = (alias: string): string => `ORDER BY ${['happened_at', 'recorded_at', 'aggregate_version', 'event_id'].map((column) => `${alias}.${column}`).join(', ')}`;
