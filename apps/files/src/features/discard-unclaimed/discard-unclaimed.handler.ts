import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import { TimerLoop } from '@property-office/timers';
import { deleteAttachment, isReferredTo, lockAttachments, lockContent } from '../../persistence/attachments';
import { BlobStore } from '../../storage/blob-store';
import { removeContent } from '../../storage/remove-content';
import { expiryTimerKind } from './expiry-timer';

/** Removes uploads that nothing has named in time, and bytes that no upload refers to. */
@Injectable()
export class DiscardUnclaimedHandler implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly timers: TimerLoop,
    private readonly store: BlobStore,
  ) {}

  onModuleInit(): void {
    this.timers.on(expiryTimerKind, (tx, { aggregateId }) => this.execute(tx, aggregateId));
  }

  /** Linked meanwhile, or claimed until later: it stays. */
  async execute(tx: Transaction, id: string): Promise<void> {
    const attachment = (await lockAttachments(tx, [id])).get(id);
    if (!attachment?.expiresAt || attachment.expiresAt > tx.now) return;
    deleteAttachment(tx, id);
    await this.removeBytes(tx, attachment.sha256);
  }

  /** @throws unavailable (503) where the store is away, before a connection would wait for it */
  async removeUnreferred(sha256: string): Promise<void> {
    if (await isReferredTo(this.database, sha256)) return;
    await this.store.requireFit();
    await this.database.transaction((tx) => this.removeBytes(tx, sha256));
  }

  private async removeBytes(tx: Transaction, sha256: string): Promise<void> {
    await lockContent(tx, sha256, 'alone');
    if (await isReferredTo(tx, sha256)) return;
    await removeContent(tx, this.store, sha256);
  }
}
