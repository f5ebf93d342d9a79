import type { FieldCipher } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import { OfficeSetup } from './office-setup';

/** One number for "somebody is setting this office up". */
const setupLock = 7_203_100;

export interface SetupParts {
  /** Of directory, connected. */
  database: Database;
  fieldCipher: FieldCipher;
  /** Of a running process; left out, the events wait for the relay. */
  ledger?: Ledger;
}

/**
 * Runs `work` in one transaction if nobody and nothing is registered yet; of two processes only one does.
 * @returns undefined when the directory is not empty
 */
export async function onEmptyDirectory<T>(
  parts: SetupParts,
  work: (setup: OfficeSetup, tx: Transaction) => Promise<T>,
): Promise<T | undefined> {
  const {
    database,
    fieldCipher,
    ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined }),
  } = parts;
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [setupLock]);
    const [found] = await tx.query<{ used: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM place) AS used',
    );
    return found!.used ? undefined : work(new OfficeSetup(tx, ledger, fieldCipher), tx);
  });
}
