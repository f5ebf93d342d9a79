import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lockFolder, PostgresServer, type FolderLock } from '@property-office/embedded';
import { throwawayFolder, waitFor } from '@property-office/testing';
import { AdminConnection } from '../support/admin-connection';
import { Address } from './address';

const password = 'testing';
/** Two replicas of every service, the gateway and whoever looks. */
const connections = 160;
const common = { password, log: () => undefined, leastConnections: connections };

/** PostgreSQL and one that copies it; nothing is acknowledged that the copy does not have. */
export class PrimaryAndStandby {
  private constructor(
    private readonly primary: PostgresServer,
    private readonly standby: PostgresServer,
    private readonly address: Address,
    private readonly folder: string,
    private readonly lock: FolderLock,
    /** Leads to whichever of them takes writes. */
    readonly databaseUrl: string,
  ) {}

  static async start(): Promise<PrimaryAndStandby> {
    const folder = throwawayFolder();
    // Other runs remove throwaway folders that nobody holds.
    const lock = await lockFolder(folder);
    const folders = { primary: join(folder, 'primary'), standby: join(folder, 'standby') };
    // A cold copy: the server that is copied does not run.
    const first = new PostgresServer({ ...common, folder: folders.primary });
    await first.start();
    await first.stop();
    await promisify(execFile)('cp', ['-a', folders.primary, folders.standby]);
    writeFileSync(join(folders.standby, 'standby.signal'), '');
    const primary = new PostgresServer({ ...common, folder: folders.primary, settings: { synchronous_standby_names: '*' } });
    await primary.start();
    const { port, username } = new URL(primary.url);
    const source = `host=127.0.0.1 port=${port} user=${username} password=${password} application_name=standby`;
    const standby = new PostgresServer({ ...common, folder: folders.standby, settings: { primary_conninfo: source } });
    await standby.start();
    await untilCopied(primary);
    const address = new Address(Number(port));
    const databaseUrl = `postgres://${username}:${password}@127.0.0.1:${await address.start()}/postgres`;
    return new PrimaryAndStandby(primary, standby, address, folder, lock, databaseUrl);
  }

  /** kill -9 of the one, and the other takes its place. */
  async failOver(): Promise<void> {
    await this.primary.kill();
    const admin = new AdminConnection(() => this.standby.url);
    await admin.query('SELECT pg_promote()', []);
    await admin.close();
    await this.address.leadTo(Number(new URL(this.standby.url).port));
  }

  async stop(): Promise<void> {
    await this.address.stop();
    await this.standby.stop();
    await this.primary.stop();
    rmSync(this.folder, { recursive: true, force: true });
    await this.lock.release();
  }
}

async function untilCopied(primary: PostgresServer): Promise<void> {
  const admin = new AdminConnection(() => primary.url);
  const copied = async () => (await admin.query(`SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'`, [])).length > 0;
  await waitFor(copied, { what: 'the standby to copy the primary' }).finally(() => admin.close());
}
