import {
  claimAttachmentsPath,
  type AttachedObject,
  type AttachmentClaim,
  type AttachmentClaimed,
  type AttachmentRefusal,
  type ClaimedAttachment,
} from '@property-office/contracts';
import { defineErrors, type Localized } from '@property-office/kernel';
import type { InternalClient } from './internal-client';

const errors = defineErrors({
  attachmentRefused: {
    kind: 'invalid',
    title: { zh: '附件无法使用', en: 'An attachment cannot be used' },
    detail: {
      zh: '有附件不存在、已过期或已用于别处，请重新上传。',
      en: 'An attachment does not exist, has expired or is used elsewhere. Upload it again.',
    },
  },
});

/** Whose upload it is, is nobody else's business. */
const gone: Localized = {
  zh: '附件不存在或已过期，请重新上传',
  en: 'It does not exist or has expired: upload it again',
};
const sentences: Record<AttachmentRefusal, Localized> = {
  unknown: gone,
  'not-yours': gone,
  taken: { zh: '附件已用于别处，请重新上传', en: 'It is used elsewhere: upload it again' },
};

/** Keeps uploads for an object that is about to name them: asked once, before the object's transaction. */
export class AttachmentClaims {
  constructor(private readonly client: InternalClient) {}

  /**
   * @param attachmentIds none: files is not asked
   * @param uploaderId who makes the object
   * @returns what each of them is, in their order
   * @throws attachmentRefused (400) naming each, unavailable (503)
   */
  async claim(
    attachmentIds: readonly string[] | undefined,
    uploaderId: string,
    object: AttachedObject,
  ): Promise<ClaimedAttachment[]> {
    if (!attachmentIds || attachmentIds.length === 0) return [];
    const claim: AttachmentClaim = { attachmentIds: [...attachmentIds], uploaderId, object };
    const { refused, claimed } = await this.client.post<AttachmentClaimed>('files', claimAttachmentsPath, claim);
    if (refused.length === 0) return claimed;
    const fields = refused.map(({ attachmentId, reason }) => ({
      pointer: `/attachmentIds/${attachmentIds.indexOf(attachmentId)}`,
      message: sentences[reason],
    }));
    throw errors.attachmentRefused({}, { fields });
  }
}
