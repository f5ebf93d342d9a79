import type { Actor, EventData, EventType, WireEvent } from '@property-office/contracts';

/** A fact about to be written: what the domain says of it. Its schema gives the rest. */
export interface NewEvent<T extends EventType = EventType> {
  type: T;
  aggregateId: string;
  /** The aggregate's version after the change; 1 for its first event. */
  aggregateVersion: number;
  siteId: string;
  happenedAt: Date;
  actor: Actor;
  data: EventData<T>;
  /** Given where the same fact may be computed twice (timers); else a new id. */
  id?: string;
}

/** A row of the ledger as SQL gives it. */
export interface LedgerRow {
  seq: string;
  event_id: string;
  type: EventType;
  aggregate_type: string;
  aggregate_id: string;
  aggregate_version: number;
  site_id: string;
  happened_at: Date;
  recorded_at: Date;
  actor_id: string;
  actor_role: string;
  actor_for: string | null;
  traceparent: string | null;
  data: EventData<EventType>;
}

/** What a LedgerRow consists of, for SELECT. */
export const ledgerColumns = `ledger.seq, ledger.event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at,
  recorded_at, actor_id, actor_role, actor_for, traceparent, data`;

/** Needs no contract: a relay publishes what a newer version of its service has written. */
export function toWireEvent(row: LedgerRow): WireEvent {
  return {
    specversion: '1.0',
    id: row.event_id,
    source: `/${row.type.slice(0, row.type.indexOf('.'))}`,
    type: row.type,
    subject: row.aggregate_id,
    time: row.recorded_at.toISOString(),
    datacontenttype: 'application/json',
    aggregatetype: row.aggregate_type,
    aggregateversion: row.aggregate_version,
    siteid: row.site_id,
    happenedat: row.happened_at.toISOString(),
    actorid: row.actor_id,
    actorrole: row.actor_role,
    ...(row.actor_for && { actorfor: row.actor_for }),
    ...(row.traceparent && { traceparent: row.traceparent }),
    data: row.data,
  };
}
