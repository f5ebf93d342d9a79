import { checkData, ContractError, eventContracts, type EventContract } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { rowsStatement, type Transaction } from '@property-office/persistence';
import type { NewEvent } from './ledger-entry';

interface EntryRow {
  event_id: string;
  type: string;
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
  data: object;
  route: string | null;
}

const insertEntries = rowsStatement<EntryRow>(
  'ledger_append',
  `WITH new AS MATERIALIZED (
     SELECT * FROM json_to_recordset($1) AS new (event_id uuid, type text, aggregate_type text, aggregate_id uuid,
       aggregate_version int, site_id uuid, happened_at timestamptz, recorded_at timestamptz, actor_id uuid, actor_role text,
       actor_for uuid, traceparent text, data jsonb, route text)),
   entry AS (
     INSERT INTO ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at,
                         recorded_at, actor_id, actor_role, actor_for, traceparent, data)
     SELECT event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at,
            recorded_at, actor_id, actor_role, actor_for, traceparent, data FROM new
     RETURNING seq, event_id)
   INSERT INTO outbox_pending (seq, event_id, route) SELECT seq, event_id, route FROM entry JOIN new USING (event_id)`,
);

/** A stream takes 256 KiB a message; one it never takes would hold back its aggregate's events for ever. */
const mostDataBytes = 200 * 1024;

/** The append-only record of everything that happened in one schema. */
export class Ledger {
  constructor(
    private readonly hooks: {
      /** Trace context of what is being done now. */
      traceparent: () => string | undefined;
      /** Called after the events are committed: wakes the relay. */
      committed: () => void;
    },
  ) {}

  /**
   * Writes events and their outbox rows in the transaction that makes them true. The caller has locked the aggregate and
   * counted its version; a version taken by somebody else fails the transaction (`ledger_aggregate_version`).
   * @throws ContractError when `data` is not what the event's contract says, or too much
   */
  append(tx: Transaction, ...events: NewEvent[]): void {
    for (const event of events) {
      const contract: EventContract = eventContracts[event.type];
      checkData(event.type, event.data);
      if (Buffer.byteLength(JSON.stringify(event.data)) > mostDataBytes)
        throw new ContractError(`${event.type} has more than ${mostDataBytes} bytes of data`);
      tx.gather(insertEntries, {
        event_id: event.id ?? newId(),
        type: event.type,
        aggregate_type: contract.aggregate,
        aggregate_id: event.aggregateId,
        aggregate_version: event.aggregateVersion,
        site_id: event.siteId,
        happened_at: event.happenedAt,
        recorded_at: tx.now,
        actor_id: event.actor.personId,
        actor_role: event.actor.role,
        actor_for: event.actor.forPersonId ?? null,
        traceparent: this.hooks.traceparent() ?? null,
        data: event.data,
        route: contract.stream ?? null,
      });
    }
    if (events.length > 0) tx.afterCommit(this.hooks.committed);
  }
}
