import { systemActor } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import { Database } from '@property-office/persistence';
import { filesSchema } from '../../persistence/schema';
import type { BlobStore } from '../../storage/blob-store';
import { WipeObjectHandler, type FilesOf } from './wipe-object.handler';

/** An object that was destroyed after a backup was made, and is in it. */
export interface DestroyedObject extends FilesOf {
  siteId: string;
  happenedAt: Date;
  /** Files that go from another object, too. */
  part?: FilesOf;
}

/** Wipes what a restored backup brought back, all or nothing. */
export async function wipeAgain(adminUrl: string, store: BlobStore, destroyed: readonly DestroyedObject[]): Promise<void> {
  if (destroyed.length === 0) return;
  const database = new Database({ ...filesSchema, poolSize: 1 }, adminUrl);
  await database.connect();
  try {
    const handler = new WipeObjectHandler(store, new Ledger({ traceparent: () => undefined, committed: () => undefined }));
    await database.transaction(async (tx) => {
      for (const { siteId, happenedAt, part, ...files } of destroyed) await handler.execute(tx, { actor: systemActor, happenedAt }, siteId, files, part);
    });
  } finally {
    await database.close();
  }
}
