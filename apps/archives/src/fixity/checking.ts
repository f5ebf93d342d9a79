import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIGURATION, Metrics, Shutdown, stopOrder, type PlatformConfiguration } from '@property-office/service-kit';
import { CheckRound } from './check-round';
import { ContentChecks } from './persistence/content-checks';
import { FileAlarms } from './persistence/file-alarms';

/** Twenty contents each time: a hundred thousand in seven hours. */
const everyMs = 5_000;
/** To hear of those that are being read. */
const againMs = 1_000;
/** What is archived has its turn at once; this looks for what has none. */
const takeUpEveryMs = 3_600_000;

/** Checks files of records and living files for as long as the process runs; what waits, and what is wrong, is a metric. */
@Injectable()
export class Checking implements OnApplicationBootstrap {
  private readonly log = new Logger('Fixity');
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private takeUpAt = 0;
  private trouble: string | undefined;

  constructor(
    private readonly round: CheckRound,
    private readonly checks: ContentChecks,
    private readonly alarms: FileAlarms,
    private readonly metrics: Metrics,
    private readonly shutdown: Shutdown,
    @Inject(CONFIGURATION) private readonly configuration: Pick<PlatformConfiguration, 'fixityDays'>,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.gauge('record_files_quarantined', {}, () => this.alarms.countOpen());
    this.metrics.gauge('record_contents_unchecked', {}, () => this.checks.overdue(this.configuration.fixityDays));
    this.shutdown.register('checking of records', stopOrder.timers, () => this.stop(), 5_000);
    this.schedule();
  }

  private async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.turn;
  }

  private async takeUp(): Promise<void> {
    if (performance.now() >= this.takeUpAt && (await this.checks.takeUp())) this.takeUpAt = performance.now() + takeUpEveryMs;
  }

  private schedule(inMs = everyMs): void {
    this.timer = setTimeout(() => {
      this.turn = this.takeUp()
        .then(() => this.round.turn(this.stopping.signal))
        .then(({ waiting }) => {
          this.trouble = undefined;
          return waiting > 0 ? againMs : everyMs;
        })
        .catch((error: Error) => {
          if (this.trouble !== error.message) this.log.warn(`checking files of records: ${error.message}`);
          this.trouble = error.message;
          return everyMs;
        })
        .then((next) => {
          if (!this.stopping.signal.aborted) this.schedule(next);
        });
    }, inMs);
  }
}
