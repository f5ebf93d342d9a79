import { Injectable } from '@nestjs/common';
import type { AttachmentClaim, AttachmentClaimed, ClaimedAttachment } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { setTimer } from '@property-office/timers';
import { claimedMs, refusalOf } from '../../domain/claim';
import { claimAttachments, lockAttachments, type Attachment } from '../../persistence/attachments';
import { expiryTimer } from '../discard-unclaimed/expiry-timer';

/** Keeps uploads for an object that is about to be made: all of them or none. */
@Injectable()
export class ClaimAttachmentsHandler {
  async execute(
    tx: Transaction,
    { attachmentIds, uploaderId, object }: AttachmentClaim,
  ): Promise<AttachmentClaimed> {
    const found = await lockAttachments(tx, attachmentIds);
    const refused = attachmentIds.flatMap((attachmentId) => {
      const reason = refusalOf(found.get(attachmentId), { uploaderId, object, now: tx.now });
      return reason ? [{ attachmentId, reason }] : [];
    });
    if (refused.length > 0) return { refused, claimed: [] };
    const expiresAt = new Date(tx.now.getTime() + claimedMs);
    claimAttachments(tx, attachmentIds, object, expiresAt);
    for (const { id, expiresAt: expiring } of found.values())
      if (expiring) setTimer(tx, expiryTimer(id, expiresAt));
    return { refused: [], claimed: attachmentIds.map((id) => claimedOf(found.get(id)!)) };
  }
}

function claimedOf({ id, name, mediaType, sha256 }: Attachment): ClaimedAttachment {
  return { id, name, mediaType, sha256 };
}
