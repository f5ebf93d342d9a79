import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { attachmentTextPath, type AttachmentText, type AttachmentTextAsked } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Shutdown, stopOrder } from '@property-office/service-kit';
import { InternalClient } from '../internal/internal-client';

const everyMs = 500;
const perRound = 10;
const longestPauseSeconds = 300;

/**
 * Where a service keeps what its attachments say: a row for each attachment of an owner, whose id is `source_id`, with `state`, `attempts` and
 * `next_try_at`. What is `waiting` is asked for, by an index on `next_try_at`.
 */
export interface AttachmentTexts {
  table: string;
  /** The column of what has the attachment; with `source_id` it is the key of the table. */
  owner: string;
}

/** What files has said at last. */
export type ToldText = Exclude<AttachmentText, { state: 'waiting' }>;

/**
 * Asks files what the attachments of a service say and how many pages they have, outside of any transaction. files reads when it is asked and
 * answers `waiting` until then, so rows are asked again, less and less often: nothing is lost when either of them ends meanwhile.
 */
@Injectable()
export abstract class AttachmentReader implements OnApplicationBootstrap {
  protected abstract readonly texts: AttachmentTexts;
  protected stopping = false;
  private readonly log = new Logger('AttachmentReader');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private trouble: string | undefined;

  constructor(
    protected readonly database: Database,
    private readonly client: InternalClient,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
    this.shutdown.register('reading of attachments', stopOrder.timers, () => this.stop(), 5_000);
  }

  /** In each row of this attachment that still waits. */
  protected abstract keep(attachmentId: string, told: ToldText): Promise<unknown>;

  /** What comes before each round. */
  protected prepare(): Promise<void> {
    return Promise.resolve();
  }

  private start(): void {
    this.timer = setTimeout(() => {
      this.round = this.prepare()
        .then(() => this.readDue())
        .then(() => void (this.trouble = undefined))
        .catch((error: Error) => this.warn(error.message))
        .then(() => {
          if (!this.stopping) this.start();
        });
    }, everyMs);
  }

  private async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** One of which files cannot say anything holds up none of the others. @throws for the last of them, after all */
  private async readDue(): Promise<void> {
    let trouble: Error | undefined;
    for (const attachmentId of await this.lease()) {
      if (this.stopping) return;
      const asked: AttachmentTextAsked = { attachmentId };
      const told = await this.client.post<AttachmentText>('files', attachmentTextPath, asked).catch((error: Error) => void (trouble = error));
      if (told && told.state !== 'waiting') await this.keep(attachmentId, told);
    }
    if (trouble) throw trouble;
  }

  /** One row for each attachment, whatever else has it; asked again after a pause that grows. */
  private async lease(): Promise<string[]> {
    const { table, owner } = this.texts;
    const rows = await this.database.query<{ id: string }>(
      `UPDATE ${table} SET attempts = attempts + 1,
         next_try_at = platform.now() + least(power(2, least(attempts, 20)) / 2, $2) * interval '1 second'
       WHERE (${owner}, source_id) IN (SELECT ${owner}, source_id FROM ${table}
         WHERE state = 'waiting' AND next_try_at <= platform.now() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING source_id AS id`,
      [perRound, longestPauseSeconds],
    );
    return [...new Set(rows.map(({ id }) => id))];
  }

  private warn(message: string): void {
    if (this.trouble !== message) this.log.warn(message);
    this.trouble = message;
  }
}
