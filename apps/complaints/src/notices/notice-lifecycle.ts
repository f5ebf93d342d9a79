import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { Database } from '@property-office/persistence';
import { Shutdown, stopOrder } from '@property-office/service-kit';
import { NoticeSender } from './notice-sender';

/** Runs the sender for as long as the process runs. */
@Injectable()
export class NoticeLifecycle implements OnApplicationBootstrap {
  private readonly log = new Logger('Complaints');

  constructor(
    private readonly database: Database,
    private readonly client: InternalClient,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    const sender = new NoticeSender(this.database, this.client, this.log);
    sender.start();
    this.shutdown.register('complainant notices', stopOrder.timers, () => sender.stop(), 12_000);
  }
}
