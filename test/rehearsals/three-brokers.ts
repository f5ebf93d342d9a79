import { jetstreamManager } from '@nats-io/jetstream';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts, lockFolder, NatsServer, type FolderLock } from '@property-office/embedded';
import { throwawayFolder, waitFor } from '@property-office/testing';
import { withBroker } from '../support/nats';

/** A NATS cluster on one machine: each message is kept by all three, and taken while two of them are there. */
export class ThreeBrokers {
  private constructor(
    readonly servers: readonly NatsServer[],
    private readonly folder: string,
    private readonly lock: FolderLock,
  ) {}

  static async start(): Promise<ThreeBrokers> {
    const folder = throwawayFolder();
    // Other runs remove throwaway folders that nobody holds.
    const lock = await lockFolder(folder);
    const ports = await freePorts(3);
    const servers = ports.map((port, at) => {
      const server = `nats-${at + 1}`;
      return new NatsServer({ folder: join(folder, server), password: 'testing', log: () => undefined, cluster: { server, port, ports } });
    });
    const brokers = new ThreeBrokers(servers, folder, lock);
    try {
      await Promise.all(servers.map((each) => each.start()));
      await brokers.untilTheyAgree();
      return brokers;
    } catch (error) {
      await brokers.stop();
      throw error;
    }
  }

  get natsUrl(): string {
    return this.servers.map(({ url }) => url).join(',');
  }

  /** Which of them leads the stream, and its place among them. */
  async leaderOf(stream: string): Promise<number> {
    const info = await withBroker(this, async (nats) => (await jetstreamManager(nats)).streams.info(stream));
    return Number(info.cluster?.leader?.replace('nats-', '')) - 1;
  }

  /** How many servers keep each of the streams. */
  async replicasOf(): Promise<Record<string, number>> {
    const replicas: Record<string, number> = {};
    await withBroker(this, async (nats) => {
      for await (const { config } of (await jetstreamManager(nats)).streams.list()) replicas[config.name] = config.num_replicas;
    });
    return replicas;
  }

  /** They have chosen who leads them, and take requests. */
  async untilTheyAgree(): Promise<void> {
    const asked = () => withBroker(this, async (nats) => (await jetstreamManager(nats, { timeout: 1_000 })).getAccountInfo());
    await waitFor(asked, { what: 'the brokers to agree on a leader', timeoutMs: 60_000, intervalMs: 250 });
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((each) => each.stop()));
    rmSync(this.folder, { recursive: true, force: true });
    await this.lock.release();
  }
}
