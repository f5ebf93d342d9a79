import { Injectable } from '@nestjs/common';
import type { AttachedObject, EventData } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { cancelTimersOf } from '@property-office/timers';
import { deleteAttachment, holdersOf, lockAttachments, lockContent } from '../../persistence/attachments';
import { contentsWiped } from '../../events';
import { BlobStore } from '../../storage/blob-store';
import { removeContent } from '../../storage/remove-content';

/** What was added to a proposal became its record's: it goes with that, and nothing else takes it from there. */
const proposal = 'record-proposal';

/**
 * An object is destroyed, and with it whatever of its files nothing else holds (W4.4): its links, uploads that are its alone, and bytes
 * that no other upload has. What stays is told, with what holds it.
 */
@Injectable()
export class WipeObjectHandler {
  constructor(
    private readonly store: BlobStore,
    private readonly ledger: Ledger,
  ) {}

  /** Bytes go before COMMIT: what fails is done again, and finds them gone. Once for each object. */
  async execute(tx: Transaction, act: Act, siteId: string, object: AttachedObject, attachmentIds: readonly string[]): Promise<void> {
    const [first] = await tx.query('INSERT INTO wiped_object (object_type, object_id, wiped_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1', [object.type, object.id, tx.now]);
    if (!first) return;
    const attachments = await lockAttachments(tx, attachmentIds);
    tx.send('DELETE FROM attachment_link WHERE attachment_id = ANY ($1) AND ((object_type = $2 AND object_id = $3) OR object_type = $4)', [[...attachments.keys()], object.type, object.id, proposal]);
    for (const { id, linkedTo } of attachments.values()) {
      if (linkedTo.some((each) => !(each.id === object.id && each.type === object.type) && each.type !== proposal)) continue;
      cancelTimersOf(tx, id);
      deleteAttachment(tx, id);
    }
    const hashes = [...new Set([...attachments.values()].map(({ sha256 }) => sha256))].toSorted();
    const data: EventData<'files.contents-wiped.v1'> = { objectType: object.type, objectId: object.id, wiped: [], kept: [] };
    for (const sha256 of hashes) {
      await lockContent(tx, sha256, 'alone');
      const heldBy = await holdersOf(tx, sha256);
      if (heldBy) data.kept.push({ sha256, heldBy });
      else {
        await removeContent(tx, this.store, sha256);
        data.wiped.push(sha256);
      }
    }
    this.ledger.append(tx, contentsWiped(act, siteId, data));
  }
}
