import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder, NatsServer, PostgresServer } from '@property-office/embedded';
import { throwawayFolder } from './throwaway-folder';
import { throwawaySettings } from './throwaway-settings';

export interface PrivateServers {
  postgres: PostgresServer;
  nats: NatsServer;
  /** Stops both and removes their data. */
  remove(): Promise<void>;
}

/**
 * Servers of one test's own, which it may `kill()`, `stop()`, `nats.wipeStore()` and `start()` again on the same ports.
 * PostgreSQL takes some 2 s to make: where killing is not the point use testDatabase and testNats.
 */
export async function startPrivateServers(): Promise<PrivateServers> {
  const folder = throwawayFolder();
  const lock = await lockFolder(folder, { patienceMs: 5000 }); // The inode may be that of one just removed.
  const common = { password: 'testing', log: () => undefined };
  const postgres = new PostgresServer({
    ...common,
    folder: join(folder, 'postgres'),
    settings: throwawaySettings,
  });
  const nats = new NatsServer({ ...common, folder: join(folder, 'nats') });
  await Promise.all([postgres.start(), nats.start()]);
  return {
    postgres,
    nats,
    async remove() {
      await Promise.all([postgres.stop(), nats.stop()]);
      rmSync(folder, { recursive: true, force: true });
      await lock.release();
    },
  };
}
