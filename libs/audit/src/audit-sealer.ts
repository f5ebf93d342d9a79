import type { SigningKey } from '@property-office/access';
import type { Database } from '@property-office/persistence';
import type { HeadLog } from './head-log';
import { sealBatch } from './seal-batch';

/** After the last act that was recorded, so that a busy second is sealed in few transactions. */
const gatherMs = 100;
/** Another process seals this schema; it may have stopped half-way. */
const askAgainMs = 300;
/** Finds what a process left behind that ended before it could seal. */
const idleMs = 5_000;
const retryMs = 1_000;
const headEveryMs = 60_000;

export interface SealerLog {
  warn(message: string): void;
}

export interface HeadWriting {
  log: HeadLog;
  key: SigningKey;
  /** Default: a minute. */
  everyMs?: number;
}

/**
 * Chains the committed rows of one schema within a second, and writes down the head of the chain each minute. Every
 * process of a service runs one; they take turns by an advisory lock.
 */
export class AuditSealer {
  private timeout: NodeJS.Timeout | undefined;
  private dueAt = Infinity;
  private round: Promise<void> = Promise.resolve();
  private stopping = false;
  private trouble: string | undefined;
  private headAt = -Infinity;
  private lastHead: number | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: SealerLog,
    private readonly heads?: HeadWriting,
  ) {}

  start(): void {
    this.schedule(0);
  }

  /** An act was committed. */
  wake(): void {
    this.schedule(gatherMs);
  }

  /** Seals what there is, writes the head, and does nothing more. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timeout);
    await this.round;
    this.headAt = -Infinity;
    await this.seal();
  }

  /** Seconds since the oldest act that is not sealed yet; 0 when there is none. */
  async lateness(): Promise<number> {
    const [row] = await this.database.query<{ late: string }>(
      `SELECT coalesce(extract(epoch FROM platform.now() - min(a.at)), 0) AS late FROM audit_pending p JOIN audit a ON a.id = p.audit_id`,
    );
    return Number(row!.late);
  }

  /** The earliest of what was asked for wins. */
  private schedule(delayMs: number): void {
    const at = performance.now() + delayMs;
    if (this.stopping || at >= this.dueAt) return;
    this.dueAt = at;
    clearTimeout(this.timeout);
    this.timeout = setTimeout(() => {
      this.dueAt = Infinity;
      this.round = this.round.then(() => this.seal()).then((next) => this.schedule(next));
    }, delayMs);
  }

  /** @returns when to look again, in milliseconds */
  private async seal(): Promise<number> {
    try {
      for (;;) {
        const outcome = await this.database.transaction(sealBatch);
        if (outcome.kind === 'busy') return askAgainMs;
        if (!outcome.more) break;
      }
      await this.writeHead();
      this.trouble = undefined;
      return idleMs;
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      if (trouble !== this.trouble) this.log.warn(`the audit trail cannot be sealed: ${trouble}`);
      this.trouble = trouble;
      return retryMs;
    }
  }

  private async writeHead(): Promise<void> {
    if (!this.heads || performance.now() - this.headAt < (this.heads.everyMs ?? headEveryMs)) return;
    const { log, key } = this.heads;
    const [head] = await this.database.query<{ seq: string; hash: string; at: Date }>(
      `SELECT seq, encode(hash, 'hex') AS hash, platform.now() AS at FROM audit_seal ORDER BY seq DESC LIMIT 1`,
    );
    this.headAt = performance.now();
    this.lastHead ??= log.last()?.seq;
    if (!head || Number(head.seq) === this.lastHead) return;
    log.append(
      { schema: log.schema, seq: Number(head.seq), hash: head.hash, at: head.at.toISOString() },
      key,
    );
    this.lastHead = Number(head.seq);
  }
}
