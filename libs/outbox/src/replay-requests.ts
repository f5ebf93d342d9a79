import { newId } from '@property-office/kernel';
import type { LedgerListener } from '@property-office/messaging';
import type { Database, Transaction } from '@property-office/persistence';

export interface ReplayOrder {
  /** The reaction that is to get the events again. */
  durable: string;
  /** Null for every event of the producer. */
  types: readonly string[] | null;
  by: string;
}

/** A replay that is not finished, in the hands of whoever took it. */
export interface ReplayRequest {
  id: string;
  durable: string;
  types: string[] | null;
  last_seq: string;
  sent_seq: string;
}

/** A stream holds 30 days, and its last messages may be on their way out. */
const streamHoldsDays = 29;

/** Takes longer than a batch; another process goes on where a dead one stopped. */
const leaseSeconds = 30;

/**
 * Asks the producer's processes to send its ledger to one reaction. Asking again while it is under way begins it anew.
 * @param record writes down who asked, in the same transaction
 * @returns up to which number of the ledger; 0 where it is empty
 */
export async function requestReplay(
  database: Database,
  { durable, types, by }: ReplayOrder,
  record: (tx: Transaction, lastSeq: number) => void = () => undefined,
): Promise<number> {
  return database.transaction(async (tx) => {
    const lastSeq = await writeRequest(tx, { durable, types, by });
    record(tx, lastSeq);
    return lastSeq;
  });
}

/**
 * Hears the wish of a reaction that is new: its producer's whole ledger, or, where it wishes for what the stream has
 * lost, the same if the ledger is older than a stream can be. Once for each durable, in whichever process.
 * @returns up to which number of the ledger; 0 for nothing of it, undefined when it was heard before
 */
export async function hearListener(
  database: Database,
  { durable, types, ledger }: LedgerListener,
): Promise<number | undefined> {
  return database.transaction(async (tx) => {
    const heard = await tx.query(
      'INSERT INTO ledger_listener (durable, heard_at) VALUES ($1, platform.now()) ON CONFLICT DO NOTHING RETURNING 1',
      [durable],
    );
    if (heard.length === 0) return undefined;
    if (ledger === 'lost') {
      const lost = await tx.query(
        `SELECT 1 FROM ledger WHERE recorded_at < platform.now() - $1 * interval '1 day' LIMIT 1`,
        [streamHoldsDays],
      );
      if (lost.length === 0) return 0;
    }
    return writeRequest(tx, { durable, types, by: 'its birth' });
  });
}

async function writeRequest(tx: Transaction, { durable, types, by }: ReplayOrder): Promise<number> {
  // The number given last, without a look at the ledger: how many of its rows are meant shows as they are read, range by range.
  const [found] = await tx.query<{ last_seq: string | null }>(
    `SELECT pg_sequence_last_value(pg_get_serial_sequence('ledger', 'seq')) AS last_seq`,
  );
  if (found!.last_seq === null) return 0;
  tx.send('DELETE FROM replay_request WHERE durable = $1 AND finished_at IS NULL', [durable]);
  tx.send(
    `INSERT INTO replay_request (id, durable, types, requested_by, requested_at, last_seq, sent_seq)
     VALUES ($1, $2, $3, $4, platform.now(), $5, 0)`,
    [newId(), durable, types, by, found!.last_seq],
  );
  return Number(found!.last_seq);
}

/** Takes the oldest request nobody is at. One whose stream was rebuilt meanwhile begins anew. */
export async function takeRequest(database: Database, stream: string): Promise<ReplayRequest | undefined> {
  const [request] = await database.query<ReplayRequest & Record<string, unknown>>(
    `UPDATE replay_request AS r SET taken_until = clock_timestamp() + $1 * interval '1 second', epoch = s.epoch,
            sent_seq = CASE WHEN r.epoch = s.epoch THEN r.sent_seq ELSE 0 END
     FROM stream_state AS s
     WHERE s.stream = $2 AND s.created IS NOT NULL
       AND r.id = (SELECT id FROM replay_request WHERE finished_at IS NULL AND taken_until < clock_timestamp()
                   ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING r.id, r.durable, r.types, r.last_seq, r.sent_seq`,
    [leaseSeconds, stream],
  );
  return request;
}

/** Gives the request back, with how far it has come. */
export async function giveBack(database: Database, { id }: ReplayRequest, sentSeq: string): Promise<void> {
  await database.query(
    `UPDATE replay_request SET sent_seq = $2, taken_until = '-infinity', finished_at = CASE WHEN last_seq <= $2 THEN platform.now() END WHERE id = $1`,
    [id, sentSeq],
  );
}
