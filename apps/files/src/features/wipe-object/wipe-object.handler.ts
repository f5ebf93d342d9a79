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

/** An object and files of it. */
export interface FilesOf {
  object: AttachedObject;
  attachmentIds: readonly string[];
}

const is = (one: AttachedObject, other: AttachedObject): boolean => one.id === other.id && one.type === other.type;

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

  /**
   * Bytes go before COMMIT: what fails is done again, and finds them gone. Once for each object.
   * @param part of another object that lasts: files that go from there, too
   */
  async execute(tx: Transaction, act: Act, siteId: string, { object, attachmentIds }: FilesOf, part?: FilesOf): Promise<void> {
    const [first] = await tx.query('INSERT INTO wiped_object (object_type, object_id, wiped_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1', [object.type, object.id, tx.now]);
    if (!first) return;
    const attachments = await lockAttachments(tx, attachmentIds);
    tx.send('DELETE FROM attachment_link WHERE attachment_id = ANY ($1) AND ((object_type = $2 AND object_id = $3) OR object_type = $4)', [[...attachments.keys()], object.type, object.id, proposal]);
    if (part) tx.send('DELETE FROM attachment_link WHERE attachment_id = ANY ($1) AND object_type = $2 AND object_id = $3', [part.attachmentIds, part.object.type, part.object.id]);
    for (const { id, linkedTo } of attachments.values()) {
      const goes = (each: AttachedObject): boolean => is(each, object) || each.type === proposal || (part !== undefined && is(each, part.object) && part.attachmentIds.includes(id));
      if (!linkedTo.every(goes)) continue;
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
