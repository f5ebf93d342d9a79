import { join } from 'node:path';
import { NatsServer, PostgresServer } from '@property-office/embedded';

/**
 * PostgreSQL and NATS as a company runs them: beside the office, so that they may be away for as long as a test wants.
 * With all their durability, as what is acknowledged has to outlive kill -9.
 */
export class SeparateServers {
  readonly postgres: PostgresServer;
  readonly nats: NatsServer;

  constructor(folder: string) {
    const common = { password: 'testing', log: () => undefined };
    this.postgres = new PostgresServer({ ...common, folder: join(folder, 'postgres') });
    this.nats = new NatsServer({ ...common, folder: join(folder, 'nats') });
  }

  async start(): Promise<void> {
    await Promise.all([this.postgres.start(), this.nats.start()]);
  }

  async stop(): Promise<void> {
    await Promise.all([this.postgres.stop(), this.nats.stop()]);
  }
}
