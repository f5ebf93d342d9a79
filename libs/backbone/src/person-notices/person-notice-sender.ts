import { tellPersonPath, type PersonToTell } from '@property-office/contracts';
import type { Database } from '@property-office/persistence';
import type { InternalClient } from '../internal/internal-client';

const everyMs = 500;
const perRound = 20;
const leaseSeconds = 30;
const firstRetryMs = 1_000;
const longestRetryMs = 300_000;

interface DueRow {
  id: string;
  person_id: string;
  site_id: string;
  kind: string;
  subject_type: string;
  case_id: string;
  number: string;
  occasion: string;
  happened_at: Date;
  attempts: number;
}

/**
 * Hands over what people are to be told. A row is leased, handed over outside of any transaction, then marked: after
 * a crash between the two it is handed over again, and notifications knows it by its key. Retried without end: what is
 * told to nobody would be a case answered to nobody.
 */
export class PersonNoticeSender {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopping = false;
  private trouble: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly client: Pick<InternalClient, 'post'>,
    private readonly log: { warn(message: string): void },
    /** Of `PersonNotices`. */
    private readonly table: string,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.round = this.sendDue()
        .then(() => void (this.trouble = undefined))
        .catch((error: Error) => this.warn(error.message))
        .then(() => {
          if (!this.stopping) this.start();
        });
    }, everyMs);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** @returns how many were handed over */
  async sendDue(): Promise<number> {
    let sent = 0;
    for (const row of await this.lease()) {
      if (this.stopping) break;
      if (await this.send(row)) sent += 1;
    }
    return sent;
  }

  private lease(): Promise<DueRow[]> {
    return this.database.query<DueRow & Record<string, unknown>>(
      `UPDATE ${this.table} SET leased_until = clock_timestamp() + $1 * interval '1 second', attempts = attempts + 1
       WHERE id IN (SELECT id FROM ${this.table}
         WHERE told_at IS NULL AND next_try_at <= platform.now() AND (leased_until IS NULL OR leased_until < clock_timestamp())
         ORDER BY next_try_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id, person_id, site_id, kind, subject_type, case_id, number, occasion, happened_at, attempts`,
      [leaseSeconds, perRound],
    );
  }

  private async send(row: DueRow): Promise<boolean> {
    const told: PersonToTell = {
      personId: row.person_id,
      siteId: row.site_id,
      kind: row.kind,
      subject: { type: row.subject_type, id: row.case_id },
      occasion: row.occasion,
      number: row.number,
      happenedAt: row.happened_at.toISOString(),
    };
    try {
      await this.client.post('notifications', tellPersonPath, told);
    } catch (error) {
      this.warn(error instanceof Error ? error.message : String(error));
      const pause = Math.min(firstRetryMs * 2 ** Math.min(row.attempts, 20), longestRetryMs);
      await this.database.query(
        `UPDATE ${this.table} SET leased_until = NULL, next_try_at = platform.now() + $2 * interval '1 millisecond' WHERE id = $1`,
        [row.id, pause],
      );
      return false;
    }
    await this.database.query(`UPDATE ${this.table} SET told_at = platform.now(), leased_until = NULL WHERE id = $1`, [row.id]);
    return true;
  }

  private warn(message: string): void {
    if (this.trouble !== message) this.log.warn(`telling people: ${message}`);
    this.trouble = message;
  }
}
