import type { Database, Transaction } from '@property-office/persistence';
import type { DeadLetterClass } from './dead-letters';
import { parkNothing } from './parked-events';

export interface DeadLetterRecord {
  id: string;
  consumer: string;
  eventId: string;
  aggregateId: string | null;
  version: number | null;
  strict: boolean;
  class: DeadLetterClass;
  /** The same for failures of one cause. */
  fingerprint: string;
  error: string;
  attempts: number;
  deadAt: Date;
  state: 'waiting' | 'replay' | 'replayed' | 'discarded';
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
}

/** Which dead letters are meant: all that are as said. At least one thing has to be said. */
export interface DeadLetterSelection {
  ids?: readonly string[];
  consumer?: string;
  fingerprint?: string;
}

/** What somebody decided about letters. */
export interface DeadLetterDecision {
  what: 'replay' | 'discard';
  letters: readonly DeadLetterRecord[];
  by: string;
  reason?: string;
}

/** Writes down a decision in its transaction. */
export type RecordDecision = (tx: Transaction, decision: DeadLetterDecision) => void;

const columns = `id, consumer, event_id AS "eventId", aggregate_id AS "aggregateId", aggregate_version AS version, strict, class,
  fingerprint, error, attempts, dead_at AS "deadAt", state, decided_by AS "decidedBy", decided_at AS "decidedAt", reason`;
const page = 100;
const selected = `(cardinality($1::uuid[]) IS NULL OR id = ANY ($1)) AND ($2::text IS NULL OR consumer = $2) AND ($3::text IS NULL OR fingerprint = $3)`;

/** What an operator does with the events of one service that could not be applied. */
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly record: RecordDecision = () => undefined,
  ) {}

  /** All of them, oldest first; `state` defaults to what is not decided yet. Payloads may hold free text and are read one by one. */
  async list({
    state = 'waiting',
    ...selection
  }: { state?: DeadLetterRecord['state'] } & DeadLetterSelection = {}): Promise<DeadLetterRecord[]> {
    const found: DeadLetterRecord[] = [];
    for (let last: DeadLetterRecord | undefined; ;) {
      const rows: DeadLetterRecord[] = await this.database.query<DeadLetterRecord & Record<string, unknown>>(
        `SELECT ${columns} FROM dead_letter
         WHERE ${selected} AND state = $4 AND ($5::uuid IS NULL OR (dead_at, id) > (SELECT dead_at, id FROM dead_letter WHERE id = $5))
         ORDER BY dead_at, id LIMIT ${page}`,
        [...placeholders(selection), state, last?.id ?? null],
      );
      found.push(...rows);
      if (rows.length < page) return found;
      last = rows.at(-1);
    }
  }

  /** The message as it came. Undefined when there is no such letter. */
  async payload(id: string): Promise<Uint8Array | undefined> {
    const [row] = await this.database.query<{ payload: Buffer }>(
      'SELECT payload FROM dead_letter WHERE id = $1',
      [id],
    );
    return row?.payload;
  }

  /** Lets waiting letters be applied again, under their event ids, by a process of the service. @returns how many */
  async replay(selection: DeadLetterSelection, by: string, reason?: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const letters = await tx.query<DeadLetterRecord & Record<string, unknown>>(
        `UPDATE dead_letter SET state = 'replay', decided_by = $4, decided_at = platform.now(), reason = $5
         WHERE state = 'waiting' AND ${selected} RETURNING ${columns}`,
        [...parameters(selection), by, reason ?? null],
      );
      if (letters.length > 0) this.record(tx, { what: 'replay', letters, by, ...(reason !== undefined && { reason }) });
      return letters.length;
    });
  }

  /**
   * Gives events up for good: they count as received and are never applied. Successors of an event of a strict reaction
   * go on without it. @returns how many
   */
  async discard(selection: DeadLetterSelection, reason: string, by: string): Promise<number> {
    if (reason.trim() === '') throw new Error('discarding needs a reason');
    return this.database.transaction(async (tx) => {
      const letters = await tx.query<DeadLetterRecord & Record<string, unknown>>(
        `UPDATE dead_letter SET state = 'discarded', reason = $4, decided_by = $5, decided_at = platform.now()
         WHERE state IN ('waiting', 'replay') AND ${selected} RETURNING ${columns}`,
        [...parameters(selection), reason, by],
      );
      for (const { consumer, eventId, strict, aggregateId, version } of letters) {
        tx.send(
          'INSERT INTO inbox (consumer, event_id, received_at) VALUES ($1, $2, clock_timestamp()) ON CONFLICT DO NOTHING',
          [consumer, eventId],
        );
        if (strict && aggregateId !== null && version !== null)
          parkNothing(tx, consumer, { eventId, aggregateId, version });
      }
      if (letters.length > 0) this.record(tx, { what: 'discard', letters, by, reason });
      return letters.length;
    });
  }
}

function parameters(selection: DeadLetterSelection): unknown[] {
  if (!selection.ids && selection.consumer === undefined && selection.fingerprint === undefined)
    throw new Error('say which dead letters are meant');
  return placeholders(selection);
}

function placeholders({ ids, consumer, fingerprint }: DeadLetterSelection): unknown[] {
  return [ids ?? null, consumer ?? null, fingerprint ?? null];
}
