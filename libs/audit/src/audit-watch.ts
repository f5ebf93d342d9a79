import type { VerifyingKeys } from '@property-office/access';
import type { Database } from '@property-office/persistence';
import type { SealerLog } from './audit-sealer';
import type { HeadLog } from './head-log';
import { verifyChain, type AuditFault, type Checkpoint } from './verify-chain';

const hour = 3_600_000;

export interface HeadReading {
  log: HeadLog;
  keys: VerifyingKeys;
}

export interface WatchPace {
  /** After the start, when an office has other things to do. */
  firstMs: number;
  everyMs: number;
  /** So many rounds go on where the last one ended; then one begins at the beginning again. */
  roundsOfAWhole: number;
}

const usual: WatchPace = { firstMs: hour / 6, everyMs: hour, roundsOfAWhole: 24 };

/**
 * Verifies the audit trail of one schema while the office works: what is new each hour, all of it once a day. Whoever alters
 * a row and computes the chain anew is betrayed by the newest head outside, so the older ones are left to `ops verify`.
 */
export class AuditWatch {
  /** Places that are not as they were. */
  faults = 0;
  private found: AuditFault[] = [];
  private checkpoint: Checkpoint | undefined;
  private rounds = 0;
  private timeout: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly log: SealerLog,
    private readonly heads: HeadReading,
    private readonly pace: WatchPace = usual,
  ) {}

  start(): void {
    this.schedule(this.pace.firstMs);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timeout);
    await this.running;
  }

  private schedule(afterMs: number): void {
    if (this.stopping) return;
    this.timeout = setTimeout(() => {
      this.running = this.look().finally(() => this.schedule(this.pace.everyMs));
    }, afterMs);
    // A process that has nothing else to do ends.
    this.timeout.unref();
  }

  private async look(): Promise<void> {
    const whole = this.rounds % this.pace.roundsOfAWhole === 0;
    this.rounds += 1;
    const { log, keys } = this.heads;
    try {
      const head = log.last();
      const written = head ? [head] : [];
      const report = await verifyChain(this.database, { ...(!whole && this.checkpoint && { from: this.checkpoint }), heads: { schema: log.schema, written, keys } });
      this.checkpoint = report.last;
      const known = new Set(this.found.map(textOf));
      for (const fault of report.faults) if (!known.has(textOf(fault))) this.log.warn(`the audit trail is not what it was: ${textOf(fault)}`);
      // What was altered stays so: only a whole round that finds nothing takes it back.
      this.found = whole ? report.faults : [...this.found, ...report.faults.filter((fault) => !known.has(textOf(fault)))];
      this.faults = this.found.length;
    } catch (error) {
      this.log.warn(`the audit trail cannot be verified: ${(error as Error).message}`);
    }
  }
}

function textOf(fault: AuditFault): string {
  return JSON.stringify(fault);
}
