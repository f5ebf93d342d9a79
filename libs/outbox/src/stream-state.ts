import type { Database, Transaction } from '@property-office/persistence';
import type { RelayLeader } from './relay-leader';
import { routedTypes, type Route } from './routes';

/** How much of the ledger a rebuilt stream holds again; older events are in every inbox or replayed on demand. */
const rebuildDays = 30;

/** What the relay last knew of its stream. */
export interface StreamState {
  epoch: number;
  /** Null while it is being rebuilt, or is to be. */
  created: string | null;
  /** Highest sequence that was acknowledged. */
  highWater: number;
  /** Messages a rebuilt stream has to hold; null when that was verified. */
  expected: number | null;
}

interface StateRow {
  epoch: number;
  created: string | null;
  high_water: string;
  expected: string | null;
}

export async function readStreamState(database: Database, stream: string): Promise<StreamState | undefined> {
  const [row] = await database.query<StateRow>(
    'SELECT epoch, created, high_water, expected FROM stream_state WHERE stream = $1',
    [stream],
  );
  return row && toState(row);
}

/** Of one and the same epoch; the high-water mark stays, and a new epoch begins with 0. */
export async function writeStreamState(
  database: Database,
  leader: RelayLeader,
  stream: string,
  { epoch, created, expected }: Omit<StreamState, 'highWater'>,
): Promise<StreamState> {
  return database.transaction(async (tx) => {
    await requireLeader(tx, leader);
    const [row] = await tx.query<StateRow>(
      `INSERT INTO stream_state AS s (stream, epoch, created, high_water, expected) VALUES ($1, $2, $3, 0, $4)
       ON CONFLICT (stream) DO UPDATE SET created = excluded.created, expected = excluded.expected WHERE s.epoch = excluded.epoch
       RETURNING epoch, created, high_water, expected`,
      [stream, epoch, created, expected],
    );
    if (!row) throw newerEpoch(stream, epoch);
    return toState(row);
  });
}

/** Numbers of the ledger that become pending in one transaction: some milliseconds, and a lease is not outlived. */
const rangeSize = 10_000;

interface Refill {
  stream: string;
  route: Route;
  epoch: number;
}

/**
 * Begins an epoch: the ledger's last 30 days are pending again, as far as they go this way. Range by range, so that
 * neither commits nor the relay's lease wait for it; `created` stays unknown meanwhile, so an interrupted one begins anew.
 * @returns how many events are pending now
 */
export async function fillPending(database: Database, leader: RelayLeader, refill: Refill): Promise<number> {
  const { stream, route, epoch } = refill;
  const [first, last] = await database.transaction(async (tx) => {
    await requireLeader(tx, leader);
    tx.send(
      `INSERT INTO stream_state (stream, epoch, created, high_water) VALUES ($1, $2, NULL, 0)
       ON CONFLICT (stream) DO UPDATE SET epoch = excluded.epoch, created = NULL, high_water = 0, expected = NULL`,
      [stream, epoch],
    );
    const [range] = await tx.query<{ first: string | null; last: string | null }>(
      `SELECT min(seq) AS first, max(seq) AS last FROM ledger WHERE recorded_at > platform.now() - $1 * interval '1 day'`,
      [rebuildDays],
    );
    return [Number(range!.first ?? 0), Number(range!.last ?? -1)];
  });
  for (let from = first; from <= last; from += rangeSize)
    await fillRange(database, leader, refill, { from, to: Math.min(from + rangeSize - 1, last) });
  const [row] = await database.query<{ pending: string }>(
    'SELECT count(*) AS pending FROM outbox_pending WHERE route IS NOT DISTINCT FROM $1',
    [route],
  );
  return Number(row!.pending);
}

async function fillRange(
  database: Database,
  leader: RelayLeader,
  { stream, route, epoch }: Refill,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await leader.hold();
  await database.transaction(async (tx) => {
    await requireLeader(tx, leader);
    const rows = await tx.query('SELECT 1 FROM stream_state WHERE stream = $1 AND epoch = $2', [stream, epoch]);
    if (rows.length === 0) throw newerEpoch(stream, epoch);
    tx.send(
      `INSERT INTO outbox_pending (seq, event_id, route)
       SELECT seq, event_id, $2 FROM ledger
       WHERE seq BETWEEN $4 AND $5 AND recorded_at > platform.now() - $1 * interval '1 day'
         AND (type = ANY ($3)) = ($2::text IS NOT NULL)
       ON CONFLICT DO NOTHING`,
      [rebuildDays, route, routedTypes, from, to],
    );
  });
}

/**
 * Asks the leader to rebuild; it does so within some ten seconds. For `ops`, after PostgreSQL was restored from a backup.
 * @param record writes down who asked, in the same transaction
 * @returns the streams: all that are fed from the ledger of this schema
 */
export async function requestRebuild(
  database: Database,
  record: (tx: Transaction, streams: readonly string[]) => void = () => undefined,
): Promise<string[]> {
  return database.transaction(async (tx) => {
    const rows = await tx.query<{ stream: string }>('UPDATE stream_state SET created = NULL RETURNING stream');
    const streams = rows.map(({ stream }) => stream).sort();
    record(tx, streams);
    return streams;
  });
}

/** Only the leader deletes a stream or says what it is: a process that slept through its lease must not. */
async function requireLeader(tx: Transaction, leader: RelayLeader): Promise<void> {
  const rows = await tx.query(
    'SELECT 1 FROM relay_leader WHERE holder = $1 AND fence = $2 AND until > clock_timestamp() FOR UPDATE',
    [leader.holder, leader.fence ?? null],
  );
  if (rows.length === 0) throw new Error('another relay leads now');
}

function newerEpoch(stream: string, epoch: number): Error {
  return new Error(`stream ${stream}: another relay has begun a newer epoch than ${epoch}`);
}

function toState({ epoch, created, high_water, expected }: StateRow): StreamState {
  return {
    epoch,
    created,
    highWater: Number(high_water),
    expected: expected === null ? null : Number(expected),
  };
}
