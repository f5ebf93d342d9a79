import { Logger, type OnApplicationBootstrap, type Provider } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import { Shutdown, stopOrder } from '@property-office/service-kit';
import { InternalClient } from '../internal/internal-client';
import { PersonNoticeSender } from './person-notice-sender';
import { PersonNotices } from './person-notices';

/** Runs the sender for as long as the process runs. */
class PersonNoticeSending implements OnApplicationBootstrap {
  constructor(
    private readonly sender: PersonNoticeSender,
    private readonly shutdown: Shutdown,
    private readonly table: string,
  ) {}

  onApplicationBootstrap(): void {
    this.sender.start();
    this.shutdown.register(`sender of ${this.table}`, stopOrder.timers, () => this.sender.stop(), 12_000);
  }
}

/** Providers of a service whose people no event may name: `PersonNotices`, and what hands its rows to notifications. */
export function personNotices(table: string): Provider[] {
  return [
    { provide: PersonNotices, useValue: new PersonNotices(table) },
    {
      provide: PersonNoticeSending,
      inject: [Database, InternalClient, Shutdown],
      useFactory: (database: Database, client: InternalClient, shutdown: Shutdown) =>
        new PersonNoticeSending(new PersonNoticeSender(database, client, new Logger(table), table), shutdown, table),
    },
  ];
}
