import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Metrics, Shutdown, stopOrder } from '@property-office/service-kit';
import { Months } from './persistence/months';
import { ReconcileMonth } from './reconcile-month';

const everyMs = 5_000;

/** Reconciles months for as long as the process runs. A source that does not answer is asked again a minute later; for how long it has not is a metric. */
@Injectable()
export class Reconciling implements OnApplicationBootstrap {
  private readonly log = new Logger('Reconciliation');
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private trouble: string | undefined;

  constructor(
    private readonly reconcile: ReconcileMonth,
    private readonly months: Months,
    private readonly metrics: Metrics,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.gauge('archive_month_unanswered_seconds', {}, () => this.months.unansweredSeconds());
    this.shutdown.register('reconciliation of months', stopOrder.timers, () => this.stop(), 5_000);
    this.schedule();
  }

  private async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.turn;
  }

  private async work(): Promise<void> {
    await this.reconcile.beginEnded();
    while (!this.stopping.signal.aborted && (await this.reconcile.turn()));
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.turn = this.work()
        .then(() => void (this.trouble = undefined))
        .catch((error: Error) => {
          if (this.trouble !== error.message) this.log.warn(`reconciling a month: ${error.message}`);
          this.trouble = error.message;
        })
        .then(() => {
          if (!this.stopping.signal.aborted) this.schedule();
        });
    }, everyMs);
  }
}
