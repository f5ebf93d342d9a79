import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { attachmentTextPath, type AttachmentText, type AttachmentTextAsked } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Shutdown, stopOrder } from '@property-office/service-kit';
import { searchedIn } from '../persistence/document-texts';

const everyMs = 500;
const perRound = 10;
const longestPauseSeconds = 300;

/**
 * Asks files what the attachments of documents say and how many pages they have, outside of any transaction. files reads when it is asked and answers `waiting` until
 * then, so rows are asked again, less and less often: nothing is lost when either of them ends meanwhile.
 */
@Injectable()
export class AttachmentReader implements OnApplicationBootstrap {
  private readonly log = new Logger('AttachmentReader');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopping = false;
  private trouble: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly client: InternalClient,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
    this.shutdown.register('reading of attachments', stopOrder.timers, () => this.stop(), 5_000);
  }

  private start(): void {
    this.timer = setTimeout(() => {
      this.round = this.readDue()
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
      if (told) await this.keep(attachmentId, told);
    }
    if (trouble) throw trouble;
  }

  /** One row for each attachment, whichever documents have it; asked again after a pause that grows. */
  private async lease(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `UPDATE document_text SET attempts = attempts + 1,
         next_try_at = platform.now() + least(power(2, least(attempts, 20)) / 2, $2) * interval '1 second'
       WHERE (document_id, source_id) IN (SELECT document_id, source_id FROM document_text
         WHERE state = 'waiting' AND next_try_at <= platform.now() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING source_id AS id`,
      [perRound, longestPauseSeconds],
    );
    return [...new Set(rows.map(({ id }) => id))];
  }

  private async keep(attachmentId: string, told: AttachmentText): Promise<void> {
    if (told.state === 'waiting') return;
    const { said, searchText, searchWords } = searchedIn(told.state === 'read' ? told.text : '');
    await this.database.query(
      `UPDATE document_text SET state = $2, reason = $3, said = $4, search_text = $5, search_words = $6, pages = $7 WHERE source_id = $1 AND kind = 'attachment' AND state = 'waiting'`,
      [attachmentId, told.state, told.state === 'none' ? told.reason : null, said, searchText, searchWords, told.pages ?? null],
    );
  }

  private warn(message: string): void {
    if (this.trouble !== message) this.log.warn(message);
    this.trouble = message;
  }
}
