import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { BackupError } from './backup-error';
import { connect } from './connections';

/** In the database of the office. */
const lockKey = 7_203_002;
const lookAgainMs = 1_000;

/**
 * Asked so often, a firewall does not take the connection for dead, and whoever loses it notices within 45 s. The server gives up a holder
 * that says nothing after 60 s: later, so that the next one does not begin beside it.
 */
const askEveryMs = 15_000;
const answerWithinMs = 30_000;
const givenUpAfterAMinute = 'SET idle_session_timeout = 0; SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3';

/** PostgreSQL keeps 63 bytes of it: what is done, on which machine or pod, by which process. */
const longestHost = 27;

/** For before something is removed that another backup may count on. @throws BackupError where the lock is not held any more */
export type StillAlone = () => Promise<void>;

export interface AloneOptions {
  adminUrl: string;
  /** The command in a word or two, for whoever comes second. */
  what: string;
  /** For as long as it takes; otherwise whoever comes second is refused. */
  waits?: boolean;
  /** Told once of each holder that is waited for. */
  onWaiting?(holder: string): void;
}

/**
 * Works on the backups of an office while nobody else does, in whatever process, pod or container, and whatever folder they lie in: a lock in
 * its database, held by a connection of its own, so that it ends with whoever holds it. Where that connection is lost another may begin, and this one ends at once.
 * @throws BackupError naming who holds it and since when, or that it was lost
 */
export async function aloneInOffice<T>(options: AloneOptions, work: (stillAlone: StillAlone) => Promise<T>): Promise<T> {
  const client = await lockedClient(options);
  const { promise: lost, reject: lose } = Promise.withResolvers<never>();
  const isLost = ({ message }: Error): BackupError =>
    new BackupError(`the connection that kept others from the backups of this office was lost (${message}). Another may have begun: nothing more was removed. Run it again`);
  client.on('error', (error) => lose(isLost(error)));
  const stillAlone = async (): Promise<void> => {
    try {
      await client.query('SELECT 1');
    } catch (error) {
      throw isLost(error as Error);
    }
  };
  const asking = setInterval(() => void stillAlone().catch(lose), askEveryMs);
  try {
    return await Promise.race([work(stillAlone), lost]);
  } finally {
    clearInterval(asking);
    await client.end().catch(() => undefined);
  }
}

async function lockedClient(options: AloneOptions): Promise<Client> {
  for (let told = ''; ; await pause(lookAgainMs)) {
    const found = await tryLock(options);
    if (typeof found !== 'string') return found;
    if (!options.waits) throw new BackupError(`the backups of this office are in use by ${found}: wait for its end, or look there`);
    if (found !== told) options.onWaiting?.(found);
    told = found;
  }
}

/** Each try has a connection of its own: since when the holder has its connection is since when it holds the lock. @returns the connection that holds it, or who does */
async function tryLock({ adminUrl, what }: AloneOptions): Promise<Client | string> {
  const application_name = `${what} on ${hostname().slice(0, longestHost)}, process ${process.pid}`;
  const client = await connect(adminUrl, { application_name, keepAlive: true, query_timeout: answerWithinMs });
  try {
    await client.query(givenUpAfterAMinute);
    const { rows } = await client.query<{ ours: boolean }>('SELECT pg_try_advisory_lock($1) AS ours', [lockKey]);
    if (rows[0]!.ours) return client;
    const holder = await holderOf(client);
    await client.end();
    return holder;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function holderOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string | null; since: Date | null; pid: number }>(
    `SELECT a.application_name AS name, a.backend_start AS since, l.pid FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid = 0 AND l.objid = $1
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [lockKey],
  );
  const [holder] = rows;
  if (!holder) return 'somebody who has just ended';
  return `${holder.name || 'somebody'}, since ${holder.since?.toISOString() ?? 'it is not known when'} (connection ${holder.pid} of PostgreSQL)`;
}
