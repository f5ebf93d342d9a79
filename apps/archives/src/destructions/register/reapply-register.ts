import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { Records } from '../../persistence/records';
import { archivesSchema } from '../../persistence/schema';
import { ReapplyDestructionHandler } from '../features/reapply-destruction/reapply-destruction.handler';
import { Destructions } from '../persistence/destructions';
import { lockRegister } from './register';
import { chainFaults, entryOf, type RegisterEntry, type RegisterLine } from './register-entry';

/** Its message says at which lines. */
export class OtherRegister extends Error {
  override readonly name = 'OtherRegister';
}

/**
 * Applies what the register outside has more than a database that was brought back, all or nothing.
 * @param adminUrl of who may act as every role
 * @param record in the same transaction, what was destroyed again; not where nothing was
 * @returns what was destroyed again
 * @throws OtherRegister where the register does not go on from that of the database
 */
export async function reapplyRegister(
  adminUrl: string,
  lines: readonly RegisterLine[],
  record: (tx: Transaction, entries: readonly RegisterEntry[]) => void = () => undefined,
): Promise<RegisterEntry[]> {
  const database = new Database({ ...archivesSchema, poolSize: 1 }, adminUrl);
  await database.connect();
  try {
    const ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
    const handler = new ReapplyDestructionHandler(new Destructions(ledger, database), new Records(ledger));
    return await database.transaction(async (tx) => {
      await lockRegister(tx);
      const known = await tx.query<{ hash: string }>('SELECT hash FROM destruction_register ORDER BY n');
      const wrong = [...chainFaults(lines), ...known.flatMap(({ hash }, i) => (i < lines.length && lines[i]!.hash !== hash ? [`line ${i + 1} is another one than in the database`] : []))];
      if (wrong.length > 0) throw new OtherRegister(wrong.join(', '));
      const entries: RegisterEntry[] = [];
      for (const line of lines.slice(known.length)) {
        const entry = entryOf(line);
        await handler.execute(tx, line, entry);
        entries.push(entry);
      }
      if (entries.length > 0) record(tx, entries);
      return entries;
    });
  } finally {
    await database.close();
  }
}
